import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { Prisma } from '@/lib/generated/prisma/client'
import { countSaying, firstSaying } from '@/lib/search/saying'
import { cursorOf, type SortRow } from '@/lib/search/sorts'
import { hasAll } from '@/lib/search/sql'
import { fillCrowd } from '@/lib/testing/crowd'

const TAKE = 21
const SORTED = { ride: 'soonest', housing: 'confirmed' } as const
type Kind = keyof typeof SORTED

beforeAll(async () => {
  await fillCrowd({ accounts: 50, rides: 3_000, homes: 3_000, centres: 10 })
}, 60_000)

/** Rare, common, in between, and two that never stand together. */
const term = fc.constantFrom(
  'ru:слово5',
  'ru:реже7',
  'is:flat',
  'is:room',
  'is:free',
  'is:pets',
  'in:uralsk',
  'in:almaty',
  'ru:никто',
)
const sets = fc.array(fc.array(term, { minLength: 1, maxLength: 3 }), {
  minLength: 1,
  maxLength: 3,
})
const kinds = fc.constantFrom<Kind>('ride', 'housing')

const columns = Prisma.sql`listing.id, listing.sort_at AS "sortAt",
  listing.confirmed_at AS "confirmedAt", listing.published_at AS "publishedAt",
  listing.price_tenge AS "priceTenge"`
const nothing = Prisma.empty

/** The same by reading everything. */
async function everything(kind: Kind, says: string[][]): Promise<string[]> {
  const order = kind === 'ride' ? Prisma.sql`sort_at, id` : Prisma.sql`confirmed_at DESC, id DESC`
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM (SELECT listing.id, listing.kind, listing.sort_at, listing.confirmed_at
      FROM listing JOIN listing_search AS search ON listing_id = listing.id
      WHERE listing.city <> 'astana' AND ${hasAll(says)}) AS listing
    WHERE kind = ${kind}::listing_kind ORDER BY ${order}`
  return rows.map(({ id }) => id)
}

const where = Prisma.sql`listing.city <> 'astana'`
const first = (kind: Kind, says: string[][], cursor = '') =>
  db.$queryRaw<
    SortRow[]
  >`${firstSaying({ kind, sort: SORTED[kind], columns, joins: nothing, where, cursor, take: TAKE }, says)}`

describe('what says some words', () => {
  it('is found in its order, page by page, be it rare or common', async () => {
    await fc.assert(
      fc.asyncProperty(kinds, sets, async (kind, says) => {
        const all = await everything(kind, says)
        const page = await first(kind, says)
        expect(page.map(({ id }) => id)).toEqual(all.slice(0, TAKE))
        const last = page.at(-1)
        if (!last) return
        const next = await first(kind, says, cursorOf(SORTED[kind], last))
        expect(next.map(({ id }) => id)).toEqual(all.slice(TAKE, 2 * TAKE))
      }),
      { numRuns: 60 },
    )
  }, 60_000)

  it('is counted to a limit, whatever its kind', async () => {
    const published = Prisma.sql`listing.status = 'published'`
    await fc.assert(
      fc.asyncProperty(sets, async (says) => {
        const [row] = await db.$queryRaw<{ count: number }[]>`
          SELECT (${countSaying(says, published, TAKE)}) AS count`
        const [whole] = await db.$queryRaw<{ count: number }[]>`
          SELECT count(*)::int AS count FROM listing_search AS search WHERE ${hasAll(says)}`
        expect(row?.count).toBe(Math.min(whole?.count ?? 0, TAKE))
      }),
      { numRuns: 40 },
    )
  }, 60_000)

  it('is read neither whole nor in an order to its end', async () => {
    const { sql, values } = firstSaying(
      { kind: 'housing', sort: 'confirmed', columns, joins: nothing, where, take: TAKE },
      [['ru:слово5'], ['ru:реже7']],
    )
    const plan = await explain(sql, values)
    expect(plan).not.toContain('Seq Scan')
    expect(plan).toContain('listing_search_terms_idx')
    const walks = plan.split('\n').filter((line) => /using listing_search_kind/.test(line))
    expect(walks.map((line) => Number(/actual rows=(\d+)/.exec(line)?.[1]))).toEqual([450])
  })
})

async function explain(sql: string, values: unknown[]): Promise<string> {
  const numbered = sql.split('?').reduce((text, part, index) => `${text}$${index}${part}`)
  const rows = await db.$queryRawUnsafe<{ 'QUERY PLAN': string }[]>(
    `EXPLAIN (ANALYZE, TIMING OFF, COSTS OFF, BUFFERS OFF) ${numbered}`,
    ...values,
  )
  return rows.map((row) => row['QUERY PLAN']).join('\n')
}

describe('what a listing is found by', () => {
  it('carries its order from the beginning, and follows it', async () => {
    const { id } = await db.listing.findFirstOrThrow({ where: { kind: 'housing' } })
    const both = () =>
      db.listingSearch.findUniqueOrThrow({
        where: { listingId: id },
        select: { sortAt: true, confirmedAt: true, listing: true },
      })
    const moved = new Date('2026-12-24T10:00:00Z')
    await db.listing.update({ where: { id }, data: { confirmedAt: moved, sortAt: moved } })
    expect(await both()).toMatchObject({ confirmedAt: moved, sortAt: moved })
    await db.listingSearch.delete({ where: { listingId: id } })
    const later = new Date('2026-12-25T10:00:00Z')
    await db.listing.update({ where: { id }, data: { confirmedAt: later } })
    await db.$executeRaw`
      INSERT INTO listing_search (listing_id, terms, edition) VALUES (${id}::uuid, '{is:housing}', '1')`
    expect(await both()).toMatchObject({ confirmedAt: later, sortAt: moved })
  })
})
