import type { ReactNode } from 'react'
import { sentence } from '@/components/listings/words'
import { dayName, type Here, spanLeft } from '@/lib/i18n/moments'
import { tenge } from '@/lib/i18n/typeset'
import { cityClock, cityDay } from '@/lib/places/city-time'
import type { PlaceName } from '@/lib/places/queries'
import type { RideCardView } from '@/lib/rides/queries'
import { departureState, MOSCOW } from '@/lib/rides/rules'

const HOUR_MS = 3_600_000

/** `19:00–20:00`: the public hour of a ride on a zone's clock. */
export function hourRange(departsAt: Date, zone: string): string {
  const end = new Date(departsAt.getTime() + HOUR_MS)
  return `${cityClock(departsAt, zone)}–${cityClock(end, zone)}`
}

/** `17:00–18:00 по Москве`. */
export function moscowHours(here: Here, departsAt: Date): string {
  return here.t('rides.moscow', { hours: hourRange(departsAt, MOSCOW) })
}

/** `сегодня`, `завтра`, `25 ноября`. */
export function departureDay(here: Here, departsAt: Date): string {
  return dayName(here, cityDay(departsAt, here.zone))
}

/** `через 2 ч 20 мин` within a day, that it leaves during its hour, else nothing. */
export function countdown(here: Here, departsAt: Date): string | undefined {
  const left = departsAt.getTime() - here.now.getTime()
  if (departureState(departsAt, here.now) === 'leaving') return here.t('rides.leaving')
  return left < 24 * HOUR_MS ? here.t('rides.in', { span: spanLeft(here.t, left) }) : undefined
}

/** `бесплатно` or `500 ₸ с человека`. */
export function shareText(here: Here, priceTenge: number): string {
  return priceTenge === 0
    ? here.t('rides.free')
    : here.t('rides.share', { price: tenge(priceTenge) })
}

/** `2 из 4 мест свободно`, the figure in bold. */
export function seatsText(here: Here, { free, total }: RideCardView['seats']): ReactNode {
  return here.t.rich('rides.seats', { free, total, b: (words) => <b>{words}</b> })
}

/** What else counts when choosing: price, child seat, luggage, pets. */
export function rideFacts(here: Here, ride: RideCardView): string {
  return sentence([
    shareText(here, ride.priceTenge),
    ride.childSeats > 0 && here.t('rides.childSeats', { n: ride.childSeats }),
    here.t(`rides.luggage.${ride.luggage}`),
    ride.pets && here.t('rides.pets'),
  ])
}

/** `Таскала → Уральск`, each name in its own language. */
export function RouteName({ from, to }: { from: PlaceName; to: PlaceName }) {
  return (
    <>
      <span lang={from.lang}>{from.text}</span> →{'\u00a0'}
      <span lang={to.lang}>{to.text}</span>
    </>
  )
}

/** The route as plain text, for titles. */
export function routeText({ from, to }: { from: PlaceName; to: PlaceName }): string {
  return `${from.text} →\u00a0${to.text}`
}
