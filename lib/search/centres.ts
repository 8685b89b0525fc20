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
import type { Sort } from '@/lib/search/schema'
import {
  afterSql,
  cursorOf,
  orderSql,
  type Place,
  placeCursor,
  type SortRow,
} from '@/lib/search/sorts'
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

/** A centre in the order of a list, with the cursor that goes on behind it. */
export interface ChosenCentre {
  id: string
  cursor: string
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
): Promise<ChosenCentre[]> {
  const { sort, near, cursor } = filter
  const position = near ? readPosition(near) : null
  if (sort === 'nearest' && position) return chooseNearest(viewer, filter, position, take, now)
  const fitting = centresThatFit(viewer, filter, now)
  if (sort === 'newest') {
    const rows = await db.$queryRaw<SortRow[]>`
      SELECT ${COLUMNS} FROM ${CENTRES} WHERE ${fitting} AND ${afterSql('newest', cursor)}
      ORDER BY ${orderSql('newest')} LIMIT ${take}`
    return rows.map((row) => ({ id: row.id, cursor: cursorOf('newest', row) }))
  }
  return chooseOpenFirst(fitting, filter, take, now)
}

async function chooseOpenFirst(
  fitting: Prisma.Sql,
  { open, cursor = '' }: CentreFilter,
  take: number,
  now: Date,
): Promise<ChosenCentre[]> {
  const isOf = (group: Group) => cursor.startsWith(`${group}.`)
  const ahead = GROUPS.slice(Math.max(GROUPS.findIndex(isOf), 0))
  const conditions = groupConditions(now)
  const parts = ahead
    .filter((group) => !open || MAY_BE_OPEN.includes(group))
    .map((group) => {
      const key = isOf(group) ? cursor.slice(group.length + 1) : ''
      return Prisma.sql`(
      SELECT ${COLUMNS}, ${group}::text AS "group" FROM ${CENTRES}
      WHERE ${fitting} AND ${conditions[group]} AND ${afterSql('soonest', key)}
      ORDER BY ${orderSql('soonest')} LIMIT ${take})`
    })
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
): Promise<ChosenCentre[]> {
  const away = kilometresTo(position, Prisma.sql`centre`)
  const rows = await db.$queryRaw<Place[]>`
    SELECT listing.id, away.rank, listing.sort_at AS "sortAt"
    FROM ${CENTRES}, LATERAL (SELECT ${away} AS rank) AS away
    WHERE ${centresThatFit(viewer, filter, now)}
      AND ${afterPlace(Prisma.sql`away.rank, listing.sort_at, listing.id`, filter.cursor)}
    ORDER BY away.rank, listing.sort_at, listing.id LIMIT ${take}`
  return rows.map((row) => ({ id: row.id, cursor: placeCursor(row) }))
}

/** How many centres there are that fit, to `take`. */
export function countingCentres(viewer: Viewer, filter: CentreFilter, take: number, now: Date) {
  return Prisma.sql`SELECT count(*)::int FROM (
    SELECT FROM ${CENTRES} WHERE ${centresThatFit(viewer, filter, now)}
    ORDER BY ${orderSql('soonest')} LIMIT ${take}) AS centre`
}

/**
 * Those of a city that help with the IIN, as they stand at an instant to come: open ones first,
 * then the soonest to open, last those of which nobody can tell.
 */
export function iinCentresAt(viewer: Viewer, city: CitySlug, at: Date, take: number, now: Date) {
  const filter = { city, service: 'iin' } as const
  return Prisma.sql`
    SELECT listing.id FROM ${CENTRES} WHERE ${centresThatFit(viewer, filter, now)}
    ORDER BY ${minutesUntilOpen(at)} NULLS LAST, listing.id LIMIT ${take}`
}

// LIMIT keeps the planner from reading all centres for a page of them.
const CENTRES = Prisma.sql`listing
  JOIN LATERAL (SELECT * FROM centre WHERE listing_id = listing.id LIMIT 1) AS centre ON true
  ${OWNER}
  LEFT JOIN listing_search AS search ON search.listing_id = listing.id`

const COLUMNS = Prisma.sql`listing.id, listing.sort_at AS "sortAt",
  listing.published_at AS "publishedAt", listing.confirmed_at AS "confirmedAt",
  listing.price_tenge AS "priceTenge"`

function centresThatFit(viewer: Viewer, filter: CentreFilter, now: Date): Prisma.Sql {
  const { city, open, service, words } = filter
  const conditions = [
    Prisma.sql`listing.kind = 'centre'`,
    visibleRows(viewer, now, 'centre'),
    ...(city ? [Prisma.sql`listing.city = ${city}::city`] : []),
    ...(service ? [Prisma.sql`${service}::centre_service = ANY (centre.services)`] : []),
    ...(open ? [isOpenAt(now)] : []),
    ...(words ? [meeting(words.wishes)] : []),
  ]
  return Prisma.join(conditions, ' AND ')
}
