import type { Obstacle } from '@/lib/errors'
import { clock, dateName, dayName, type Here } from '@/lib/i18n/moments'
import { addDays, cityDay } from '@/lib/places/city-time'

/** A request that holds places: of a ride, or on these nights of a home. */
export interface HeldPlaces {
  id: string
  adults: number
  children: number
  startsAt: Date
  /** Days of the city, in order; none of a ride. */
  nights: string[]
}

/** How its host is told that a request stands in the way: who, when, and where it is answered. */
export function heldObstacle(held: HeldPlaces): Obstacle {
  return { path: `/my/requests/${held.id}`, name: (here) => heldName(here, held) }
}

/** `2 взрослых, 1 ребёнок, ночи: 24–26 ноября`; of a ride `сегодня, 18:00` instead. */
function heldName(here: Here, { adults, children, startsAt, nights }: HeldPlaces): string {
  const { t } = here
  const day = dayName(here, cityDay(startsAt, here.zone))
  const when =
    nights.length > 0
      ? t('errors.held.nights', { nights: nightSpans(nights).map(spanName(here)).join(', ') })
      : t('requests.moment', { day, clock: clock(here, startsAt) })
  const party = [t('requests.adults', { n: adults })]
  if (children > 0) party.push(t('requests.children', { n: children }))
  return [...party, when].join(', ')
}

/** Nights that follow each other, as their first and last. */
export function nightSpans(nights: string[]): { first: string; last: string }[] {
  const spans: { first: string; last: string }[] = []
  for (const night of nights) {
    const span = spans.at(-1)
    if (span && night === addDays(span.last, 1)) span.last = night
    else spans.push({ first: night, last: night })
  }
  return spans
}

function spanName({ t, locale }: Here) {
  return ({ first, last }: { first: string; last: string }) =>
    first === last
      ? dateName(locale, first)
      : t('housing.fromTo', { first: dateName(locale, first), last: dateName(locale, last) })
}
