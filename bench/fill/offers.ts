import { CENTRE_SERVICES } from '@/lib/centres/schema'
import type { Place } from '@/lib/generated/prisma/client'
import type { City, Locale } from '@/lib/generated/prisma/enums'
import { AppointmentRule, HousingKind, Luggage } from '@/lib/generated/prisma/enums'
import { CITIES, CITY_SLUGS } from '@/lib/places/cities'
import type { DescribedRow } from '@/lib/search/commands'
import { Chance } from './chance'
import { WORDS } from './words'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** One listing with everything that is written of it; what is sealed is the same for all. */
export interface Offer {
  row: DescribedRow
  publishedAt: Date
  confirmedAt: Date
  sortAt: Date
  expiresAt: Date | null
  priceTenge: number | null
  /** Seats, or beds of each of so many nights. */
  places: { total: number; held: number; nights: number }
}

/** The public offer of this number: of 500 one is a centre, of five three are rides. */
export function offerOf(n: number, places: Place[], now: Date): Offer {
  const chance = new Chance(n + 1)
  const kind = n % 500 === 0 ? 'centre' : n % 5 < 3 ? 'ride' : 'housing'
  const language = chance.of<Locale>(['ru', 'ru', 'ru', 'ru', 'kk', 'kk', 'en'])
  const { titles, first, middle, last } = WORDS[kind][language]
  const body = [first, middle, middle, last].map((part) => chance.of<string>(part)).join(' ')
  const price = chance.percent(50) ? 0 : 500 * (1 + chance.below(12))
  const total = 1 + chance.below(kind === 'ride' ? 4 : 5)
  const held = chance.below(total + 1)
  const hour = Math.floor(now.getTime() / HOUR) * HOUR
  const common = {
    id: crypto.randomUUID(),
    kind,
    language,
    title: titles ? chance.of<string>(titles) : '',
    body,
    otherCity: null,
    ride: null,
    housing: null,
    centre: null,
  } as const
  const age = chance.below(60 * 24) * HOUR
  const dates = {
    publishedAt: new Date(now.getTime() - age),
    confirmedAt: new Date(now.getTime() - (age % (6 * DAY))),
  }

  if (kind === 'ride') {
    // Half of them have left: that is what stays of a season.
    const sortAt = new Date(hour + (chance.below(60 * 24) - 30 * 24) * HOUR)
    const ride = rideOf(chance, places, price)
    return {
      ...dates,
      row: { ...common, ...ride },
      sortAt,
      expiresAt: new Date(sortAt.getTime() + HOUR),
      priceTenge: price,
      places: { total, held, nights: 0 },
    }
  }
  const city = chance.of(CITY_SLUGS)
  if (kind === 'housing') {
    const sortAt = new Date(Math.floor(now.getTime() / DAY) * DAY + (chance.below(60) - 45) * DAY)
    const nights = 7 + chance.below(40)
    const housing = homeOf(chance, city, price, sortAt, nights)
    return {
      ...dates,
      row: { ...common, city, housing },
      sortAt,
      expiresAt: new Date(sortAt.getTime() + nights * DAY),
      priceTenge: price,
      places: { total, held, nights },
    }
  }
  return {
    ...dates,
    row: { ...common, city, centre: centreOf(chance, city, common.id) },
    sortAt: dates.publishedAt,
    expiresAt: null,
    priceTenge: null,
    places: { total: 0, held: 0, nights: 0 },
  }
}

function rideOf(chance: Chance, places: Place[], priceTenge: number) {
  const city = chance.of(CITY_SLUGS)
  const ends = places.filter(({ id }) => id === `city-${city}`)
  const starts = places.filter(
    ({ id, kind, serves }) => id !== `city-${city}` && (kind === 'city' || serves.includes(city)),
  )
  const [fromPlace, toPlace] = [chance.of(starts), chance.of(ends)]
  const from = CITY_SLUGS.find((slug) => fromPlace.id === `city-${slug}`)
  const ride = {
    priceTenge,
    luggage: chance.of(Object.values(Luggage)),
    childSeats: chance.percent(20) ? 1 : 0,
    pets: chance.percent(30),
    fromPlace,
    toPlace,
  }
  return {
    city,
    otherCity: from ?? null,
    title: `${fromPlace.nameRu} → ${toPlace.nameRu}`.slice(0, 80),
    ride,
  }
}

function homeOf(
  chance: Chance,
  city: City,
  priceTenge: number,
  firstNight: Date,
  nights: number,
): NonNullable<DescribedRow['housing']> {
  const womenOnly = chance.percent(12)
  return {
    listingId: '',
    kind: 'housing',
    housingKind: chance.of(Object.values(HousingKind)),
    district: districtOf(chance, city),
    firstNight,
    lastNight: new Date(firstNight.getTime() + (nights - 1) * DAY),
    minNights: 1,
    maxNights: nights,
    priceTenge,
    families: chance.percent(50),
    children: chance.percent(60),
    womenOnly,
    menOnly: !womenOnly && chance.percent(8),
    womenOnRequest: false,
    pets: chance.percent(25),
    smokers: chance.percent(10),
    stepFree: chance.percent(15),
    confirmsRegistration: chance.percent(30),
    houseRules: '',
    languages: ['ru'],
  }
}

function centreOf(
  chance: Chance,
  city: City,
  listingId: string,
): NonNullable<DescribedRow['centre']> {
  const isOffice = chance.percent(30)
  return {
    listingId,
    kind: 'centre',
    key: null,
    centreKind: isOffice ? 'service_centre' : 'help_point',
    district: districtOf(chance, city),
    publicAddress: null,
    publicPhone: null,
    publicBuilding: false,
    latitude: isOffice ? CITIES[city].latitude + chance.below(100) / 2_000 : null,
    longitude: isOffice ? CITIES[city].longitude + chance.below(100) / 2_000 : null,
    appointment: chance.of(Object.values(AppointmentRule)),
    services: [chance.of(CENTRE_SERVICES)],
    documents: '',
    fees: '',
    languages: ['ru', 'kk'],
    stepFree: chance.percent(50),
    closedHolidays: true,
    sourceUrl: isOffice ? 'https://example.org' : null,
    checkedOn: isOffice ? new Date('2026-11-22') : null,
  }
}

function districtOf(chance: Chance, city: City): string | null {
  const { districts } = CITIES[city]
  return districts.length > 0 && chance.percent(60) ? chance.of(districts).slug : null
}
