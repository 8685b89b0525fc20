import { spansText, weekdayLabel } from '@/components/centres/words'
import type { CentreDetailView } from '@/lib/centres/queries'
import { spansOfWeekday, unusualDays } from '@/lib/centres/rules'
import { WEEKDAYS } from '@/lib/centres/schema'
import { env } from '@/lib/env'
import { dateName, type Here } from '@/lib/i18n/moments'
import { cityDay } from '@/lib/places/city-time'

/*
 * The words of a page that may be read days later, from a file: each time in them is a date and a
 * clock, never «today» or «in two hours», and each address a whole one.
 */

/** The whole address of a page of ours. `path` starts after the language. */
export function addressOf({ locale }: Pick<Here, 'locale'>, path: string): string {
  return `${env.publicUrl}/${locale}${path}`
}

/** `Понедельник – пятница: 09:00–18:00` and so on, days with the same hours as one line. */
export function weekLines(here: Here, { timetable }: CentreDetailView): string[] {
  const runs: { first: number; last: number; hours: string }[] = []
  for (const weekday of WEEKDAYS) {
    const hours = spansText(here, spansOfWeekday(timetable.week, weekday))
    const run = runs.at(-1)
    if (run?.hours === hours) run.last = weekday
    else runs.push({ first: weekday, last: weekday, hours })
  }
  const name = (weekday: number) => weekdayLabel(here.locale, weekday)
  return runs.map(({ first, last, hours }) =>
    first === last
      ? `${name(first)}: ${hours}`
      : `${name(first)} – ${name(last).toLocaleLowerCase(here.locale)}: ${hours}`,
  )
}

/** Holidays and other unusual days of the next 30 days: `16 декабря, праздник: закрыто`. */
export function unusualLines(here: Here, { timetable, holidays }: CentreDetailView): string[] {
  return unusualDays(timetable, holidays, cityDay(here.now, here.zone)).map(
    ({ day, spans, because }) => {
      const date = here.t(`centres.unusual.${because}`, { date: dateName(here.locale, day) })
      return `${date}: ${spansText(here, spans)}`
    },
  )
}
