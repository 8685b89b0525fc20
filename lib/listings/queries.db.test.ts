import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { GUEST } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { withdrawListing } from '@/lib/listings/commands'
import { PAGE_SIZE, pageOf } from '@/lib/listings/queries'
import { CITY_SLUGS } from '@/lib/places/cities'
import { listRides } from '@/lib/rides/queries'
import { countAll } from '@/lib/search/queries'
import { type Cast, cast } from '@/lib/testing/cast'
import { publishCentre } from '@/lib/testing/centres'
import { publishHome } from '@/lib/testing/homes'
import { offerRide, publishRide } from '@/lib/testing/rides'
import { sayTruth } from '@/lib/truth/commands'

const now = new Date()
let people: Cast

beforeAll(async () => {
  people = await cast()
})

describe('what there is by city', () => {
  it('counts what can be used now', async () => {
    const nothing = { ride: 0, housing: 0, centre: 0 }
    expect(await countAll(GUEST, now)).toEqual({
      counts: Object.fromEntries(CITY_SLUGS.map((city) => [city, nothing])),
      freeBeds: 0,
    })
    const full = await publishRide(people.marta, people.samal)
    await sayTruth(people.marta, full, 'full')
    const taken = await publishRide(people.marta, people.samal)
    await db.$executeRaw`UPDATE capacity SET held = total WHERE listing_id = ${taken}::uuid`
    await withdrawListing(people.marta, await publishRide(people.marta, people.samal))
    await offerRide(people.marta)
    await publishRide(people.marta, people.samal)
    await publishHome(people.marta, people.samal)
    await publishCentre(people.marta, people.samal)
    const { counts, freeBeds } = await countAll(GUEST, now)
    expect(counts.uralsk).toEqual({ ride: 1, housing: 1, centre: 1 })
    expect(freeBeds).toBeGreaterThan(0)
  })
})

describe('a list page by page', () => {
  const COUNT = PAGE_SIZE * 3 + 7

  /** Rides that leave in few different hours, so that the id decides between many. */
  async function publishMany(): Promise<string[]> {
    const first = await publishRide(people.marta, people.samal, { to: 'city-almaty' })
    const { id: _, ...row } = await db.listing.findUniqueOrThrow({ where: { id: first } })
    const { listingId: __, ...ride } = await db.ride.findUniqueOrThrow({
      where: { listingId: first },
    })
    const ids = [first]
    while (ids.length < COUNT) {
      const sortAt = new Date(row.sortAt.getTime() + (ids.length % 5) * 3_600_000)
      const { id } = await db.listing.create({ data: { ...row, sortAt }, select: { id: true } })
      await db.ride.create({ data: { ...ride, listingId: id } })
      ids.push(id)
    }
    return ids
  }

  async function pages(change?: (cursor: string) => Promise<void>): Promise<string[][]> {
    const found: string[][] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const page = await listRides(GUEST, { city: 'almaty', cursor }, 'ru', now)
      found.push(page.cards.map(({ id }) => id))
      cursor = page.next
      if (cursor) await change?.(cursor)
    }
    return found
  }

  let ids: string[]

  beforeAll(async () => {
    ids = await publishMany()
  })

  it('has every row exactly once, in one order, the last page short', async () => {
    const found = await pages()
    expect(found.map(({ length }) => length)).toEqual([PAGE_SIZE, PAGE_SIZE, PAGE_SIZE, 7])
    expect(found.flat().sort()).toEqual([...ids].sort())
    expect(await pages()).toEqual(found)
  })

  it('leaves nothing out when what was already shown goes', async () => {
    const [shown = []] = await pages()
    const [gone = ''] = shown
    const pause = (pausedUntil: Date | null) =>
      db.listing.update({ where: { id: gone }, data: { pausedUntil } })
    const found = await pages(async () => {
      await pause(new Date('2099-01-01'))
    })
    await pause(null)
    expect(found.flat().sort()).toEqual([...ids].sort())
  })

  it('begins at the beginning for a cursor that nobody gave out', async () => {
    const [first] = await pages()
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom(
        '0',
        '.',
        'NaN.x',
        '-1.00000000-0000-4000-8000-000000000000',
        "1.00000000-0000-4000-8000-00000000000' or 1=1--",
        `${'9'.repeat(16)}.00000000-0000-4000-8000-000000000000`,
        `${'9'.repeat(17)}.00000000-0000-4000-8000-000000000000`,
        '8640000000000001.00000000-0000-4000-8000-000000000000',
      ),
    )
    await fc.assert(
      fc.asyncProperty(hostile, async (cursor) => {
        const page = await listRides(GUEST, { city: 'almaty', cursor }, 'ru', now)
        const shown = page.cards.map(({ id }) => id)
        expect([first, []]).toContainEqual(shown)
      }),
      { numRuns: 40 },
    )
  })
})

describe('pageOf', () => {
  it('says that there is more exactly when there is', () => {
    const rows = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ id: `${index}`, cursor: `row ${index}` }))
    const next = (count: number) => pageOf(rows(count), rows(count)).next
    expect([0, 1, PAGE_SIZE, PAGE_SIZE + 1].map(next)).toEqual([
      null,
      null,
      null,
      `row ${PAGE_SIZE - 1}`,
    ])
  })
})
