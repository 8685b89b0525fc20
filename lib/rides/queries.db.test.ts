import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { GUEST } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import { listNotices, noticeOf } from '@/lib/places/queries'
import { getRide, listRides } from '@/lib/rides/queries'
import type { RideFilter } from '@/lib/search/rides'
import { type Cast, cast } from '@/lib/testing/cast'
import { day } from '@/lib/testing/homes'
import { offerRide, publishRide } from '@/lib/testing/rides'
import { sayTruth } from '@/lib/truth/commands'

let people: Cast

beforeAll(async () => {
  people = await cast()
})

// Decisions are append-only, so what earlier tests published is taken out of sight instead.
beforeEach(async () => {
  await db.listing.updateMany({ data: { pausedUntil: new Date('2099-01-01') } })
})

async function found(filter: Partial<RideFilter> = {}): Promise<string[]> {
  const { cards } = await listRides(GUEST, { city: null, ...filter }, 'ru', new Date())
  return cards.map(({ id }) => id)
}

const publish = (change = {}) => publishRide(people.marta, people.samal, change)

describe('listRides', () => {
  it('lists what is published, soonest first', async () => {
    const late = await publish({ day: day(3) })
    const soon = await publish({ day: day(1) })
    await offerRide(people.marta)
    expect(await found()).toEqual([soon, late])
  })

  it('finds a ride in the city at either end', async () => {
    const id = await publish({ from: 'city-uralsk', to: 'city-almaty' })
    expect(await found({ city: 'uralsk' })).toEqual([id])
    expect(await found({ city: 'almaty' })).toEqual([id])
    expect(await found({ city: 'astana' })).toEqual([])
  })

  it('filters by place and by the day in Kazakhstan', async () => {
    const id = await publish({ day: day(2), time: '00:10' })
    expect(await found({ from: 'crossing-syrym', to: 'city-uralsk', date: day(2) })).toEqual([id])
    expect(await found({ date: day(1) })).toEqual([])
    expect(await found({ date: day(3) })).toEqual([])
    expect(await found({ from: 'crossing-taskala' })).toEqual([])
    expect(await found({ date: '9999-12-31' })).toEqual([])
  })

  it('begins a day with its first hour', async () => {
    const id = await publish({ day: day(2), time: '00:10' })
    expect(await found({ date: day(2) })).toEqual([id])
    expect(await found({ from: 'crossing-syrym', date: day(2) })).toEqual([id])
    expect(await found({ date: day(1) })).toEqual([])
  })

  it('asks for so many free seats', async () => {
    const id = await publish({ seats: 3 })
    await db.capacity.updateMany({ where: { listingId: id }, data: { held: 1 } })
    expect(await found({ people: 2 })).toEqual([id])
    expect(await found({ people: 3 })).toEqual([])
    await sayTruth(people.marta, id, 'full')
    expect(await found({ people: 1 })).toEqual([])
    expect(await found()).toEqual([id])
  })

  it('shows a ride its author calls full as having no free seat', async () => {
    const id = await publish({ seats: 3 })
    await sayTruth(people.marta, id, 'full')
    const { seats } = await getRide(GUEST, id, 'ru', new Date())
    expect(seats).toEqual({ total: 3, free: 0 })
  })

  it('is sorted by price, by age, by distance of its start, each page once', async () => {
    const later = { day: day(2), to: 'city-almaty' }
    const far = await publish({ ...later, from: 'station-astana-1', price: 500 })
    const unknown = await publish({ ...later, price: 900 })
    const near = await publish({ ...later, from: 'station-uralsk', price: 700 })
    const free = await publish({ ...later, from: 'city-uralsk', day: day(3) })
    expect(await found({ sort: 'free' })).toEqual([free, far, near, unknown])
    expect(await found({ sort: 'newest' })).toEqual([free, near, unknown, far])
    const here = { sort: 'nearest', near: '51.23,51.37' } as const
    expect(await found(here)).toEqual([near, free, far, unknown])
    const { cards } = await listRides(GUEST, { city: null, ...here }, 'ru', new Date())
    expect(cards.map(({ distanceKm }) => distanceKm)).toEqual([0, 1, 1392, undefined])
    expect(await found({ ...here, city: 'petropavlovsk' })).toEqual([])
    expect(await found({ ...here, people: 4 })).toEqual([])
  })

  it('by distance is filtered as by time', async () => {
    await publish({ from: 'city-uralsk', to: 'city-almaty', day: day(1), seats: 4 })
    await publish({ from: 'crossing-taskala', day: day(2) })
    await publish({ from: 'station-astana-1', to: 'city-almaty', day: day(2) })
    const filters: Partial<RideFilter>[] = [
      { from: 'city-uralsk' },
      { from: 'crossing-taskala', date: day(2) },
      { to: 'city-almaty' },
      { date: day(2) },
      { people: 4 },
      { fromBorder: true },
      { city: 'astana' },
    ]
    for (const filter of filters) {
      const nearest = await found({ ...filter, sort: 'nearest', near: '51.23,51.37' })
      expect(nearest.toSorted(), JSON.stringify(filter)).toEqual((await found(filter)).toSorted())
      expect([1, 2]).toContain(nearest.length)
    }
  })

  it('is gone when its hour is over', async () => {
    const id = await publish({ day: day(1), time: '18:40' })
    const { departsAt } = await getRide(GUEST, id, 'ru', new Date())
    const at = async (minutes: number) => {
      const now = new Date(departsAt.getTime() + minutes * 60_000)
      return (await listRides(GUEST, { city: null }, 'ru', now)).cards.length
    }
    expect(await at(59)).toBe(1)
    expect(await at(60)).toBe(0)
  })
})

describe('what a view says', () => {
  const isSecret = /кафе|универсал|000 AAA|18:40|sealed|email|ownerId|example\.org/i

  it('is never sealed, nor whose it is', async () => {
    const id = await publish()
    const detail = await getRide(GUEST, id, 'ru', new Date())
    const list = await listRides(GUEST, { city: null }, 'ru', new Date())
    expect(detail.departsAt.getTime() % 3_600_000).toBe(0)
    expect(JSON.stringify([{ ...detail, notices: [] }, list])).not.toMatch(isSecret)
    expect(JSON.stringify(list)).not.toContain(people.marta.id)
  })

  it('is the same to its author and to a moderator', async () => {
    const id = await publish()
    for (const viewer of [people.marta, people.samal]) {
      expect(await getRide(viewer, id, 'ru', new Date())).toEqual(
        await getRide(GUEST, id, 'ru', new Date()),
      )
    }
  })

  it('names places in the language of the reader, else in Russian and says so', async () => {
    const id = await publish({ from: 'crossing-taskala' })
    const { from, to } = await getRide(GUEST, id, 'kk', new Date())
    expect(from).toEqual({
      id: 'crossing-taskala',
      kind: 'crossing',
      text: 'Таскала',
      lang: 'ru',
    })
    expect(to).toEqual({ id: 'city-uralsk', kind: 'city', text: 'Орал' })
  })

  it('names the Russian post opposite a crossing', async () => {
    const { otherSideRu } = await db.place.findUniqueOrThrow({ where: { id: 'crossing-syrym' } })
    const id = await publish()
    expect((await getRide(GUEST, id, 'ru', new Date())).otherSide).toBe(otherSideRu)
  })

  it('warns of what is known about both ends', async () => {
    const place = await db.place.findFirstOrThrow({
      where: { kind: 'crossing', noticeLevel: { not: null }, serves: { isEmpty: false } },
    })
    const to = place.serves[0] === 'astana' ? 'city-almaty' : 'city-astana'
    const id = await publish({ from: place.id, to })
    const { notices } = await getRide(GUEST, id, 'en', new Date())
    expect(notices).toContainEqual(noticeOf(place, 'en'))
    const listed = await listNotices(place.serves[0] ?? 'uralsk', 'en')
    expect(listed.map(({ notice }) => notice)).toContainEqual(noticeOf(place, 'en'))
  })
})

describe('getRide', () => {
  it('knows nothing of what is not published, not even that it exists', async () => {
    const id = await offerRide(people.marta)
    await expect(getRide(GUEST, id, 'ru', new Date())).rejects.toThrow(NotFound)
    await expect(getRide(people.aigul, id, 'ru', new Date())).rejects.toThrow(NotFound)
    await expect(getRide(people.marta, id, 'ru', new Date())).resolves.toMatchObject({ id })
    await expect(getRide(people.samal, id, 'ru', new Date())).resolves.toMatchObject({ id })
  })
})
