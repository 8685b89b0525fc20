import type { PlaceKind } from '@/lib/generated/prisma/enums'
import { MOVED_WORKING_DAYS, REGISTER_DAYS, STAY_DAYS } from '@/lib/guide/registration'
import type { Stay } from '@/lib/housing/rules'
import { CITIES, type CitySlug } from '@/lib/places/cities'
import { addDays, cityDay, cityInstant, cityMinutes, weekdayOf } from '@/lib/places/city-time'

const HOUR_MS = 3_600_000
const SATURDAY = 6
/** Whoever arrives before this hour still needs the night that began the evening before. */
const NIGHT_ENDS_MINUTES = 5 * 60
/** How long after arriving a ride still is the way on, and not the next day's. */
export const RIDE_WINDOW_MS = 12 * HOUR_MS

/** The instant from which a plan counts: the arrival, or now for those who are there already. */
export function arrivalOf(plan: { date: string; time: string }, zone: string, now: Date): Date {
  const arrival = cityInstant(plan.date, plan.time, zone)
  return arrival < now ? now : arrival
}

/** The nights that are slept: the first is the one of the arrival, also after midnight. */
export function stayAfter(arrival: Date, nights: number, zone: string, now: Date): Stay {
  const day = cityDay(arrival, zone)
  const isNightStill = cityMinutes(arrival, zone) < NIGHT_ENDS_MINUTES
  const eveningBefore = addDays(day, -1)
  const first = isNightStill && eveningBefore >= cityDay(now, zone) ? eveningBefore : day
  return { first, last: addDays(first, nights - 1) }
}

/** Whether people work on this day: from Monday to Friday, unless it is a public holiday. */
export function isWorkingDay(day: string, holidays: ReadonlySet<string>): boolean {
  return weekdayOf(day) < SATURDAY && !holidays.has(day)
}

/** The n-th working day, counted from a day that counts itself when people work on it. */
export function workingDay(n: number, from: string, holidays: ReadonlySet<string>): string {
  let left = n
  for (let day = from; ; day = addDays(day, 1)) {
    if (isWorkingDay(day, holidays) && --left === 0) return day
  }
}

/** The last working day that is not after this one: offices help on no later day. */
export function lastWorkingDay(until: string, holidays: ReadonlySet<string>): string {
  let day = until
  while (!isWorkingDay(day, holidays)) day = addDays(day, -1)
  return day
}

export interface Deadlines {
  /** The last day to enter one's details and address. */
  register: string
  /** The last day before it on which offices work, to ask for help. */
  registerWorking: string
  /** The last day to enter the next address after leaving the first bed. */
  moved: { on: string; until: string }
  /** The last day of the stay for those who were not in the country within 180 days before. */
  stayUntil: string
}

/**
 * The days that follow from an arrival. Where the law can be read in two ways the earlier day is
 * told: the day of arrival, or of the move, counts as the first.
 */
export function deadlines(
  arrived: string,
  leaves: string,
  holidays: ReadonlySet<string>,
): Deadlines {
  const register = addDays(arrived, REGISTER_DAYS - 1)
  return {
    register,
    registerWorking: lastWorkingDay(register, holidays),
    moved: { on: leaves, until: workingDay(MOVED_WORKING_DAYS, leaves, holidays) },
    stayUntil: addDays(arrived, STAY_DAYS - 1),
  }
}

interface Located {
  id: string
  kind: PlaceKind
  serves: readonly CitySlug[]
  latitude: number | null
  longitude: number | null
}

const KILOMETRES_OF_A_DEGREE = 111.2
/** Airports lie up to 16 km from the middle of our cities, border stations at least 40. */
const CITY_RADIUS_KM = 30

/** Whether somebody at this place is in the city already, and needs no ride to it. */
export function isInCity(place: Located, city: CitySlug): boolean {
  if (place.kind === 'crossing' || !place.serves.includes(city)) return false
  const { latitude, longitude } = place
  if (latitude === null || longitude === null) return true
  const north = latitude - CITIES[city].latitude
  const east = (longitude - CITIES[city].longitude) * Math.cos((latitude * Math.PI) / 180)
  return Math.hypot(north, east) * KILOMETRES_OF_A_DEGREE <= CITY_RADIUS_KM
}

/** Where somebody at a place can get into a car: there, or anywhere in the city they are in. */
export function startsAround(origin: Located, places: readonly Located[]): string[] {
  const city = origin.serves.find((slug) => isInCity(origin, slug))
  if (!city) return [origin.id]
  return places.filter((place) => isInCity(place, city)).map(({ id }) => id)
}
