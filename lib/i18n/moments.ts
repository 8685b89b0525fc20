import type { Locale } from '@/lib/i18n/locales'
import type { Translator } from '@/lib/i18n/translator'
import { addDays, cityClock, cityDay } from '@/lib/places/city-time'

const MINUTE_MS = 60_000

/** Where and when a sentence about time is read. */
export interface Here {
  locale: Locale
  t: Translator
  now: Date
  /** IANA zone in which clocks and days are shown. */
  zone: string
}

/** `2 ч 20 мин`; days from 48 hours on. */
export function span(t: Translator, milliseconds: number): string {
  const minutes = Math.max(0, Math.round(milliseconds / MINUTE_MS))
  const hours = Math.floor(minutes / 60)
  if (hours >= 48) return t('time.days', { n: Math.floor(hours / 24) })
  if (hours >= 10 || (hours > 0 && minutes % 60 === 0)) return t('time.hours', { n: hours })
  if (hours > 0) return t('time.hoursMinutes', { h: hours, m: minutes % 60 })
  return t('time.minutes', { n: minutes })
}

/** What is left until something, in minutes that have begun: it never counts down to nothing. */
export function spanLeft(t: Translator, milliseconds: number): string {
  return span(t, Math.max(1, Math.ceil(milliseconds / MINUTE_MS)) * MINUTE_MS)
}

/** How long somebody has waited: from the first moment on it is a minute. */
export function spanWaited(t: Translator, milliseconds: number): string {
  return span(t, Math.max(MINUTE_MS, milliseconds))
}

/** `сегодня`, `завтра`, `вчера`, else `25 ноября`, with the year when it is another one. */
export function dayName(here: Here, day: string): string {
  const today = cityDay(here.now, here.zone)
  if (day === today) return here.t('time.today')
  if (day === addDays(today, 1)) return here.t('time.tomorrow')
  if (day === addDays(today, -1)) return here.t('time.yesterday')
  return datedName(here, day)
}

/** `25 ноября`, `25 қараша`, `25 November`. */
export function dateName(locale: Locale, day: string, withYear = false): string {
  return dateFormat(locale, withYear)
    .format(new Date(`${day}T12:00:00Z`))
    .replace(' г.', '')
    .replace(/(\d) (?=\p{L})/u, '$1\u00a0')
}

/** `вторник`, `сейсенбі`, `Tuesday`. */
export function weekdayName(locale: Locale, day: string): string {
  return new Intl.DateTimeFormat(TAGS[locale], { timeZone: 'UTC', weekday: 'long' }).format(
    new Date(`${day}T12:00:00Z`),
  )
}

/** How long ago: minutes to 59, hours to 23, then yesterday with the clock, days to 28, a date. */
export function ago(here: Here, instant: Date): { form: 'span' | 'moment'; text: string } {
  const passed = here.now.getTime() - instant.getTime()
  const hours = passed / (60 * MINUTE_MS)
  if (hours < 24) {
    const minutes = Math.max(1, Math.floor(passed / MINUTE_MS))
    return {
      form: 'span',
      text:
        minutes < 60
          ? here.t('time.minutesAgo', { n: minutes })
          : here.t('time.hoursAgo', { n: Math.floor(hours) }),
    }
  }
  const day = cityDay(instant, here.zone)
  if (day === addDays(cityDay(here.now, here.zone), -1)) {
    return {
      form: 'moment',
      text: here.t('time.yesterdayAt', { clock: cityClock(instant, here.zone) }),
    }
  }
  const days = Math.floor(hours / 24)
  return days <= 28
    ? { form: 'span', text: here.t('time.daysAgo', { n: days }) }
    : { form: 'moment', text: dayName(here, day) }
}

// A day's date, with the year when it is another one.
function datedName(here: Here, day: string): string {
  return dateName(here.locale, day, day.slice(0, 4) !== cityDay(here.now, here.zone).slice(0, 4))
}

/** `29 ноября в 14:05`, with the year when it is another one: what stays true on paper. */
export function dateAt(here: Here, instant: Date): string {
  const date = datedName(here, cityDay(instant, here.zone))
  return here.t('time.dateAt', { date, clock: clock(here, instant) })
}

/** `14:05` in the reader's city. */
export function clock(here: Here, instant: Date): string {
  return cityClock(instant, here.zone)
}

const TAGS: Record<Locale, string> = { ru: 'ru-RU', kk: 'kk-KZ', en: 'en-GB' }
const dateFormats = new Map<string, Intl.DateTimeFormat>()

function dateFormat(locale: Locale, withYear: boolean): Intl.DateTimeFormat {
  const key = `${locale}${withYear}`
  const known = dateFormats.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(TAGS[locale], {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'long',
    ...(withYear ? { year: 'numeric' } : {}),
  })
  dateFormats.set(key, made)
  return made
}
