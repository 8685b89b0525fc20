import type { Viewer } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { Prisma } from '@/lib/generated/prisma/client'
import type { ListingKind } from '@/lib/generated/prisma/enums'
import type { CitySlug } from '@/lib/places/cities'
import { visibleRows } from '@/lib/policy'
import type { Understood, Wish } from '@/lib/search/query'
import { anHourAgo } from '@/lib/search/rides'
import { firstSaying, orderedListings } from '@/lib/search/saying'
import { COUNTED } from '@/lib/search/schema'
import { hasAll, isMeetable, meeting, OWNER, setsOf } from '@/lib/search/sql'

const KINDS = ['ride', 'housing', 'centre'] as const

/** A listing that was found, best first. */
export interface Found {
  kind: ListingKind
  id: string
  /** How many of the words it says literally. */
  rank: number
  /** Whether it is what was asked for, and not only what would do. */
  exact: boolean
}

export interface Asked {
  words: Understood
  city: CitySlug | null
  kind: ListingKind | null
}

/**
 * Listings of each kind that meet all wishes, at most `COUNTED` and one more: those that say the
 * very words first. Where none does, what would do. None when nothing was asked for, or a place
 * that is not ours.
 */
export async function chooseListings(viewer: Viewer, asked: Asked, now: Date): Promise<Found[]> {
  const { words, kind } = asked
  if (!isMeetable(words)) return []
  const kinds = kind ? [kind] : KINDS
  const exact = kinds.map((one) => literalFirst(viewer, one, asked, now))
  const isClose = words.wishes.some(({ close }) => close.length > 0)
  const wider = words.wishes.map(({ terms, close }) => [...terms, ...close])
  const close = isClose ? kinds.map((one) => saying(viewer, one, asked, wider, now)) : []
  const rows = await db.$queryRaw<Found[]>`
    WITH exact AS MATERIALIZED (${Prisma.join(exact, ' UNION ALL ')})
    SELECT * FROM exact
    ${
      isClose
        ? Prisma.sql`UNION ALL
    SELECT * FROM (${Prisma.join(close, ' UNION ALL ')}) AS close WHERE NOT EXISTS (SELECT FROM exact)`
        : Prisma.empty
    }`
  const byId = new Map(rows.map((row) => [row.id, row]))
  return [...byId.values()].sort((a, b) => b.rank - a.rank)
}

// Where fewer meet all wishes than are shown, those that say the very words are among them.
function literalFirst(viewer: Viewer, kind: ListingKind, asked: Asked, now: Date): Prisma.Sql {
  const { wishes } = asked.words
  const met = saying(viewer, kind, asked, setsOf(wishes), now)
  const literal = wishes.flatMap(({ literal }) => literal)
  if (literal.length === 0) return met
  return Prisma.sql`(
    WITH met AS MATERIALIZED ${met}
    SELECT * FROM met
    UNION ALL
    SELECT * FROM ${saying(viewer, kind, asked, [...setsOf(wishes), ...literal], now)} AS literal
    WHERE (SELECT count(*) FROM met) > ${COUNTED})`
}

// The first of one kind that say all this.
function saying(
  viewer: Viewer,
  kind: ListingKind,
  { words, city }: Asked,
  says: string[][],
  now: Date,
): Prisma.Sql {
  const columns = Prisma.sql`listing.kind, listing.id, ${rankOf(words.wishes)} AS rank,
    ${meeting(words.wishes)} AS exact`
  return firstSaying({ ...published(viewer, kind, city, now), columns }, says)
}

/** Listings of one kind in a city: the next or the last confirmed. */
export function firstInCity(viewer: Viewer, kind: ListingKind, city: CitySlug, now: Date) {
  const columns = Prisma.sql`listing.id`
  return orderedListings({ ...published(viewer, kind, city, now), columns })
}

const ORDER = { ride: 'soonest', housing: 'confirmed', centre: 'soonest' } as const

function published(viewer: Viewer, kind: ListingKind, city: CitySlug | null, now: Date) {
  const here = city
    ? Prisma.sql`(listing.city = ${city}::city OR listing.other_city = ${city}::city)`
    : Prisma.sql`true`
  return {
    kind,
    sort: ORDER[kind],
    // Rides that have left pile up in the table; the index leaves them out by their time.
    since: kind === 'ride' ? anHourAgo(now) : undefined,
    joins: OWNER,
    where: Prisma.sql`listing.status = 'published' AND ${visibleRows(viewer, now, kind)} AND ${here}`,
    take: COUNTED + 1,
  }
}

function rankOf(wishes: Wish[]): Prisma.Sql {
  const rows = wishes.flatMap(({ literal }) => literal)
  return rows.length > 0
    ? Prisma.join(
        rows.map((row) => Prisma.sql`(${hasAll([row])})::int`),
        ' + ',
      )
    : Prisma.sql`0`
}
