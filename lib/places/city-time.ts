/**
 * Days and clock times of a city. Days are `YYYY-MM-DD`, clock times `HH:MM`; the zone is the
 * city's IANA name. All of Kazakhstan has been UTC+5 since 2024-03-01 (interfax.ru/world/948506),
 * but the zone database is asked each time, so that a change of law needs no change here.
 */
const DAY_MS = 86_400_000

const formats = new Map<string, Intl.DateTimeFormat>()

function fieldsOf(instant: Date, zone: string): Record<string, string> {
  const known = formats.get(zone)
  const format =
    known ??
    new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    })
  if (!known) formats.set(zone, format)
  return Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]))
}

/** The calendar day in the city at an instant. */
export function cityDay(instant: Date, zone: string): string {
  const { year, month, day } = fieldsOf(instant, zone)
  return `${year}-${month}-${day}`
}

/** The wall clock in the city at an instant. */
export function cityClock(instant: Date, zone: string): string {
  const { hour, minute } = fieldsOf(instant, zone)
  return `${hour}:${minute}`
}

/** Minutes after the city's midnight. */
export function cityMinutes(instant: Date, zone: string): number {
  return clockMinutes(cityClock(instant, zone))
}

/** `HH:MM` as minutes after midnight. */
export function clockMinutes(clock: string): number {
  const [hour = 0, minute = 0] = clock.split(':').map(Number)
  return hour * 60 + minute
}

/** Minutes after midnight as `HH:MM`; 1440 is `24:00`. */
export function minutesClock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

/** The instant at which the city's clock shows this time on this day. */
export function cityInstant(day: string, clock: string, zone: string): Date {
  const asUtc = Date.parse(`${day}T${clock === '24:00' ? '23:59' : clock}:00Z`)
  const extra = clock === '24:00' ? 60_000 : 0
  // Twice, because the offset is that of the instant which is being sought.
  const first = asUtc - offsetAt(new Date(asUtc), zone)
  return new Date(asUtc - offsetAt(new Date(first), zone) + extra)
}

/** The day so many days later (or earlier). */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}

/** Whole days from one day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS)
}

/** 1 Monday … 7 Sunday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7
}

/** A `@db.Date` column: midnight UTC of the day. */
export function dayColumn(day: string): Date {
  return new Date(`${day}T00:00:00Z`)
}

/** The day of a `@db.Date` column. */
export function columnDay(value: Date): string {
  return value.toISOString().slice(0, 10)
}

/** Whether this is a day of the calendar (`2026-02-30` is not). */
export function isDay(value: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value)
}

function offsetAt(instant: Date, zone: string): number {
  const { year, month, day, hour, minute, second } = fieldsOf(instant, zone)
  // Not as a text: the last night of 9999 is in the year 10000 somewhere, which no text names.
  const shown = new Date(0)
  shown.setUTCFullYear(Number(year), Number(month) - 1, Number(day))
  shown.setUTCHours(Number(hour), Number(minute), Number(second))
  return shown.getTime() - Math.floor(instant.getTime() / 1000) * 1000
}
