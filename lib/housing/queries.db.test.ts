import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { suspendPerson } from '@/lib/accounts/commands'
import type { Viewer } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { countFreeBeds, getHousing, listHousing } from '@/lib/housing/queries'
import { withdrawListing } from '@/lib/listings/commands'
import { PAGE_SIZE } from '@/lib/listings/queries'
import { dayColumn } from '@/lib/places/city-time'
import type { HousingFilter } from '@/lib/search/homes'
import { type Cast, cast } from '@/lib/testing/cast'
import { day, homeForm, offerHome, publishHome } from '@/lib/testing/homes'
import { sayTruth } from '@/lib/truth/commands'

const DAY_MS = 86_400_000
let people: Cast

beforeAll(async () => {
  people = await cast()
})

beforeEach(async () => {
  await db.listing.updateMany({ data: { status: 'withdrawn' } })
})

const publish = (change = {}) => publishHome(people.marta, people.samal, change)

async function found(filter: Partial<HousingFilter> = {}, viewer: Viewer = people.guest) {
  const page = await listHousing(viewer, { city: 'uralsk', ...filter }, 'ru', new Date())
  return page.cards
}

const idsOf = (cards: { id: string }[]) => cards.map(({ id }) => id)

async function take(listingId: string, from: string, to: string, held: number): Promise<void> {
  const night = { gte: dayColumn(from), lte: dayColumn(to) }
  await db.capacity.updateMany({ where: { listingId, night }, data: { held } })
}

async function confirmedDaysAgo(id: string, days: number, warningsDelivered = 0): Promise<void> {
  const confirmedAt = new Date(Date.now() - days * DAY_MS)
  await db.listing.update({ where: { id }, data: { confirmedAt, warningsDelivered } })
}

describe('what a guest sees', () => {
  it('is a published home, without its address', async () => {
    const id = await publish({ city: 'almaty', district: 'medeu', address: 'Проспект примера, 7' })
    const [card] = await found({ city: 'almaty' })
    expect(card).toMatchObject({
      id,
      housingKind: 'room',
      district: 'Медеуский район',
      beds: { free: 3, total: 3, from: day(), freeFrom: null },
      firstNight: day(),
      lastNight: day(6),
      author: { name: 'Марта' },
    })
    const detail = await getHousing(people.guest, id, 'kk', new Date())
    expect(detail.nights).toEqual([{ first: day(), last: day(6), free: 3, total: 3 }])
    expect(JSON.stringify([card, detail])).not.toMatch(/примера|sealed/i)
  })

  const hidden: Record<string, () => Promise<string>> = {
    'one that waits for review': () => offerHome(people.marta),
    'one of somebody not verified': () => offerHome(people.timur),
    'one that was withdrawn': async () => {
      const id = await publish()
      await withdrawListing(people.marta, id)
      return id
    },
    'one that is paused': async () => {
      const id = await publish()
      await sayTruth(people.marta, id, 'tomorrow')
      return id
    },
    'one whose nights are over': async () => {
      const id = await publish()
      await db.listing.update({ where: { id }, data: { expiresAt: new Date(Date.now() - 1) } })
      return id
    },
    'one not confirmed for 10 days after two warnings': async () => {
      const id = await publish()
      await confirmedDaysAgo(id, 10, 2)
      return id
    },
    'one of a suspended person': async () => {
      const id = await publishHome(people.aigul, people.samal)
      await suspendPerson(people.samal, people.aigul.id, 'asked_for_money')
      return id
    },
  }

  it.each(Object.keys(hidden))('is never %s', async (name) => {
    const id = await hidden[name]?.()
    expect(await found()).toEqual([])
    expect(await found({ city: null, people: 1 })).toEqual([])
    expect(await countFreeBeds(people.guest, 'uralsk', new Date())).toBe(0)
    await expect(getHousing(people.guest, id ?? '', 'ru', new Date())).rejects.toThrow('housing')
  })

  it('is hidden from a guest but not from its author', async () => {
    const id = await offerHome(people.anna)
    expect(idsOf(await found({}, people.anna))).toEqual([id])
    expect(idsOf(await found({}, people.timur))).not.toContain(id)
  })

  it('does not hide a home for want of confirmation before two warnings were delivered', async () => {
    const id = await publish()
    await confirmedDaysAgo(id, 30, 1)
    expect(idsOf(await found())).toEqual([id])
  })
})

describe('beds', () => {
  it('are those of tonight, or the next free night when there are none', async () => {
    const id = await publish()
    await take(id, day(), day(), 1)
    expect((await found())[0]?.beds.free).toBe(2)
    await take(id, day(), day(2), 3)
    expect((await found())[0]?.beds).toMatchObject({ free: 0, freeFrom: day(3) })
  })

  it('are the fewest of the nights asked for, departure not counted', async () => {
    const id = await publish()
    await take(id, day(3), day(3), 2)
    const stay = (from: number, to: number) => found({ from: day(from), to: day(to) })
    expect((await stay(0, 3))[0]?.beds.free).toBe(3)
    expect((await stay(0, 4))[0]?.beds).toMatchObject({ free: 1, from: day() })
    expect(await getHousing(people.guest, id, 'ru', new Date(), { from: day(3) })).toMatchObject({
      beds: { free: 1, from: day(3) },
    })
  })

  it('are none, and nobody knows from when, once the host says it is full', async () => {
    const id = await publish()
    await sayTruth(people.marta, id, 'full')
    const detail = await getHousing(people.guest, id, 'ru', new Date())
    expect(detail).toMatchObject({ beds: { free: 0, total: 3, freeFrom: null }, nights: [] })
  })

  it('of tonight are counted for a city, without the full and the faded', async () => {
    await publish()
    await publish({ beds: 4, firstNight: day(1) })
    const full = await publish()
    await sayTruth(people.marta, full, 'full')
    const faded = await publish()
    await confirmedDaysAgo(faded, 4)
    await publish({ city: 'astana', beds: 2 })
    expect(await countFreeBeds(people.guest, 'uralsk', new Date())).toBe(3)
    expect(await countFreeBeds(people.guest, null, new Date())).toBe(5)
  })
})

describe('filters', () => {
  it('leave out what costs money, is of another kind or in another city', async () => {
    const free = await publish()
    const flat = await publish({ housingKind: 'flat', price: 4000 })
    const elsewhere = await publish({ city: 'astana' })
    expect(idsOf(await found({ free: '1' }))).toEqual([free])
    expect(idsOf(await found({ kind: 'flat' }))).toEqual([flat])
    expect(idsOf(await found({ city: null, free: '1' })).sort()).toEqual([free, elsewhere].sort())
  })

  it('leave out what has too few beds on one of the nights', async () => {
    const id = await publish()
    await take(id, day(2), day(2), 2)
    const search = (people: number, from: number, to: number) =>
      found({ people, from: day(from), to: day(to) })
    expect(await search(3, 0, 2)).toHaveLength(1)
    expect(await search(2, 0, 3)).toHaveLength(0)
    expect(await search(1, 0, 3)).toHaveLength(1)
    expect(await found({ people: 4 })).toHaveLength(0)
    await sayTruth(people.marta, id, 'full')
    expect(await found({ people: 1 })).toHaveLength(0)
  })

  it('leave out what is not offered on all the nights or not for so few or so many', async () => {
    await publish({ minNights: 2, maxNights: 4 })
    const nights = async (from: number, to: number) =>
      (await found({ from: day(from), to: day(to) })).length
    expect(await nights(0, 2)).toBe(1)
    expect(await nights(0, 4)).toBe(1)
    expect(await nights(0, 5)).toBe(0)
    expect(await nights(5, 7)).toBe(1)
    expect(await nights(5, 8)).toBe(0)
  })

  it('find for a number of people what begins later', async () => {
    const id = await publish({ firstNight: day(2) })
    expect(idsOf(await found({ people: 3 }))).toEqual([id])
    await take(id, day(2), day(6), 1)
    expect(await found({ people: 3 })).toEqual([])
  })
})

describe('the order of a list', () => {
  it('is free first, then full or faded, then what nobody confirmed for a week', async () => {
    const sunk = await publish()
    const faded = await publish()
    const full = await publish()
    const later = await publish({ firstNight: day(1) })
    const free = await publish()
    await confirmedDaysAgo(sunk, 8)
    await confirmedDaysAgo(faded, 4)
    await take(full, day(), day(6), 3)
    const ids = idsOf(await found())
    expect(ids.slice(0, 2)).toEqual([free, later])
    expect(ids.slice(2, 4).sort()).toEqual([faded, full].sort())
    expect(ids.slice(4)).toEqual([sunk])
  })

  it('goes on where the page before ended, each home once', async () => {
    const form = homeForm()
    const { id: ownerId } = people.marta
    const listings = Array.from({ length: PAGE_SIZE + 5 }, (_, index) => ({
      kind: 'housing' as const,
      ownerId,
      city: 'uralsk' as const,
      language: 'ru' as const,
      title: form.title,
      body: form.body,
      status: 'published' as const,
      publishedAt: new Date(),
      full: index % 3 === 0,
      expiresAt: new Date(Date.now() + DAY_MS),
      sortAt: new Date(Date.now() + (index % 4) * 1000),
    }))
    const rows = await db.listing.createManyAndReturn({ data: listings, select: { id: true } })
    const home = await publish()
    const housing = await db.housing.findUniqueOrThrow({ where: { listingId: home } })
    const night = dayColumn(day())
    await db.housing.createMany({ data: rows.map(({ id }) => ({ ...housing, listingId: id })) })
    await db.capacity.createMany({
      data: rows.map(({ id }) => ({ listingId: id, night, total: 2 })),
    })

    const search = { city: 'uralsk' } as const
    const first = await listHousing(people.guest, search, 'ru', new Date())
    const cursor = first.next ?? undefined
    const second = await listHousing(people.guest, { ...search, cursor }, 'ru', new Date())
    expect(first.cards).toHaveLength(PAGE_SIZE)
    expect(second.next).toBeNull()
    const all = [...first.cards, ...second.cards]
    expect(new Set(idsOf(all))).toEqual(new Set([...idsOf(rows), home]))
    const full = all.map(({ beds }) => beds.free === 0)
    expect(full).toEqual([...full].sort())
  })

  it('begins anew at a cursor that nobody gave out', async () => {
    const id = await publish()
    expect(idsOf(await found({ cursor: 'free.nonsense' }))).toEqual([id])
    expect(idsOf(await found({ cursor: 'nonsense' }))).toEqual([id])
  })
})

describe('a price', () => {
  it('is marked when it is far above the usual of its own city', async () => {
    for (const price of [3000, 4000, 4000, 5000]) await publish({ price })
    const high = await publish({ price: 9000 })
    await publish({ price: 9000, city: 'astana' })
    const cards = await found({ city: null })
    expect(idsOf(cards.filter(({ isPriceHigh }) => isPriceHigh))).toEqual([high])
    expect(await getHousing(people.guest, high, 'ru', new Date())).toMatchObject({
      isPriceHigh: true,
    })
  })
})
