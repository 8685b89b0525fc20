import type { Viewer } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { Prisma } from '@/lib/generated/prisma/client'
import type { CentreService } from '@/lib/generated/prisma/enums'
import { FRESHNESS } from '@/lib/listings/rules'
import type { CitySlug } from '@/lib/places/cities'
import { type Position, readPosition } from '@/lib/places/position'
import { visibleRows } from '@/lib/policy'
import { HOURS_KNOWN, isOpenAt, minutesUntilOpen } from '@/lib/search/hours'
import type { Understood } from '@/lib/search/query'
import { orderedListings, SORTED_BY } from '@/lib/search/saying'
import type { Sort } from '@/lib/search/schema'
import { type Chosen, cursorOf, type Place, placeCursor, type SortRow } from '@/lib/search/sorts'
import { afterPlace, kilometresTo, meeting, OWNER } from '@/lib/search/sql'

/** What somebody looks for in a centre. */
export interface CentreFilter {
  city: CitySlug | null
  open?: 'now' | undefined
  service?: CentreService | undefined
  /** What was typed, and how it was understood. */
  q?: string | undefined
  literal?: '1' | undefined
  words?: Understood | null
  sort?: Sort | undefined
  /** Where the reader is, `51.23,51.37`; without it nothing is sorted by distance. */
  near?: string | undefined
  cursor?: string | undefined
}

/** In this order: open, hours not known, closed, not confirmed for long. */
const GROUPS = ['open', 'unknown', 'closed', 'sunk'] as const
type Group = (typeof GROUPS)[number]
const MAY_BE_OPEN: readonly Group[] = ['open', 'sunk']

/**
 * The centres that fit, in the order that is asked for: open ones first, then those whose hours
 * nobody told us, then the closed, last what nobody confirmed for long; within each the longest
 * known. One statement.
 */
export async function chooseCentres(
  viewer: Viewer,
  filter: CentreFilter,
  take: number,
  now: Date,
): Promise<Chosen[]> {
  const { sort, near, cursor } = filter
  const position = near ? readPosition(near) : null
  if (sort === 'nearest' && position) return chooseNearest(viewer, filter, position, take, now)
  if (sort !== 'newest') return chooseOpenFirst(viewer, filter, take, now)
  const where = centresThatFit(viewer, filter, now)
  const columns = Prisma.sql`listing.id, ${SORTED_BY}`
  const newest = { kind: 'centre', sort, columns, joins: CENTRE, where, cursor, take } as const
  const rows = await db.$queryRaw<SortRow[]>`${orderedListings(newest, filter.words)}`
  return rows.map((row) => ({ id: row.id, cursor: cursorOf(sort, row) }))
}

async function chooseOpenFirst(
  viewer: Viewer,
  filter: CentreFilter,
  take: number,
  now: Date,
): Promise<Chosen[]> {
  const { open, cursor = '', words } = filter
  const fitting = centresThatFit(viewer, filter, now)
  const isOf = (group: Group) => cursor.startsWith(`${group}.`)
  const ahead = GROUPS.slice(Math.max(GROUPS.findIndex(isOf), 0))
  const conditions = groupConditions(now)
  const parts = ahead
    .filter((group) => !open || MAY_BE_OPEN.includes(group))
    .map((group) =>
      orderedListings(
        {
          kind: 'centre',
          sort: 'soonest',
          columns: Prisma.sql`listing.id, ${SORTED_BY}, ${group}::text AS "group"`,
          joins: CENTRE,
          where: Prisma.sql`${fitting} AND ${conditions[group]}`,
          cursor: isOf(group) ? cursor.slice(group.length + 1) : '',
          take,
        },
        words,
      ),
    )
  // Joined end to end: the next is not begun while those before it fill the page.
  const rows = await db.$queryRaw<(SortRow & { group: Group })[]>`
    SELECT * FROM (${Prisma.join(parts, ' UNION ALL ')}) AS centre LIMIT ${take}`
  return rows.map((row) => ({ id: row.id, cursor: `${row.group}.${cursorOf('soonest', row)}` }))
}

function groupConditions(now: Date): Record<Group, Prisma.Sql> {
  const sinks = new Date(now.getTime() - FRESHNESS.centre.sinksMs)
  const known = Prisma.sql`listing.confirmed_at > ${sinks}`
  return {
    open: Prisma.sql`${known} AND ${isOpenAt(now)}`,
    unknown: Prisma.sql`${known} AND NOT ${HOURS_KNOWN}`,
    closed: Prisma.sql`${known} AND ${HOURS_KNOWN} AND NOT ${isOpenAt(now)}`,
    sunk: Prisma.sql`NOT ${known}`,
  }
}

// No index knows the distance: of each centre that fits three numbers are read, and a page kept.
async function chooseNearest(
  viewer: Viewer,
  filter: CentreFilter,
  position: Position,
  take: number,
  now: Date,
): Promise<Chosen[]> {
  const away = kilometresTo(position, Prisma.sql`centre`)
  const rows = await db.$queryRaw<Place[]>`
    SELECT listing.id, away.rank, listing.sort_at AS "sortAt"
    FROM listing ${CENTRE}
    LEFT JOIN listing_search AS search ON search.listing_id = listing.id,
    LATERAL (SELECT ${away} AS rank) AS away
    WHERE listing.kind = 'centre' AND ${centresThatFit(viewer, filter, now)}
      AND ${filter.words ? meeting(filter.words.wishes) : Prisma.sql`true`}
      AND ${afterPlace(Prisma.sql`away.rank, listing.sort_at, listing.id`, filter.cursor)}
    ORDER BY away.rank, listing.sort_at, listing.id LIMIT ${take}`
  return rows.map((row) => ({ id: row.id, cursor: placeCursor(row) }))
}

/** How many centres there are that fit, to `take`. */
export function countingCentres(viewer: Viewer, filter: CentreFilter, take: number, now: Date) {
  const where = centresThatFit(viewer, filter, now)
  const columns = Prisma.sql`listing.id`
  const any = { kind: 'centre', sort: 'soonest', columns, joins: CENTRE, where, take } as const
  return Prisma.sql`SELECT count(*)::int FROM ${orderedListings(any, filter.words)} AS centre`
}

/**
 * Those of a city that help with the IIN, as they stand at an instant to come: open ones first,
 * then the soonest to open, last those of which nobody can tell.
 */
export function iinCentresAt(viewer: Viewer, city: CitySlug, at: Date, take: number, now: Date) {
  const filter = { city, service: 'iin' } as const
  return Prisma.sql`
    SELECT listing.id FROM listing ${CENTRE}
    WHERE listing.kind = 'centre' AND ${centresThatFit(viewer, filter, now)}
    ORDER BY ${minutesUntilOpen(at)} NULLS LAST, listing.id LIMIT ${take}`
}

// LIMIT keeps the planner from reading all centres for a page of them.
const CENTRE = Prisma.sql`
  JOIN LATERAL (SELECT * FROM centre WHERE listing_id = listing.id LIMIT 1) AS centre ON true
  ${OWNER}`

function centresThatFit(viewer: Viewer, filter: CentreFilter, now: Date): Prisma.Sql {
  const { city, open, service } = filter
  const conditions = [
    visibleRows(viewer, now, 'centre'),
    ...(city ? [Prisma.sql`listing.city = ${city}::city`] : []),
    ...(service ? [Prisma.sql`${service}::centre_service = ANY (centre.services)`] : []),
    ...(open ? [isOpenAt(now)] : []),
  ]
  return Prisma.join(conditions, ' AND ')
}
