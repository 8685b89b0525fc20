import {
  addDays,
  cityDay,
  cityInstant,
  cityMinutes,
  minutesClock,
  weekdayOf,
} from '@/lib/places/city-time'

/** An opening within one day, in minutes after the city's midnight; 1440 closes at midnight. */
export interface Span {
  opens: number
  closes: number
}

/** 1 Monday … 7 Sunday. A day may have several. */
export interface WeeklySpan extends Span {
  weekday: number
}

/** A day that differs from the week. */
export interface DatedException {
  /** `YYYY-MM-DD`. */
  day: string
  /** Null when it is closed all day. */
  hours: Span | null
}

/** When a centre is open. A week without any opening means that its hours are not known. */
export interface Timetable {
  week: WeeklySpan[]
  exceptions: DatedException[]
  closedHolidays: boolean
}

export type OpenState =
  /** `closesAt` is null when it stays open for all of the next month. */
  | { open: true; closesAt: Date | null }
  /** `opensAt` is null when nothing opens within `SEARCH_DAYS`. */
  | { open: false; opensAt: Date | null; because?: Reason }
  /** Nobody told us the hours. */
  | { open: null }

/** Why it is closed although the week alone would have it open now or later today. */
export type Reason = 'holiday' | 'exception'

/** How far ahead the next opening is looked for. */
export const SEARCH_DAYS = 30
const DAY_MINUTES = 1440

/**
 * Whether a centre is open at an instant in its city, and until or from when. An exception for
 * the day outweighs a public holiday, and that outweighs the week.
 */
export function openState(
  timetable: Timetable,
  holidays: ReadonlySet<string>,
  instant: Date,
  zone: string,
): OpenState {
  if (timetable.week.length === 0) return { open: null }
  const today = cityDay(instant, zone)
  const minute = cityMinutes(instant, zone)
  const at = (minutes: number) =>
    cityInstant(
      addDays(today, Math.floor(minutes / DAY_MINUTES)),
      minutesClock(minutes % DAY_MINUTES),
      zone,
    )
  const next = spansAhead(timetable, holidays, today).find(({ closes }) => closes > minute)
  if (next && next.opens <= minute) {
    return {
      open: true,
      closesAt: next.closes > SEARCH_DAYS * DAY_MINUTES ? null : at(next.closes),
    }
  }
  const because =
    next && next.opens < DAY_MINUTES ? null : whyClosed(timetable, holidays, today, minute)
  return { open: false, opensAt: next ? at(next.opens) : null, ...(because ? { because } : {}) }
}

/** The days whose holidays matter at an instant; a day more on either side, because zones differ. */
export function holidaysAround(now: Date): { from: string; to: string } {
  const today = cityDay(now, 'UTC')
  return { from: addDays(today, -1), to: addDays(today, SEARCH_DAYS + 1) }
}

/** The openings of one day, soonest first; empty when it is closed. */
export function spansOn(
  { week, exceptions, closedHolidays }: Timetable,
  holidays: ReadonlySet<string>,
  day: string,
): Span[] {
  const exception = exceptions.find((other) => other.day === day)
  if (exception) return exception.hours ? [exception.hours] : []
  if (closedHolidays && holidays.has(day)) return []
  return spansOfWeekday(week, weekdayOf(day))
}

/** The usual openings of a weekday, soonest first. */
export function spansOfWeekday(week: WeeklySpan[], weekday: number): Span[] {
  return week
    .filter((span) => span.weekday === weekday)
    .map(({ opens, closes }) => ({ opens, closes }))
    .sort((a, b) => a.opens - b.opens)
}

/** The days within `SEARCH_DAYS` that differ from the week, today included, soonest first. */
export function unusualDays(
  timetable: Timetable,
  holidays: ReadonlySet<string>,
  today: string,
): { day: string; spans: Span[]; because: Reason }[] {
  return daysAhead(today).flatMap((day) => {
    const because = reasonOf(timetable, holidays, day)
    return because ? [{ day, spans: spansOn(timetable, holidays, day), because }] : []
  })
}

// In minutes after today's midnight; spans that touch, at midnight too, are one opening.
function spansAhead(timetable: Timetable, holidays: ReadonlySet<string>, today: string): Span[] {
  const merged: Span[] = []
  for (const [ahead, day] of daysAhead(today).entries()) {
    for (const span of spansOn(timetable, holidays, day)) {
      const opens = ahead * DAY_MINUTES + span.opens
      const closes = ahead * DAY_MINUTES + span.closes
      const last = merged.at(-1)
      if (last?.closes === opens) last.closes = closes
      else merged.push({ opens, closes })
    }
  }
  return merged
}

function whyClosed(
  timetable: Timetable,
  holidays: ReadonlySet<string>,
  today: string,
  minute: number,
): Reason | null {
  const usual = spansOfWeekday(timetable.week, weekdayOf(today))
  return usual.some(({ closes }) => closes > minute) ? reasonOf(timetable, holidays, today) : null
}

function reasonOf(
  { exceptions, closedHolidays }: Timetable,
  holidays: ReadonlySet<string>,
  day: string,
): Reason | null {
  if (exceptions.some((other) => other.day === day)) return 'exception'
  return closedHolidays && holidays.has(day) ? 'holiday' : null
}

function daysAhead(today: string): string[] {
  return Array.from({ length: SEARCH_DAYS + 1 }, (_, ahead) => addDays(today, ahead))
}
