import { InvalidInput } from '@/lib/errors'
import type { KindModule, SharedColumns } from '@/lib/listings/kinds'
import type { CitySlug } from '@/lib/places/cities'
import { cityClock, cityDay, cityInstant } from '@/lib/places/city-time'
import { publicHour } from '@/lib/rides/rules'
import { RIDE_ZONE, type RideInput, rideSchema } from '@/lib/rides/schema'
import { seal, unseal } from '@/lib/seal'

/** What is released only after acceptance. */
export interface Meeting {
  /** Exact departure, `HH:MM`. */
  exactTime: string
  point: string
  car: string
  plate: string
}

/** A volunteer ride: two places inside Kazakhstan, an hour, seats. */
export const rideKind: KindModule<RideInput> = {
  schema: rideSchema,
  hasDuties: true,
  privateFields: ['point', 'car', 'plate', 'time'],
  instantFields: ['seats'],
  places: (input) => [{ night: null, total: input.seats }],

  async columns(tx, input) {
    const places = await tx.place.findMany({
      where: { id: { in: [input.from, input.to] } },
      select: { id: true, kind: true, nameRu: true, serves: true },
    })
    const from = places.find(({ id }) => id === input.from)
    const to = places.find(({ id }) => id === input.to)
    if (!from) throw new InvalidInput([{ field: 'from', code: 'unknown_choice' }])
    if (!to) throw new InvalidInput([{ field: 'to', code: 'unknown_choice' }])
    const ends = citiesOf(from, to)
    if (!ends) throw new InvalidInput([{ field: 'to', code: 'no_city_of_ours' }])
    const departsAt = departure(input)
    return {
      ...ends,
      title: `${from.nameRu} → ${to.nameRu}`.slice(0, 80),
      body: input.body,
      sortAt: departsAt,
      expiresAt: new Date(departsAt.getTime() + 3_600_000),
      priceTenge: input.price,
    }
  },

  async write(tx, listingId, input) {
    const meeting: Meeting = {
      exactTime: input.time,
      point: input.point,
      car: input.car,
      plate: input.plate,
    }
    const row = {
      fromPlaceId: input.from,
      toPlaceId: input.to,
      departsAt: departure(input),
      priceTenge: input.price,
      luggage: input.luggage,
      childSeats: input.childSeats,
      pets: input.pets,
      womenOnRequest: input.womenOnRequest,
      languages: input.languages,
      meetingSealed: seal(JSON.stringify(meeting), 'ride.meeting'),
    }
    await tx.ride.upsert({ where: { listingId }, create: { listingId, ...row }, update: row })
  },

  async erasePrivate(tx, listingId) {
    const nothing: Meeting = { exactTime: '', point: '', car: '', plate: '' }
    const meetingSealed = seal(JSON.stringify(nothing), 'ride.meeting')
    await tx.ride.update({ where: { listingId }, data: { meetingSealed } })
  },

  hasOwnTitle: false,
  eraseWords: null,

  async read(tx, listingId) {
    const listing = await tx.listing.findUniqueOrThrow({
      where: { id: listingId },
      select: { body: true, ride: true, capacity: { select: { total: true } } },
    })
    const ride = listing.ride
    if (!ride) throw new Error('a ride listing without its ride')
    const meeting = JSON.parse(unseal(ride.meetingSealed, 'ride.meeting')) as Meeting
    return {
      from: ride.fromPlaceId,
      to: ride.toPlaceId,
      day: cityDay(ride.departsAt, RIDE_ZONE),
      time: meeting.exactTime || cityClock(ride.departsAt, RIDE_ZONE),
      seats: listing.capacity[0]?.total ?? 1,
      price: ride.priceTenge,
      luggage: ride.luggage,
      childSeats: ride.childSeats,
      pets: ride.pets,
      womenOnRequest: ride.womenOnRequest,
      languages: ride.languages,
      body: listing.body,
      point: meeting.point,
      car: meeting.car,
      plate: meeting.plate,
    }
  },
}

function departure(input: RideInput): Date {
  return publicHour(cityInstant(input.day, input.time, RIDE_ZONE))
}

type End = { kind: string; serves: CitySlug[] }

// A ride belongs to the city it goes to, else to the one it leaves; another city of ours at the
// other end lists it too. A crossing serves cities, it is not in one.
function citiesOf(from: End, to: End): Pick<SharedColumns, 'city' | 'otherCity'> | null {
  const [start] = from.serves
  const [end] = to.serves
  const city = end ?? start
  if (!city) return null
  const otherCity = start && start !== city && from.kind !== 'crossing' ? start : null
  return { city, otherCity }
}
