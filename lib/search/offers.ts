import type { Viewer } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { Prisma } from '@/lib/generated/prisma/client'
import { visibleRows } from '@/lib/policy'
import type { Understood, Wish } from '@/lib/search/query'
import { countSaying } from '@/lib/search/saying'
import { COUNTED } from '@/lib/search/schema'
import { setsOf } from '@/lib/search/sql'

/** Fewer wishes that can be met, and by how many listings. */
export interface Offer {
  /** The query that asks for them. */
  query: string
  count: number
}

/**
 * What there is when nothing meets a query: without what nobody has heard of, else without one
 * wish, else for one wish alone; the most kept and found first. One statement.
 */
export async function offersInstead(
  viewer: Viewer,
  words: Understood,
  now: Date,
): Promise<Offer[]> {
  const sets = fewerWishes(words)
  if (sets.length === 0) return []
  const counts = sets.map(
    (wishes, index) => Prisma.sql`
      SELECT ${index}::int AS index, (${countSaying(
        setsOf(wishes),
        Prisma.sql`listing.status = 'published' AND ${visibleRows(viewer, now)}`,
        COUNTED + 1,
      )}) AS count`,
  )
  const rows = await db.$queryRaw<
    { index: number; count: number }[]
  >`${Prisma.join(counts, ' UNION ALL ')}`
  const offers = rows
    .filter(({ count }) => count > 0)
    .map(({ index, count }) => ({ wishes: sets[index] ?? [], count }))
    .sort((a, b) => b.wishes.length - a.wishes.length || b.count - a.count)
  const most = offers[0]?.wishes.length
  return offers
    .filter(({ wishes }) => wishes.length === most)
    .slice(0, OFFERS)
    .map(({ wishes, count }) => ({ query: wishes.map(({ text }) => text).join(' '), count }))
}

const OFFERS = 3
/** Wishes of which each is tried alone or left out: a longer query is told what it asked for. */
const TRIED = 8

function fewerWishes({ wishes, unknown, elsewhere }: Understood): Wish[][] {
  const tried = wishes.slice(0, TRIED)
  const whole = unknown.length > 0 || elsewhere ? [tried] : []
  const withoutOne = tried.map((_, left) => tried.filter((__, index) => index !== left))
  const sets = [...whole, ...withoutOne, ...tried.map((wish) => [wish])]
  const byText = new Map(sets.map((set) => [set.map(({ text }) => text).join(' '), set]))
  return [...byText.values()].filter(({ length }) => length > 0)
}
