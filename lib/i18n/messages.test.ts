import { describe, expect, it } from 'vitest'
import { LOCALES, type Locale } from '@/lib/i18n/locales'
import { anatomyOf } from '@/lib/testing/icu'
import { production } from '@/lib/testing/sources'
import en from '@/messages/en.json'
import kk from '@/messages/kk.json'
import ru from '@/messages/ru.json'

function flat(node: unknown, path: string[] = []): [string, string][] {
  if (typeof node === 'string') return [[path.join('.'), node]]
  return Object.entries(node as object).flatMap(([name, child]) => flat(child, [...path, name]))
}

const MESSAGES: Record<Locale, Map<string, string>> = {
  ru: new Map(flat(ru)),
  kk: new Map(flat(kk)),
  en: new Map(flat(en)),
}
const KEYS = [...MESSAGES.ru.keys()]
const CODE = production('app', 'components', 'lib', 'server', 'scripts')

/** All messages that something is wrong with, as `ru some.key`. */
function wrong(isWrong: (text: string, locale: Locale, key: string) => boolean): string[] {
  return LOCALES.flatMap((locale) =>
    [...MESSAGES[locale]]
      .filter(([key, text]) => isWrong(text, locale, key))
      .map(([key]) => `${locale} ${key}`),
  )
}

describe('messages', () => {
  it.each(LOCALES)('%s has exactly the keys of the others', (locale) => {
    expect([...MESSAGES[locale].keys()].sort()).toEqual([...KEYS].sort())
  })

  it('ask for the same in every language', () => {
    const asks = (locale: Locale, key: string) => {
      const { names, tags } = anatomyOf(MESSAGES[locale].get(key) ?? '')
      return [...names, ...[...tags].map((tag) => `<${tag}>`)].sort().join(' ')
    }
    expect(wrong((_, locale, key) => asks(locale, key) !== asks('ru', key))).toEqual([])
  })

  it('word every plural that their language has', () => {
    const isIncomplete = (text: string, locale: Locale) => {
      const { pluralCategories } = new Intl.PluralRules(locale).resolvedOptions()
      // A Kazakh noun stays singular after a number.
      const needed = locale === 'kk' ? ['other'] : pluralCategories
      return anatomyOf(text).plurals.some((worded) => needed.some((name) => !worded.includes(name)))
    }
    expect(wrong(isIncomplete)).toEqual([])
  })

  it('are closed: every tag that opens ends', () => {
    expect(
      wrong((text) => [...anatomyOf(text).tags].some((tag) => !text.includes(`</${tag}>`))),
    ).toEqual([])
  })
})

/** What is written alike in Russian and Kazakh. */
const ALIKE = [
  '{n} мин',
  'Код: {reference}',
  'Профиль',
  'Автовокзал',
  'Телефон',
  'Модератор',
  'Сеанс',
]

describe('the words themselves', () => {
  const forbidden: Record<Locale, RegExp> = {
    ru: /[бБ]ежен(?:ец|к|ц)|[рР]елокан|[уУ]клонист|[бБ]езопасно|[гГ]арантир/,
    kk: /[бБ]осқын|[рР]елокант|[қҚ]ауіпсіз |[кК]епілдік береміз/,
    en: /refugee|relocant|dodger|guarantee|!/i,
  }

  it('shout at nobody and call nobody names, and promise nothing', () => {
    expect(wrong((text, locale) => text.includes('!') || forbidden[locale].test(text))).toEqual([])
  })

  it('are tidy: no space at an end, no two in a row', () => {
    expect(wrong((text) => text !== text.trim() || /[ \u00a0]{2}|\t/.test(text))).toEqual([])
  })

  it('in Kazakh are Kazakh: in Cyrillic letters, and not the Russian ones', () => {
    const isLetterless = (text: string) => !/\p{L}{2}/u.test(text.replace(/\{\w+\}/g, ''))
    const isNotKazakh = (text: string, key: string) =>
      !/\p{sc=Cyrillic}/u.test(text) || (text === MESSAGES.ru.get(key) && !ALIKE.includes(text))
    expect(
      wrong(
        (text, locale, key) => locale === 'kk' && !isLetterless(text) && isNotKazakh(text, key),
      ),
    ).toEqual([])
  })

  it('in English have no Cyrillic letter but in the name on the door: ЦОН', () => {
    const isRussian = (text: string) => /\p{sc=Cyrillic}/u.test(text.replace('ЦОН', ''))
    expect(wrong((text, locale) => locale === 'en' && isRussian(text))).toEqual([])
  })
})

describe('the source', () => {
  const literals = new Set(
    CODE.flatMap(({ text }) => [...text.matchAll(/['"]([\w.-]+)['"]/g)].map(([, name]) => name)),
  )
  const templates = new Set(
    CODE.flatMap(({ text }) =>
      [...text.matchAll(/`([a-z]\w*(?:\.\w+)*\.\$\{[^`]*)`/g)].map(([, name]) => name ?? ''),
    ),
  )
  const patterns = [...templates].map((template) => {
    const known = template.split(/\$\{[^}]*\}/).map((part) => part.replaceAll('.', '\\.'))
    return new RegExp(`^${known.join('[\\w-]+')}$`)
  })

  it('asks only for messages that exist', () => {
    const asked = CODE.flatMap(({ text }) =>
      [...text.matchAll(/\bt(?:\.rich|\.has)?\(\s*'([^']+)'/g)].map(([, name]) => name ?? ''),
    )
    expect(asked.length).toBeGreaterThan(100)
    expect(asked.filter((key) => !MESSAGES.ru.has(key))).toEqual([])
  })

  it('asks by template only for groups that exist', () => {
    const asked = CODE.flatMap(({ text }) => [...text.matchAll(/\bt\(\s*`([^`]+)`/g)])
    expect(asked.length).toBeGreaterThan(20)
    const empty = patterns.filter((pattern) => !KEYS.some((key) => pattern.test(key)))
    expect(empty.map(String)).toEqual([])
  })

  it('uses every message', () => {
    const isUsed = (key: string) => literals.has(key) || patterns.some((used) => used.test(key))
    expect(KEYS.filter((key) => !isUsed(key))).toEqual([])
  })

  it('knows a sentence for every code of a refused field, and gives every code', () => {
    const given = production('lib')
      // The codes of lib/risk are reasons for staff.
      .filter(({ path }) => !path.startsWith('lib/risk/'))
      .flatMap(({ text }) =>
        [
          ...text.matchAll(
            /(?:code|final)\('(\w+)'\)|(?:error|code|message): '(\w+)'|(?:add|refuse)\([^,()]+, '(\w+)'|yield \[[^,\]]+, '(\w+)'\]/g,
          ),
        ].map((found) => found.slice(1).find(Boolean) ?? ''),
      )
      .filter((code) => code !== 'custom')
    expect(given.length).toBeGreaterThan(30)
    expect(given.filter((code) => !MESSAGES.ru.has(`errors.field.${code}`))).toEqual([])

    const codes = KEYS.filter((key) => key.startsWith('errors.field.')).map((key) => key.slice(13))
    expect(codes.filter((code) => !literals.has(code) && code !== 'invalid')).toEqual([])
  })

  it('gives every conflict', () => {
    const codes = KEYS.filter((key) => key.startsWith('errors.conflict.')).map((key) =>
      key.slice(16),
    )
    const given = CODE.flatMap(({ path, text }) =>
      path === 'lib/errors.ts' ? [] : [...text.matchAll(/'(\w+)'/g)].map(([, name]) => name),
    )
    expect(codes.filter((code) => !given.includes(code))).toEqual([])
  })
})
