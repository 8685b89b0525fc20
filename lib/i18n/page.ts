import { notFound } from 'next/navigation'
import { NotFound } from '@/lib/errors'
import { isLocale, type Locale } from '@/lib/i18n/locales'
import type { Here } from '@/lib/i18n/moments'
import { translator } from '@/lib/i18n/translator'
import { type CitySlug, isCitySlug, timeZoneOf } from '@/lib/places/cities'

/** The language of a page's address; an unknown one is a page that does not exist. */
export function localeOf(segment: string): Locale {
  if (!isLocale(segment)) notFound()
  return segment
}

/** The city of a page's address; an unknown one is a page that does not exist. */
export function cityOf(segment: string): CitySlug {
  if (!isCitySlug(segment)) notFound()
  return segment
}

/** Language, words, instant and zone in which a page is read. */
export function hereAt(locale: Locale, city: CitySlug | null = null): Here {
  return {
    locale,
    t: translator(locale),
    now: new Date(),
    zone: city ? timeZoneOf(city) : 'Asia/Almaty',
  }
}

/** The city of an address that may have none: a list over all cities. */
export function cityOrAll(segment: string | undefined): CitySlug | null {
  return segment === undefined ? null : cityOf(segment)
}

export type SearchParams = Promise<Record<string, string | string[] | undefined>>

/** One value of a query; of several the last one counts, as the last click does. */
export function one(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.at(-1) : value
}

/** The same query with some values changed; empty ones leave it. Sorted, so that it has one spelling. */
export function queryString(values: Record<string, string | number | null | undefined>): string {
  const kept = Object.entries(values)
    .filter(([, value]) => value !== undefined && value !== null && value !== '')
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([name, value]) => [name, String(value)])
  return kept.length > 0 ? `?${new URLSearchParams(kept)}` : ''
}

/** What a query promised, or the page that does not exist when it threw NotFound. */
export async function orNotFound<T>(query: Promise<T>): Promise<T> {
  return query.catch((error: unknown) => {
    if (error instanceof NotFound) notFound()
    throw error
  })
}
