import { randomUUID } from 'node:crypto'
import type { Prisma } from '@/lib/generated/prisma/client'
import { CITIES } from '@/lib/places/cities'
import {
  addDays,
  cityClock,
  cityDay,
  cityInstant,
  clockMinutes,
  dayColumn,
} from '@/lib/places/city-time'
import { seal } from '@/lib/seal'
import { PLACES } from './places'
import { decisionOf, lifecycleOf, type SampleContext } from './sample-lifecycle'
import type {
  CitySamples,
  SampleCentre,
  SampleHousing,
  SampleListing,
  SampleRide,
} from './samples/listing'

const HOUR_MS = 3_600_000

/** The rows of sample listings, in the order in which the tables must be filled. */
export type SampleRows = {
  listings: Prisma.ListingCreateManyInput[]
  rides: Prisma.RideCreateManyInput[]
  housing: Prisma.HousingCreateManyInput[]
  centres: Prisma.CentreCreateManyInput[]
  openingHours: Prisma.OpeningHoursCreateManyInput[]
  openingExceptions: Prisma.OpeningExceptionCreateManyInput[]
  capacity: Prisma.CapacityCreateManyInput[]
  decisions: Prisma.DecisionCreateManyInput[]
}

/** Columns of `listing` that each kind fills in its own way. */
type OwnColumns = Pick<
  Prisma.ListingCreateManyInput,
  'kind' | 'title' | 'otherCity' | 'full' | 'expiresAt' | 'sortAt' | 'priceTenge'
>

/** Turns the samples of one city into rows that satisfy the constraints. */
export function sampleRows(samples: CitySamples, context: SampleContext): SampleRows {
  const rows: SampleRows = {
    listings: [],
    rides: [],
    housing: [],
    centres: [],
    openingHours: [],
    openingExceptions: [],
    capacity: [],
    decisions: [],
  }
  const zone = CITIES[samples.city].timeZone
  const today = cityDay(context.now, zone)

  const addListing = (sample: SampleListing, own: OwnColumns): string => {
    const id = randomUUID()
    const { language, body } = sample
    const lifecycle = lifecycleOf(sample, context)
    const decision = decisionOf(sample, context)
    const shared = { id, city: samples.city, language, body, sample: true, ...lifecycle }
    rows.listings.push({ ...shared, ...own })
    if (decision) {
      rows.decisions.push({ listingId: id, createdAt: lifecycle.statusChangedAt, ...decision })
    }
    return id
  }

  for (const sample of samples.rides) {
    const departsAt = new Date(
      Math.floor(context.now.getTime() / HOUR_MS + sample.inHours) * HOUR_MS,
    )
    const listingId = addListing(sample, {
      kind: 'ride',
      title: `${placeName(sample.from)} → ${placeName(sample.to)}`,
      otherCity: sample.otherCity ?? null,
      expiresAt: new Date(departsAt.getTime() + HOUR_MS),
      sortAt: departsAt,
      priceTenge: sample.priceTenge,
    })
    rows.rides.push(rideRow(sample, listingId, departsAt, zone))
    rows.capacity.push({ listingId, total: sample.seats, held: sample.taken ?? 0 })
  }

  for (const sample of samples.housing) {
    const firstNight = addDays(today, sample.inDays)
    const listingId = addListing(sample, {
      kind: 'housing',
      title: sample.title,
      full: sample.full ?? false,
      expiresAt: cityInstant(addDays(firstNight, sample.nights), '00:00', zone),
      sortAt: cityInstant(firstNight, '00:00', zone),
      priceTenge: sample.priceTenge,
    })
    rows.housing.push(housingRow(sample, listingId, firstNight))
    rows.capacity.push(...nightRows(sample, listingId, firstNight))
  }

  for (const sample of samples.centres) {
    const listingId = addListing(sample, { kind: 'centre', title: sample.title })
    rows.centres.push(centreRow(sample, listingId))
    rows.openingHours.push(...openingRows(sample, listingId))
    rows.openingExceptions.push(...exceptionRows(sample, listingId, today))
  }
  return rows
}

function placeName(id: string): string {
  const place = PLACES.find((known) => known.id === id)
  if (!place) throw new Error(`A sample ride names the unknown place ${id}`)
  return place.nameRu
}

function rideRow(
  sample: SampleRide,
  listingId: string,
  departsAt: Date,
  zone: string,
): Prisma.RideCreateManyInput {
  const meeting = {
    exactTime: cityClock(new Date(departsAt.getTime() + HOUR_MS / 3), zone),
    point: 'У главного входа. Это пример.',
    car: 'Белый универсал',
    plate: '000 AAA 07',
  }
  return {
    listingId,
    fromPlaceId: sample.from,
    toPlaceId: sample.to,
    departsAt,
    priceTenge: sample.priceTenge,
    luggage: sample.luggage,
    childSeats: sample.childSeats ?? 0,
    pets: sample.pets ?? false,
    womenOnRequest: sample.womenOnRequest ?? false,
    languages: sample.languages,
    meetingSealed: seal(JSON.stringify(meeting), 'ride.meeting'),
  }
}

function housingRow(
  sample: SampleHousing,
  listingId: string,
  firstNight: string,
): Prisma.HousingCreateManyInput {
  return {
    listingId,
    housingKind: sample.kind,
    district: sample.district ?? null,
    firstNight: dayColumn(firstNight),
    lastNight: dayColumn(addDays(firstNight, sample.nights - 1)),
    minNights: sample.minNights ?? 1,
    maxNights: sample.maxNights,
    priceTenge: sample.priceTenge,
    ...Object.fromEntries(sample.suits.map((suit) => [suit, true])),
    houseRules: sample.houseRules ?? '',
    languages: sample.languages,
    addressSealed: seal('Это пример, поэтому без адреса.', 'housing.address'),
  }
}

function nightRows(
  { nights, beds, taken }: SampleHousing,
  listingId: string,
  firstNight: string,
): Prisma.CapacityCreateManyInput[] {
  return Array.from({ length: nights }, (_, index) => ({
    listingId,
    night: dayColumn(addDays(firstNight, index)),
    total: beds,
    held: taken && index < (taken.nights ?? nights) ? taken.beds : 0,
  }))
}

function centreRow(sample: SampleCentre, listingId: string): Prisma.CentreCreateManyInput {
  return {
    listingId,
    centreKind: 'help_point',
    district: sample.district ?? null,
    addressSealed: seal('Это пример, поэтому без адреса.', 'centre.address'),
    appointment: sample.appointment,
    services: sample.services,
    documents: sample.documents,
    languages: sample.languages,
    stepFree: sample.stepFree ?? null,
    closedHolidays: !sample.opensOnHolidays,
  }
}

function openingRows(
  { hours }: SampleCentre,
  listingId: string,
): Prisma.OpeningHoursCreateManyInput[] {
  return hours.flatMap(({ weekdays, opens, closes }) =>
    weekdays.map((weekday) => ({
      listingId,
      weekday,
      opens: clockMinutes(opens),
      closes: clockMinutes(closes),
    })),
  )
}

function exceptionRows(
  { exceptions = [] }: SampleCentre,
  listingId: string,
  today: string,
): Prisma.OpeningExceptionCreateManyInput[] {
  return exceptions.map(({ inDays, opens, closes }) => ({
    listingId,
    day: dayColumn(addDays(today, inDays)),
    opens: opens ? clockMinutes(opens) : null,
    closes: closes ? clockMinutes(closes) : null,
  }))
}
