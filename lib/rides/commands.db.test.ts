import { beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { changeListing, offerListing } from '@/lib/listings/commands'
import { cityInstant } from '@/lib/places/city-time'
import { rideKind } from '@/lib/rides/commands'
import { RIDE_ZONE } from '@/lib/rides/schema'
import { type Cast, cast } from '@/lib/testing/cast'
import { day } from '@/lib/testing/homes'
import { offerRide, rideForm } from '@/lib/testing/rides'

const HOUR_MS = 3_600_000
let people: Cast

beforeAll(async () => {
  people = await cast()
})

const listing = (id: string) => db.listing.findUniqueOrThrow({ where: { id } })

describe('a ride that is offered', () => {
  it('waits for review under the names of its two ends', async () => {
    const id = await offerRide(people.marta)
    expect(await listing(id)).toMatchObject({
      kind: 'ride',
      status: 'pending',
      version: 1,
      title: 'Сырым → Уральск',
      publishedAt: null,
    })
  })

  it('shows the hour in the open and keeps the minute sealed', async () => {
    const id = await offerRide(people.marta, { time: '18:40' })
    const hour = cityInstant(day(1), '18:00', RIDE_ZONE)
    expect((await db.ride.findUniqueOrThrow({ where: { listingId: id } })).departsAt).toEqual(hour)
    expect(await listing(id)).toMatchObject({
      sortAt: hour,
      expiresAt: new Date(hour.getTime() + HOUR_MS),
    })
  })

  it('keeps point, car, plate and minute out of every column in the open', async () => {
    const id = await offerRide(people.marta)
    const [row] = await db.$queryRaw<{ text: string }[]>`
      SELECT ride::text || listing::text AS text
      FROM ride JOIN listing ON listing.id = listing_id WHERE listing.id = ${id}::uuid`
    for (const secret of ['кафе', 'универсал', '000 AAA', '18:40']) {
      expect(row?.text).not.toContain(secret)
    }
  })

  it('has one row of seats', async () => {
    const id = await offerRide(people.marta, { seats: 4 })
    expect(await db.capacity.findMany({ where: { listingId: id } })).toMatchObject([
      { night: null, total: 4, held: 0, free: 4 },
    ])
  })

  it('is read back as it was sent', async () => {
    const form = rideForm({ price: 4500, childSeats: 0, pets: false, luggage: 'none' })
    const id = await offerRide(people.marta, form)
    expect(await rideKind.read(db, id)).toEqual(form)
  })

  it('is read back as it was changed', async () => {
    const id = await offerRide(people.marta)
    const form = rideForm({ time: '09:05', to: 'city-almaty', seats: 1, plate: '001 BBB 02' })
    await changeListing(people.marta, id, 1, 'ru', form)
    expect(await rideKind.read(db, id)).toEqual(form)
    expect(await db.capacity.count({ where: { listingId: id } })).toBe(1)
  })
})

describe('the cities of a ride', () => {
  it.each([
    ['crossing-syrym', 'city-uralsk', 'uralsk', null],
    ['city-uralsk', 'crossing-syrym', 'uralsk', null],
    ['city-uralsk', 'city-almaty', 'almaty', 'uralsk'],
    ['station-almaty-2', 'airport-astana', 'astana', 'almaty'],
    ['station-uralsk', 'airport-uralsk', 'uralsk', null],
    // A crossing serves cities, it is not in one: its first city does not list the ride.
    ['crossing-syrym', 'city-astana', 'astana', null],
    ['crossing-kurmangazy', 'city-astana', 'astana', null],
    ['city-astana', 'crossing-kurmangazy', 'astana', null],
  ])('%s → %s is a ride of %s, listed in %s too', async (from, to, city, otherCity) => {
    const id = await offerRide(people.marta, { from, to })
    expect(await listing(id)).toMatchObject({ city, otherCity })
  })

  it('a ride between two places of nobody is refused', async () => {
    const source = 'https://example.org'
    await db.place.create({
      data: { id: 'station-far', kind: 'station', nameRu: 'Даль', source, checkedOn: new Date() },
    })
    await expect(
      offerRide(people.marta, { from: 'crossing-kurmangazy', to: 'station-far' }),
    ).rejects.toMatchObject({ issues: [{ field: 'to', code: 'no_city_of_ours' }] })
  })
})

describe('a place that does not exist', () => {
  it.each([
    [{ from: 'crossing-nowhere' }, 'from'],
    [{ to: 'crossing-nowhere' }, 'to'],
  ])('%j is refused and nothing is saved by half', async (change, field) => {
    const before = await db.listing.count()
    await expect(offerRide(people.marta, change)).rejects.toMatchObject({
      issues: [{ field, code: 'unknown_choice' }],
    })
    expect(await db.listing.count()).toBe(before)
  })
})

describe('who may offer a ride', () => {
  it('is someone with a public name who has read their duties', async () => {
    await expect(offerListing(people.timur, 'ride', 'ru', rideForm())).rejects.toThrow('duties')
    const nameless = { ...people.marta, publicName: null }
    await expect(offerRide(nameless)).rejects.toThrow('public name')
  })
})
