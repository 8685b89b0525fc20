import { createTranslator } from 'use-intl/core'
import type { Locale } from '@/lib/i18n/locales'
import { typeset } from '@/lib/i18n/typeset'
import en from '@/messages/en.json' with { type: 'json' }
import kk from '@/messages/kk.json' with { type: 'json' }
import ru from '@/messages/ru.json' with { type: 'json' }

type Messages = typeof ru

function build(locale: Locale, messages: Messages) {
  return createTranslator({
    locale,
    messages: typesetAll(messages) as Messages,
    timeZone: 'Asia/Almaty',
    onError: (error) => {
      throw error
    },
  })
}

/** `t('rides.form.seats')` in one language; a key that does not exist does not compile. */
export type Translator = ReturnType<typeof build>
/** A key of the messages, for tables that name their words. */
export type MessageKey = Parameters<Translator>[0]

const built = new Map<Locale, Translator>()

/** The translator of a language, built once for the process. */
export function translator(locale: Locale): Translator {
  const known = built.get(locale)
  if (known) return known
  const made = build(locale, { ru, kk, en }[locale] as Messages)
  built.set(locale, made)
  return made
}

function typesetAll(node: unknown): unknown {
  if (typeof node === 'string') return typeset(node)
  return Object.fromEntries(
    Object.entries(node as object).map(([key, value]) => [key, typesetAll(value)]),
  )
}
