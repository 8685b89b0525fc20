import { spansText, weekdayLabel } from '@/components/centres/words'
import { Hours } from '@/components/ui/Hours'
import type { CentreDetailView } from '@/lib/centres/queries'
import { spansOfWeekday, unusualDays } from '@/lib/centres/rules'
import { WEEKDAYS } from '@/lib/centres/schema'
import { dateName, type Here } from '@/lib/i18n/moments'
import { cityDay, weekdayOf } from '@/lib/places/city-time'

/** The week with today marked, then the holidays and other unusual days of the next 30 days. */
export function CentreHours({ centre, here }: { centre: CentreDetailView; here: Here }) {
  const { t, locale } = here
  const { timetable, holidays } = centre
  const today = cityDay(here.now, here.zone)
  const unusual = unusualDays(timetable, holidays, today)
  const isUnusualToday = unusual.some(({ day }) => day === today)
  const week = WEEKDAYS.map((weekday) => {
    const name = weekdayLabel(locale, weekday)
    const isToday = weekday === weekdayOf(today) && !isUnusualToday
    return {
      day: isToday ? t('centres.todayRow', { day: name }) : name,
      hours: spansText(here, spansOfWeekday(timetable.week, weekday)),
      today: isToday,
    }
  })
  const dates = unusual.map(({ day, spans, because }) => {
    const date = dateName(locale, day)
    const name = t(`centres.unusual.${because}`, { date })
    const isToday = day === today
    return {
      day: isToday ? t('centres.todayRow', { day: name }) : name,
      hours: spansText(here, spans),
      today: isToday,
    }
  })
  return <Hours caption={t('centres.hoursTitle')} rows={[...week, ...dates]} />
}
