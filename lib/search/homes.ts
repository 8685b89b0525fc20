import type { Viewer } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { Prisma } from '@/lib/generated/prisma/client'
import type { HousingKind } from '@/lib/generated/prisma/enums'
import { type Stay, stayOf } from '@/lib/housing/rules'
import { FRESHNESS } from '@/lib/listings/rules'
import type { CitySlug } from '@/lib/places/cities'
import { cityDay, daysBetween } from '@/lib/places/city-time'
import { visibleRows } from '@/lib/policy'
import type { Understood } from '@/lib/search/query'
import { orderedListings, SORTED_BY } from '@/lib/search/saying'
import type { Sort } from '@/lib/search/schema'
import { type Chosen, cursorOf, type IndexedSort, type SortRow } from '@/lib/search/sorts'
import { isMeetable, OWNER } from '@/lib/search/sql'

// All of Kazakhstan has one time; a list of all cities needs one zone for "tonight".
const ZONE = 'Asia/Almaty'

/** What somebody looks for in a home. */
export interface HousingFilter {
  city: CitySlug | null
  /** Only free of charge. */
  free?: '1' | undefined
  people?: number | undefined
  /** Arrival and departure, `YYYY-MM-DD`. */
  from?: string | undefined
  to?: string | undefined
  kind?: HousingKind | undefined
  /** Who comes along; then only free beds that were confirmed lately. */
  party?: { children: number; pets: number }
  /** What was typed, and how it was understood. */
  q?: string | undefined
  literal?: '1' | undefined
  words?: Understood | null
  sort?: Exclude<Sort, 'nearest'> | undefined
  cursor?: string | undefined
}

/** The free ones soonest first, then the others as they were last confirmed. */
const GROUPS = { free: 'soonest', others: 'confirmed' } as const satisfies Record<
  string,
  IndexedSort
>
type Group = keyof typeof GROUPS

/**
 * The homes that fit, in the order that is asked for: first those with a free bed that were
 * confirmed lately, then the others, unless another order is chosen. One statement.
 */
export async function chooseHomes(
  viewer: Viewer,
  filter: HousingFilter,
  tonight: string,
  take: number,
  now: Date,
): Promise<Chosen[]> {
  const { sort = 'soonest', cursor, words } = filter
  if (words && !isMeetable(words)) return []
  if (sort !== 'soonest') {
    const condition = homesThatFit(viewer, filter, tonight, now)
    const rows = await db.$queryRaw<SortRow[]>`
      ${ordered({ sort, condition, words, cursor, take })}`
    return rows.map((row) => ({ id: row.id, cursor: cursorOf(sort, row) }))
  }
  const rows = await db.$queryRaw<(SortRow & { group: Group })[]>`
    ${homesFreeFirst(viewer, filter, tonight, take, now)}`
  return rows.map((row) => ({
    id: row.id,
    cursor: `${row.group}.${cursorOf(GROUPS[row.group], row)}`,
  }))
}

/** Homes that fit, the free ones first: the rows that `chooseHomes` chooses, at most `take`. */
export function homesFreeFirst(
  viewer: Viewer,
  filter: HousingFilter,
  tonight: string,
  take: number,
  now: Date,
): Prisma.Sql {
  const { cursor = '', party, words } = filter
  const fitting = homesThatFit(viewer, filter, tonight, now)
  const [name, ...after] = cursor.split('.')
  const begun: Group = name === 'others' ? 'others' : 'free'
  const from = (group: Group) => (group === name ? after.join('.') : '')
  const isFree = freeLately(filter, tonight, now)
  const free = Prisma.sql`${fitting} AND ${isFree}`
  const others = Prisma.sql`${fitting} AND NOT ${isFree}`
  const part = (group: Group, condition: Prisma.Sql) =>
    ordered({ sort: GROUPS[group], condition, words, cursor: from(group), take, group })
  const parts = [
    ...(begun === 'free' ? [part('free', free)] : []),
    ...(party ? [] : [part('others', others)]),
  ]
  // Joined end to end: the second is not begun while the first fills the page.
  return Prisma.sql`
    SELECT * FROM (${Prisma.join(parts, ' UNION ALL ')}) AS home LIMIT ${take}`
}

/** How many homes there are that fit, to `take`. */
export function countingHomes(viewer: Viewer, filter: HousingFilter, take: number, now: Date) {
  const condition = homesThatFit(viewer, filter, cityDay(now, ZONE), now)
  const homes = ordered({ sort: 'soonest', condition, words: filter.words, cursor: '', take })
  return Prisma.sql`SELECT count(*)::int FROM ${homes} AS home`
}

// LIMIT keeps the planner from reading all homes for a page of them.
const HOME = Prisma.sql`
  JOIN LATERAL (SELECT * FROM housing WHERE listing_id = listing.id LIMIT 1) AS housing ON true
  ${OWNER}`

interface Part {
  sort: IndexedSort
  condition: Prisma.Sql
  words: HousingFilter['words']
  cursor: string | undefined
  take: number
  group?: Group
}

function ordered({ sort, condition, words, cursor, take, group = 'free' }: Part): Prisma.Sql {
  const columns = Prisma.sql`listing.id, ${SORTED_BY}, ${group}::text AS "group"`
  return orderedListings(
    { kind: 'housing', sort, columns, joins: HOME, where: condition, cursor, take },
    words,
  )
}

function homesThatFit(
  viewer: Viewer,
  filter: HousingFilter,
  tonight: string,
  now: Date,
): Prisma.Sql {
  const { city, free, kind, people, party } = filter
  const stay = stayOf(filter, tonight)
  const conditions = [
    visibleRows(viewer, now, 'housing'),
    ...(city ? [Prisma.sql`listing.city = ${city}::city`] : []),
    ...(free ? [Prisma.sql`listing.price_tenge = 0`] : []),
    ...(kind ? [Prisma.sql`housing.housing_kind = ${kind}::housing_kind`] : []),
    ...(party?.children ? [Prisma.sql`(housing.children OR housing.families)`] : []),
    ...(party?.pets ? [Prisma.sql`housing.pets`] : []),
    ...(stay ? [covers(stay)] : []),
    ...(people ? [hasBeds(people, stay, tonight)] : []),
  ]
  return Prisma.join(conditions, ' AND ')
}

function freeLately(filter: HousingFilter, tonight: string, now: Date): Prisma.Sql {
  const fades = new Date(now.getTime() - FRESHNESS.housing.fadesMs)
  const beds = hasBeds(1, stayOf(filter, tonight), tonight)
  return Prisma.sql`(listing.confirmed_at > ${fades} AND ${beds})`
}

function covers({ first, last }: Stay): Prisma.Sql {
  const nights = daysBetween(first, last) + 1
  const length =
    nights > 1
      ? Prisma.sql`AND ${nights} BETWEEN housing.min_nights AND housing.max_nights`
      : Prisma.empty
  return Prisma.sql`housing.first_night <= ${first}::date AND housing.last_night >= ${last}::date ${length}`
}

// The same rule as `bedsFor`, for the database: each night of a stay, else tonight, else any
// night of an offer that begins later. A stay is covered already, so no night of it is missing.
// One row at a time, by LIMIT: the planner would rather read the beds of all homes at once.
function hasBeds(people: number, stay: Stay | null, tonight: string): Prisma.Sql {
  if (stay) {
    return Prisma.sql`(NOT listing.full AND NOT coalesce((
      SELECT true FROM capacity WHERE capacity.listing_id = listing.id
        AND capacity.night BETWEEN ${stay.first}::date AND ${stay.last}::date
        AND capacity.free < ${people} LIMIT 1), false))`
  }
  return Prisma.sql`(NOT listing.full AND coalesce((
    SELECT true FROM capacity WHERE capacity.listing_id = listing.id AND capacity.free >= ${people}
      AND (capacity.night = ${tonight}::date OR housing.first_night > ${tonight}::date)
    LIMIT 1), false))`
}
