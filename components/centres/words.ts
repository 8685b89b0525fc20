import type { Answer } from '@/components/listings/CardParts'
import { capital, sentence } from '@/components/listings/words'
import type { CentreCardView, CentreDetailView } from '@/lib/centres/queries'
import { type OpenState, openState, type Span } from '@/lib/centres/rules'
import type { Locale } from '@/lib/i18n/locales'
import { clock, dayName, type Here, spanLeft, weekdayName } from '@/lib/i18n/moments'
import { addDays, cityDay, minutesClock } from '@/lib/places/city-time'

const DAY_MS = 86_400_000
const SOME_MONDAY = '2026-01-05'
// Keeps `09:00–18:00` on one line.
const WORD_JOINER = '\u2060'

/** «ЦОН», «Пункт помощи, район Есиль». */
export function kindText(here: Here, { centreKind, district }: CentreCardView): string {
  return sentence([here.t(`centres.kindShort.${centreKind}`), district])
}

/** «Открыто» and how long still, «Закрыто» and why, or that nobody told us the hours. */
export function openingAnswer(
  here: Here,
  { opening }: Pick<CentreCardView, 'opening'>,
  isStale: boolean,
): Answer {
  const { t, now } = here
  if (opening.open === null) return { figure: t('centres.hoursUnknown'), quiet: true }
  if (!opening.open) {
    const words = opening.because
      ? t(`centres.because.${opening.because}`)
      : opensText(here, opening)
    return { figure: t('centres.closed'), words, quiet: true }
  }
  const left = opening.closesAt && opening.closesAt.getTime() - now.getTime()
  const isSoon = left !== null && left < DAY_MS && !isStale
  return {
    figure: t('centres.open'),
    now: isSoon ? t('centres.left', { span: spanLeft(t, left) }) : undefined,
  }
}

/** «откроется завтра в 09:00». */
export function opensText(here: Here, { opensAt }: { opensAt: Date | null }): string {
  if (!opensAt) return here.t('centres.opensUnknown')
  return here.t('centres.opens', { day: dayOf(here, opensAt), clock: clock(here, opensAt) })
}

/** «сегодня до 18:00», «сегодня до 24:00», «завтра до 02:00», «круглосуточно». */
export function closesText(here: Here, { closesAt }: { closesAt: Date | null }): string {
  if (!closesAt) return here.t('centres.aroundTheClock')
  const lastDay = dayOf(here, new Date(closesAt.getTime() - 1))
  const time = clock(here, closesAt)
  return time === '00:00'
    ? here.t('centres.until', { day: lastDay, clock: '24:00' })
    : here.t('centres.until', { day: dayOf(here, closesAt), clock: time })
}

/** «Сегодня до 18:00. Потом завтра с 09:00.»; null where the answer already says all. */
export function nextOpenings(
  here: Here,
  { opening, timetable, holidays }: Pick<CentreDetailView, 'opening' | 'timetable' | 'holidays'>,
): string | null {
  const now = hoursText(here, opening)
  if (!now || !opening.open || !opening.closesAt) return now && `${capital(now)}.`
  const after = openState(timetable, holidays, opening.closesAt, here.zone)
  const opensAt = after.open === false ? after.opensAt : null
  const then = opensAt && { day: dayOf(here, opensAt), clock: clock(here, opensAt) }
  return then ? `${capital(now)}. ${here.t('centres.then', then)}` : `${capital(now)}.`
}

/** Until or from when, where the answer itself does not say it. */
export function hoursText(here: Here, opening: OpenState): string | null {
  if (opening.open === null) return null
  if (opening.open) return closesText(here, opening)
  return opening.because ? opensText(here, opening) : null
}

/** «Помогут: ИИН, перевод». */
export function servicesText(here: Here, { services }: CentreCardView): string {
  return services.map((service) => here.t(`centres.service.${service}`)).join(', ')
}

/** «Без записи, живая очередь, сегодня до 18:00». */
export function queueText(here: Here, centre: CentreCardView): string {
  const { appointment, opening } = centre
  return capital(sentence([here.t(`centres.appointment.${appointment}`), hoursText(here, opening)]))
}

/** «09:00–13:00, 14:00–18:00», «закрыто». */
export function spansText({ t }: Here, spans: Span[]): string {
  if (spans.length === 0) return t('centres.closedDay')
  const range = ({ opens, closes }: Span) =>
    `${minutesClock(opens)}–${WORD_JOINER}${minutesClock(closes)}`
  return spans.map(range).join(', ')
}

/** «Понедельник» for 1 … «Воскресенье» for 7. */
export function weekdayLabel(locale: Locale, weekday: number): string {
  return capital(weekdayName(locale, addDays(SOME_MONDAY, weekday - 1)))
}

function dayOf(here: Here, instant: Date): string {
  return dayName(here, cityDay(instant, here.zone))
}
