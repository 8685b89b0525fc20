import { describe, expect, it } from 'vitest'
import { BODY_LENGTH } from '@/lib/listings/schema'
import {
  findPersonalData,
  findUnprintable,
  hasDocumentNumber,
  type PersonalData,
} from '@/lib/moderation/rules'
import { HARMLESS, PERSONAL } from '@/lib/testing/texts'

const personal = Object.entries(PERSONAL).flatMap(([kind, texts]) =>
  texts.map((text) => [text, kind as PersonalData] as const),
)

describe('findPersonalData', () => {
  it.each(personal)('%j: %s', (text, kind) => {
    expect(findPersonalData(text)).toBe(kind)
  })

  it.each(personal)('%j: %s, in the middle of a text too', (text, kind) => {
    expect(findPersonalData(`Еду в субботу.\n(${text}), до встречи`)).toBe(kind)
  })

  it.each(HARMLESS)('%j is harmless', (text) => {
    expect(findPersonalData(text)).toBeNull()
  })

  it('knows at least sixty of each', () => {
    expect(personal.length).toBeGreaterThanOrEqual(60)
    expect(HARMLESS.length).toBeGreaterThanOrEqual(60)
  })

  it('names the gravest first', () => {
    expect(findPersonalData('+7 701 123 45 67, a@b.kz, ИИН 900101300123')).toBe('has_iin')
    expect(findPersonalData('a@b.kz, паспорт 45 06 123456')).toBe('has_passport')
  })

  it('is quick on the longest hostile text', () => {
    const began = performance.now()
    for (const piece of ['1 ', '(', 'a@', '8-', '8 (', 'a.', 'тг ', 'паспорт ', '7\u200b', '0.']) {
      findPersonalData(piece.repeat(BODY_LENGTH.max / piece.length))
    }
    expect(performance.now() - began).toBeLessThan(2_000)
  })
})

describe('hasDocumentNumber', () => {
  it('knows an IIN and passports, and leaves phones to private texts', () => {
    for (const text of [...PERSONAL.has_iin, ...PERSONAL.has_passport]) {
      expect(hasDocumentNumber(text)).toBe(true)
    }
    for (const text of [...PERSONAL.has_phone, ...PERSONAL.has_email, ...HARMLESS]) {
      expect(hasDocumentNumber(text)).toBe(false)
    }
  })
})

describe('findUnprintable', () => {
  it.each(['\u0000', 'а\u001bб', '\u007f', '\u0085', 'a\u202eb', '\u2066', '\u200e\u202d'])(
    '%j has a control character',
    (text) => {
      expect(findUnprintable(text)).toBe('has_control')
    },
  )

  it.each([
    '<b>',
    '</p>',
    '<img src=x onerror=alert(1)',
    '<!-- -->',
    '<script',
    'до <i>города</i>',
  ])('%j is markup', (text) => {
    expect(findUnprintable(text)).toBe('has_markup')
  })

  it.each(['5 < 7 и 7 > 5', 'tab\tи\nстрока', 'пункт <— сюда', 'мест <3', 'қазақша 👍🏽', '«ёж»'])(
    '%j can be printed',
    (text) => {
      expect(findUnprintable(text)).toBeNull()
    },
  )
})
