import type { Viewer } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { Prisma } from '@/lib/generated/prisma/client'
import type { CitySlug } from '@/lib/places/cities'
import { cityInstant } from '@/lib/places/city-time'
import { type Position, readPosition } from '@/lib/places/position'
import { visibleRows } from '@/lib/policy'
import { RIDE_ZONE } from '@/lib/rides/schema'
import type { Understood } from '@/lib/search/query'
import { orderedListings, SORTED_BY } from '@/lib/search/saying'
import type { Sort } from '@/lib/search/schema'
import {
  afterSql,
  type Chosen,
  cursorOf,
  type IndexedSort,
  type Place,
  placeCursor,
  type SortRow,
} from '@/lib/search/sorts'
import { afterPlace, isMeetable, kilometresTo, meeting, OWNER } from '@/lib/search/sql'

/** What somebody looks for in a ride. */
export interface RideFilter {
  city: CitySlug | null
  from?: string | undefined
  to?: string | undefined
  /** Only from crossings: a way on from the border. */
  fromBorder?: boolean
  /** A day, `YYYY-MM-DD`. */
  date?: string | undefined
  people?: number | undefined
  /** What was typed, and how it was understood. */
  q?: string | undefined
  literal?: '1' | undefined
  words?: Understood | null
  sort?: Sort | undefined
  /** Where the reader is, `51.23,51.37`; without it nothing is sorted by distance. */
  near?: string | undefined
  cursor?: string | undefined
}

/** What the address of a list of rides may ask. */
export type RideAsk = Omit<RideFilter, 'fromBorder'>

/** What a plan asks for beside it. */
export interface RideWish extends RideFilter {
  /** Departures from the first instant to the second, both included. */
  between?: { from: Date; to?: Date }
  /** Who comes along. */
  party?: { children: number; pets: number }
}

/**
 * The rides that fit, in the order that is asked for: the soonest first, unless another is chosen.
 * One statement.
 */
export async function chooseRides(
  viewer: Viewer,
  filter: RideFilter,
  take: number,
  now: Date,
): Promise<Chosen[]> {
  const { near, words, sort } = filter
  if (words && !isMeetable(words)) return []
  const position = near ? readPosition(near) : null
  if (sort === 'nearest' && position) return chooseNearest(viewer, filter, position, take, now)
  const order = indexedSort(filter)
  const rows = await db.$queryRaw<SortRow[]>`${
    filter.from && order === 'soonest' && !words
      ? ridesFromPlaces(viewer, filter, [filter.from], take, now)
      : ridesOrdered(viewer, filter, take, now)
  }`
  return rows.map((row) => ({ id: row.id, cursor: cursorOf(order, row) }))
}

function indexedSort({ sort }: RideFilter): IndexedSort {
  return sort && sort !== 'nearest' ? sort : 'soonest'
}

/**
 * Rides by how near they start, of those equally near the soonest first; of places whose position
 * nobody told us last. At most `take`, behind the cursor of `placeCursor`. One statement.
 */
async function chooseNearest(
  viewer: Viewer,
  filter: RideFilter,
  position: Position,
  take: number,
  now: Date,
): Promise<Chosen[]> {
  const after = afterPlace(Prisma.sql`start.rank, ride.departs_at, ride.listing_id`, filter.cursor)
  const rows = await db.$queryRaw<Place[]>`
    SELECT near.id, start.rank, near.departs_at AS "sortAt"
    FROM (SELECT id, ${kilometresTo(position, Prisma.sql`place`)} AS rank FROM place
      ORDER BY rank) AS start,
      LATERAL (${ridesFrom(viewer, filter, after, take, now)}) AS near
    ORDER BY start.rank, near.departs_at, near.id LIMIT ${take}`
  return rows.map((row) => ({ id: row.id, cursor: placeCursor(row) }))
}

/** Rides from any of these places that fit, the soonest first, at most `take`, behind the cursor. */
export function ridesFromPlaces(
  viewer: Viewer,
  wish: RideWish,
  places: string[],
  take: number,
  now: Date,
): Prisma.Sql {
  const after = afterSql('soonest', wish.cursor, 'ride')
  return Prisma.sql`
    SELECT soon.id, soon.departs_at AS "sortAt" FROM unnest(${places}::text[]) AS start (id),
      LATERAL (${ridesFrom(viewer, wish, after, take, now)}) AS soon
    ORDER BY soon.departs_at, soon.id LIMIT ${take}`
}

/** Rides that fit in an order that has an index, the soonest first unless another is chosen, at most `take`. */
export function ridesOrdered(viewer: Viewer, wish: RideWish, take: number, now: Date): Prisma.Sql {
  const { cursor, words } = wish
  const sort = indexedSort(wish)
  const columns = Prisma.sql`listing.id, ${SORTED_BY}`
  const where = ridesThatFit(viewer, wish, now)
  const since = anHourAgo(now)
  return orderedListings(
    { kind: 'ride', sort, columns, joins: RIDE, where, cursor, since, take },
    words,
  )
}

/** How many rides there are that fit, to `take`. */
export function countingRides(viewer: Viewer, wish: RideWish, take: number, now: Date): Prisma.Sql {
  const any = { ...wish, sort: undefined, cursor: undefined }
  return Prisma.sql`SELECT count(*)::int FROM ${ridesOrdered(viewer, any, take, now)} AS ride`
}

// LIMIT keeps the planner from reading all rides for a page of them.
const RIDE = Prisma.sql`
  JOIN LATERAL (SELECT * FROM ride WHERE listing_id = listing.id LIMIT 1) AS ride ON true
  ${OWNER}`

// Of each start as many as a page holds: the index of a start knows its departures in order. LIMIT
// keeps the planner from turning it round, to all rides first and then to their starts.
function ridesFrom(
  viewer: Viewer,
  wish: RideWish,
  after: Prisma.Sql,
  take: number,
  now: Date,
): Prisma.Sql {
  return Prisma.sql`
    SELECT ride.listing_id AS id, ride.departs_at FROM ride
    JOIN LATERAL (SELECT * FROM listing WHERE id = ride.listing_id LIMIT 1) AS listing ON true
    ${OWNER}
    LEFT JOIN listing_search AS search ON search.listing_id = ride.listing_id
    WHERE ride.from_place_id = start.id AND ride.departs_at > ${anHourAgo(now)}
      AND ${wish.city ? touches(wish.city) : Prisma.sql`true`}
      AND ${ridesThatFit(viewer, wish, now)} AND ${after}
      AND ${wish.words ? meeting(wish.words.wishes) : Prisma.sql`true`}
    ORDER BY ride.departs_at, ride.listing_id LIMIT ${take}`
}

function ridesThatFit(viewer: Viewer, wish: RideWish, now: Date): Prisma.Sql {
  const { city, from, to, fromBorder, date, between, people, party } = wish
  const conditions = [
    visibleRows(viewer, now, 'ride'),
    ...(city
      ? [Prisma.sql`(listing.city = ${city}::city OR listing.other_city = ${city}::city)`]
      : []),
    ...(from ? [Prisma.sql`ride.from_place_id = ${from}`] : []),
    ...(to ? [Prisma.sql`ride.to_place_id = ${to}`] : []),
    ...(fromBorder
      ? [Prisma.sql`ride.from_place_id IN (SELECT id FROM place WHERE kind = 'crossing')`]
      : []),
    ...(date ? [leavesOn(date)] : []),
    ...(between ? [Prisma.sql`ride.departs_at >= ${between.from}`] : []),
    ...(between?.to ? [Prisma.sql`ride.departs_at <= ${between.to}`] : []),
    ...(people ? [hasSeats(people)] : []),
    ...(party ? [Prisma.sql`ride.child_seats >= ${party.children}`] : []),
    ...(party?.pets ? [Prisma.sql`ride.pets`] : []),
  ]
  return Prisma.join(conditions, ' AND ')
}

// A ride of a city has an end there; that much the index of a start knows without its listing.
function touches(city: CitySlug): Prisma.Sql {
  const there = Prisma.sql`(SELECT id FROM place WHERE serves @> ARRAY[${city}::city])`
  return Prisma.sql`(ride.from_place_id IN ${there} OR ride.to_place_id IN ${there})`
}

// Twice the same instant, for the index of either table.
function leavesOn(date: string): Prisma.Sql {
  const { gte, lt } = dayRange(date)
  return Prisma.sql`(ride.departs_at >= ${gte} AND ride.departs_at < ${lt}
    AND listing.sort_at >= ${gte} AND listing.sort_at < ${lt})`
}

/** A day of rides, from its first instant to before the next one. */
function dayRange(date: string): { gte: Date; lt: Date } {
  return {
    gte: cityInstant(date, '00:00', RIDE_ZONE),
    lt: cityInstant(date, '24:00', RIDE_ZONE),
  }
}

function hasSeats(people: number): Prisma.Sql {
  return Prisma.sql`(NOT listing.full AND coalesce((
    SELECT true FROM capacity WHERE capacity.listing_id = listing.id AND capacity.free >= ${people}
    LIMIT 1), false))`
}

/** Rides stand in the lists until the end of their hour. */
export function anHourAgo(now: Date): Date {
  return new Date(now.getTime() - 3_600_000)
}
