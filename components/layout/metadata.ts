import type { Metadata } from 'next'
import { env } from '@/lib/env'
import { LOCALES, type Locale } from '@/lib/i18n/locales'

/** Title, description and the same page in the other languages. `path` starts after the locale. */
export function pageMetadata(
  locale: Locale,
  path: string,
  title: string,
  description?: string,
): Metadata {
  const address = (language: Locale) => `${env.publicUrl}/${language}${path}`
  return {
    title: path === '' ? title : `${title} — Qadam`,
    ...(description ? { description } : {}),
    alternates: {
      canonical: address(locale),
      languages: Object.fromEntries(LOCALES.map((language) => [language, address(language)])),
    },
  }
}
