import type { DatedException, Span, WeeklySpan } from '@/lib/centres/rules'
import { isDay, minutesClock } from '@/lib/places/city-time'

/** Weekdays as OpenStreetMap writes them; Monday is 1. */
const DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su']
const DAY = `(?:${DAYS.join('|')})`
const ENTRY = new RegExp(`^(${DAY})(?:-(${DAY}))?\\s+(\\S.*)$`)
const SPAN = /^(\d\d):(\d\d)-(\d\d):(\d\d)$/

/** A week as one line: `Mo 09:00-13:00,14:00-18:00; Tu 09:00-18:00`. */
export function hoursText(week: readonly WeeklySpan[]): string {
  return DAYS.flatMap((name, index) => {
    const spans = week.filter(({ weekday }) => weekday === index + 1)
    return spans.length > 0 ? [`${name} ${spansText(spans)}`] : []
  }).join('; ')
}

/** The week of such a line, `Mo-Fr` too; empty when it says nothing, null when it is not one. */
export function readHours(text: string): WeeklySpan[] | null {
  const week = entriesOf(text).map((entry) => {
    const [, from = '', to = from, rest = ''] = ENTRY.exec(entry) ?? []
    const [first, last] = [DAYS.indexOf(from) + 1, DAYS.indexOf(to) + 1]
    const spans = readSpans(rest)
    if (first === 0 || last < first || !spans) return null
    const weekdays = Array.from({ length: last - first + 1 }, (_, ahead) => first + ahead)
    return weekdays.flatMap((weekday) => spans.map((span) => ({ weekday, ...span })))
  })
  const spans = week.flatMap((entry) => entry ?? [])
  const sorted = spans.sort((a, b) => a.weekday - b.weekday || a.opens - b.opens)
  return week.includes(null) || overlap(sorted) ? null : sorted
}

/** Days that differ from the week: `2026-12-31 09:00-13:00; 2027-01-05 closed`. */
export function exceptionsText(exceptions: readonly DatedException[]): string {
  return [...exceptions]
    .sort((a, b) => (a.day < b.day ? -1 : 1))
    .map(({ day, hours }) => `${day} ${hours ? spansText([hours]) : 'closed'}`)
    .join('; ')
}

/** The days of such a line, each once; null when it is not one. */
export function readExceptions(text: string): DatedException[] | null {
  const days = entriesOf(text).map((entry): DatedException | null => {
    const [day = '', rest = '', ...more] = entry.split(/\s+/)
    if (!isDay(day) || more.length > 0) return null
    if (rest === 'closed') return { day, hours: null }
    const [hours, second] = readSpans(rest) ?? []
    return hours && !second ? { day, hours } : null
  })
  const known = days.filter((day) => day !== null)
  const isOnce = new Set(known.map(({ day }) => day)).size === days.length
  return isOnce ? known.sort((a, b) => (a.day < b.day ? -1 : 1)) : null
}

function entriesOf(text: string): string[] {
  return text
    .split(';')
    .map((entry) => entry.trim())
    .filter(Boolean)
}

function spansText(spans: readonly Span[]): string {
  return [...spans]
    .sort((a, b) => a.opens - b.opens)
    .map(({ opens, closes }) => `${minutesClock(opens)}-${minutesClock(closes)}`)
    .join(',')
}

function readSpans(text: string): Span[] | null {
  const spans = text.split(',').map((part) => {
    const found = SPAN.exec(part.trim())
    if (!found) return null
    const [fromHour = 0, fromMinute = 0, toHour = 0, toMinute = 0] = found.slice(1).map(Number)
    const span = { opens: fromHour * 60 + fromMinute, closes: toHour * 60 + toMinute }
    const isClock = fromMinute < 60 && toMinute < 60
    return isClock && span.opens < span.closes && span.closes <= 1440 ? span : null
  })
  const known = spans.filter((span) => span !== null)
  return known.length === spans.length ? known : null
}

function overlap(sorted: WeeklySpan[]): boolean {
  return sorted.some(({ weekday, opens }, index) => {
    const before = sorted[index - 1]
    return before?.weekday === weekday && opens < before.closes
  })
}
