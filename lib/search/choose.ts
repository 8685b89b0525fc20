import type { Viewer } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { Prisma } from '@/lib/generated/prisma/client'
import type { ListingKind } from '@/lib/generated/prisma/enums'
import type { CitySlug } from '@/lib/places/cities'
import { visibleRows } from '@/lib/policy'
import { NOTHING_ASKED, type Understood, type Wish } from '@/lib/search/query'
import { COUNTED } from '@/lib/search/schema'
import { hasAll, isMeetable, meeting, meetingClosely, OWNER } from '@/lib/search/sql'

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
  const isClose = words.wishes.some(({ close }) => close.length > 0)
  const parts = kinds.flatMap((one) => [
    candidates(viewer, one, asked, [meeting(words.wishes), literally(words.wishes)], now),
    candidates(viewer, one, asked, [meeting(words.wishes)], now),
    ...(isClose ? [candidates(viewer, one, asked, [meetingClosely(words.wishes)], now)] : []),
  ])
  const rows = await db.$queryRaw<Found[]>`${Prisma.join(parts, ' UNION ALL ')}`
  const byId = new Map(rows.map((row) => [row.id, row]))
  const found = [...byId.values()].sort((a, b) => b.rank - a.rank)
  const exact = found.filter((one) => one.exact)
  return exact.length > 0 ? exact : found
}

/** Listings of one kind in a city: the next or the last confirmed. */
export function firstInCity(viewer: Viewer, kind: ListingKind, city: CitySlug, now: Date) {
  const asked: Asked = { words: NOTHING_ASKED, city, kind }
  return candidates(viewer, kind, asked, [], now)
}

const ORDER: Record<ListingKind, Prisma.Sql> = {
  ride: Prisma.sql`listing.sort_at, listing.id`,
  housing: Prisma.sql`listing.confirmed_at DESC, listing.id DESC`,
  centre: Prisma.sql`listing.sort_at, listing.id`,
}

function candidates(
  viewer: Viewer,
  kind: ListingKind,
  { words, city }: Asked,
  conditions: Prisma.Sql[],
  now: Date,
): Prisma.Sql {
  const here = city
    ? Prisma.sql`(listing.city = ${city}::city OR listing.other_city = ${city}::city)`
    : Prisma.sql`true`
  return Prisma.sql`(
    SELECT listing.kind, listing.id, ${rankOf(words.wishes)} AS rank, ${meeting(words.wishes)} AS exact
    FROM listing
    ${OWNER}
    LEFT JOIN listing_search AS search ON search.listing_id = listing.id
    WHERE listing.kind = ${kind}::listing_kind AND listing.status = 'published' AND ${here}
      AND ${kind === 'ride' ? stillThere(now) : Prisma.sql`true`}
      AND ${Prisma.join([visibleRows(viewer, now, kind), ...conditions], ' AND ')}
    ORDER BY ${ORDER[kind]} LIMIT ${COUNTED + 1})`
}

// Rides that have left pile up in the table; the index leaves them out by their time.
function stillThere(now: Date): Prisma.Sql {
  return Prisma.sql`listing.sort_at > ${new Date(now.getTime() - 3_600_000)}`
}

function literally(wishes: Wish[]): Prisma.Sql {
  return hasAll(wishes.flatMap(({ literal }) => literal))
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
