import type { Viewer } from '@/lib/auth/viewer'
import type { CentreCardView } from '@/lib/centres/queries'
import { SEARCH_DAYS } from '@/lib/centres/rules'
import type { HousingCardView } from '@/lib/housing/queries'
import type { Stay } from '@/lib/housing/rules'
import type { Locale } from '@/lib/i18n/locales'
import { timeZoneOf } from '@/lib/places/cities'
import { addDays, cityDay } from '@/lib/places/city-time'
import type { PlaceFacts } from '@/lib/places/queries'
import {
  arrivalOf,
  type Deadlines,
  deadlines,
  isInCity,
  RIDE_WINDOW_MS,
  startsAround,
  stayAfter,
} from '@/lib/plans/rules'
import { NIGHTS, type PlanInput } from '@/lib/plans/schema'
import type { RideCardView } from '@/lib/rides/queries'
import { RIDE_ZONE } from '@/lib/rides/schema'
import { iinCentresAt } from '@/lib/search/centres'
import { homesFreeFirst } from '@/lib/search/homes'
import { cardsOf, readCards } from '@/lib/search/queries'
import { ridesFromPlaces } from '@/lib/search/rides'
import { chooseTogether } from '@/lib/search/together'

/** What of each kind a page has room for. */
const SHOWN = 2

export interface PlanView {
  arrival: Date
  stay: Stay
  /** Null when no ride is asked for. */
  rides: {
    /** The plan ends where it begins. */
    isThere: boolean
    /** Within the window after the arrival, with places for everyone, soonest first. */
    fitting: RideCardView[]
    /** When none fits: the next with enough seats. */
    next: RideCardView | null
  } | null
  /** Null when no bed is asked for. */
  homes: HousingCardView[] | null
  /** As they stand at the arrival. */
  centres: CentreCardView[]
  deadlines: Deadlines
}

/** What there is for an arrival, in two statements. `places` are those of the form. */
export async function getPlan(
  viewer: Viewer,
  plan: PlanInput,
  places: readonly PlaceFacts[],
  locale: Locale,
  now: Date,
): Promise<PlanView> {
  const zone = timeZoneOf(plan.city)
  const arrival = arrivalOf(plan, zone, now)
  const stay = stayAfter(arrival, plan.nights, zone, now)
  const origin = places.find(({ id }) => id === plan.from)
  const isThere = !origin || isInCity(origin, plan.city)
  const starts = isThere || !plan.ride ? [] : startsAround(origin, places)
  const choices = {
    ...rideChoices(viewer, plan, starts, arrival, now),
    homes: homeChoice(viewer, plan, stay, now),
    centres: iinCentresAt(viewer, plan.city, arrival, SHOWN, now),
  }
  const against = { cities: [plan.city], holidays: holidaysOf(cityDay(arrival, zone)) }
  const { ids, background } = await chooseTogether(choices, against, now)
  const reading = { locale, background, stay, at: arrival }
  const chosen = [...new Set(Object.values(ids).flat())]
  const cards = await readCards(viewer, chosen, reading, now)
  const rides = cardsOf(cards, 'ride')
  const fitting = rides.filter(({ id }) => ids.fitting.includes(id))
  const next = fitting.length > 0 ? null : (rides[0] ?? null)
  return {
    arrival,
    stay,
    rides: plan.ride ? { isThere, fitting, next } : null,
    homes: plan.bed ? cardsOf(cards, 'housing') : null,
    centres: cardsOf(cards, 'centre'),
    deadlines: deadlines(cityDay(arrival, zone), addDays(stay.last, 1), background.holidays),
  }
}

// Those that take everyone within the window; else the next with enough seats is told.
function rideChoices(
  viewer: Viewer,
  { city, adults, children, pets }: PlanInput,
  starts: string[],
  arrival: Date,
  now: Date,
) {
  const seated = { city, people: adults + children }
  const to = new Date(arrival.getTime() + RIDE_WINDOW_MS)
  const party = { children, pets }
  return {
    fitting: ridesFromPlaces(
      viewer,
      { ...seated, party, between: { from: arrival, to } },
      starts,
      SHOWN,
      now,
    ),
    next: ridesFromPlaces(viewer, { ...seated, between: { from: arrival } }, starts, 1, now),
  }
}

function homeChoice(viewer: Viewer, plan: PlanInput, stay: Stay, now: Date) {
  const { city, adults, children, pets } = plan
  const filter = {
    city,
    people: adults + children,
    from: stay.first,
    to: addDays(stay.last, 1),
    party: { children, pets },
  }
  return homesFreeFirst(viewer, filter, cityDay(now, RIDE_ZONE), plan.bed ? SHOWN : 0, now)
}

// Far enough for the next opening, and for the working days after the last night.
function holidaysOf(day: string): { from: string; to: string } {
  return { from: addDays(day, -SEARCH_DAYS), to: addDays(day, SEARCH_DAYS + NIGHTS.max) }
}
