import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { housingKind } from '@/lib/housing/commands'
import { daysOf } from '@/lib/housing/rules'
import { changeListing, offerListing, setPlaces } from '@/lib/listings/commands'
import { decide } from '@/lib/moderation/commands'
import { cityInstant, dayColumn } from '@/lib/places/city-time'
import { type Cast, cast } from '@/lib/testing/cast'
import { day, homeForm, offerHome, publishHome } from '@/lib/testing/homes'

let people: Cast

beforeAll(async () => {
  people = await cast()
})

/** Beds by night, as `total/held`. */
async function nightsOf(listingId: string): Promise<Record<string, string>> {
  const rows = await db.capacity.findMany({ where: { listingId }, orderBy: { night: 'asc' } })
  return Object.fromEntries(
    rows.map(({ night, total, held }) => [night?.toISOString().slice(0, 10), `${total}/${held}`]),
  )
}

async function hold(listingId: string, night: string, held: number): Promise<void> {
  await db.capacity.updateMany({ where: { listingId, night: dayColumn(night) }, data: { held } })
}

describe('a home that is offered', () => {
  it('waits for review with a row of beds for each night', async () => {
    const id = await offerHome(people.marta)
    const listing = await db.listing.findUniqueOrThrow({ where: { id } })
    expect(listing).toMatchObject({ status: 'pending', city: 'uralsk', otherCity: null })
    expect(listing.sortAt).toEqual(cityInstant(day(), '00:00', 'Asia/Oral'))
    expect(listing.expiresAt).toEqual(cityInstant(day(7), '00:00', 'Asia/Oral'))
    const nights = await nightsOf(id)
    expect(Object.keys(nights)).toEqual(daysOf({ first: day(), last: day(6) }))
    expect(new Set(Object.values(nights))).toEqual(new Set(['3/0']))
  })

  it('is read back as it was sent', async () => {
    const form = homeForm({
      city: 'almaty',
      district: 'medeu',
      suits: ['menOnly', 'pets'],
      price: 4500,
    })
    const id = await offerHome(people.marta, form)
    expect(await housingKind.read(db, id)).toEqual(form)
  })

  it('keeps its address sealed', async () => {
    const id = await offerHome(people.marta, { address: 'Проспект примера, дом 7' })
    const [row] = await db.$queryRaw<{ text: string }[]>`
      SELECT housing::text AS text FROM housing WHERE listing_id = ${id}::uuid`
    expect(row?.text).not.toContain('примера')
  })

  it('needs an author who has read their duties', async () => {
    await expect(offerListing(people.anna, 'housing', 'ru', homeForm())).rejects.toThrow('duties')
  })

  it('has one row for every night of whatever offer', async () => {
    const offset = fc.integer({ min: 0, max: 180 })
    await fc.assert(
      fc.asyncProperty(offset, offset, async (a, b) => {
        const stay = { first: day(Math.min(a, b)), last: day(Math.max(a, b)) }
        const id = await offerHome(people.marta, { firstNight: stay.first, lastNight: stay.last })
        expect(Object.keys(await nightsOf(id))).toEqual(daysOf(stay))
      }),
      { numRuns: 15 },
    )
  })
})

describe('a home that is published', () => {
  it('takes other beds at once, without a review', async () => {
    const id = await publishHome(people.marta, people.samal)
    await changeListing(people.marta, id, 2, 'ru', homeForm({ beds: 5 }))
    expect(new Set(Object.values(await nightsOf(id)))).toEqual(new Set(['5/0']))
    expect(await db.listingRevision.count({ where: { listingId: id } })).toBe(0)
  })

  it('keeps its nights and text until a change is approved, which keeps the beds as they are', async () => {
    const id = await publishHome(people.marta, people.samal)
    const change = homeForm({ lastNight: day(3), title: 'Комната на три ночи' })
    await changeListing(people.marta, id, 2, 'ru', change)
    await setPlaces(people.marta, id, 2)
    expect(Object.keys(await nightsOf(id))).toHaveLength(7)
    expect((await db.listing.findUniqueOrThrow({ where: { id } })).title).toBe(homeForm().title)

    const revision = await db.listingRevision.findFirstOrThrow({ where: { listingId: id } })
    expect(JSON.stringify(revision.proposal)).not.toContain(change.address)
    await decide(people.samal, {
      listingId: id,
      revisionId: revision.id,
      version: 2,
      action: 'approve',
      reason: 'fine',
      note: '',
    })
    expect(Object.keys(await nightsOf(id))).toHaveLength(4)
    expect((await db.listing.findUniqueOrThrow({ where: { id } })).title).toBe(change.title)
    expect(await housingKind.read(db, id)).toEqual({ ...change, beds: 2 })
  })

  it('never has fewer beds than are held', async () => {
    const id = await publishHome(people.marta, people.samal)
    await hold(id, day(2), 2)
    await expect(setPlaces(people.marta, id, 1)).rejects.toMatchObject({ code: 'below_held' })
    await expect(
      changeListing(people.marta, id, 2, 'ru', homeForm({ beds: 1 })),
    ).rejects.toMatchObject({ code: 'below_held' })
    expect(new Set(Object.values(await nightsOf(id)))).toEqual(new Set(['3/0', '3/2']))
    await setPlaces(people.marta, id, 2)
    expect((await nightsOf(id))[day(2)]).toBe('2/2')
  })

  it('goes on from today when it has begun, and its past nights stay as they were', async () => {
    const id = await publishHome(people.marta, people.samal)
    await db.housing.update({ where: { listingId: id }, data: { firstNight: dayColumn(day(-2)) } })
    await db.capacity.create({
      data: { listingId: id, night: dayColumn(day(-2)), total: 3, held: 3 },
    })
    expect((await housingKind.read(db, id)).firstNight).toBe(day())
    await changeListing(people.marta, id, 2, 'ru', homeForm({ beds: 2 }))
    expect(await nightsOf(id)).toMatchObject({ [day(-2)]: '3/3', [day()]: '2/0' })
  })
})
