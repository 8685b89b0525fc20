import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Locale } from '@/lib/i18n/locales'

type Words = typeof import('@/messages/ru.json')

/** The messages of a language as they are written, for specs that run in all three. */
export function words(locale: Locale): Words {
  return JSON.parse(
    readFileSync(resolve(import.meta.dirname, `../../messages/${locale}.json`), 'utf8'),
  )
}
