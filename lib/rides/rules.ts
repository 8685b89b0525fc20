const HOUR_MS = 3_600_000
/** Moscow is UTC+3 all year (Russian law 248-FZ of 2014), newcomers' phones still show it. */
export const MOSCOW = 'Europe/Moscow'

/** The full hour in which a ride leaves: all that the public may know of its time. */
export function publicHour(departure: Date): Date {
  return new Date(Math.floor(departure.getTime() / HOUR_MS) * HOUR_MS)
}

/** `soon` before its hour, `leaving` during it, `left` after it. */
export function departureState(departsAt: Date, now: Date): 'soon' | 'leaving' | 'left' {
  if (now < departsAt) return 'soon'
  return now.getTime() < departsAt.getTime() + HOUR_MS ? 'leaving' : 'left'
}
