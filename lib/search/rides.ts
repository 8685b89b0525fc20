import type { Viewer } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { Prisma } from '@/lib/generated/prisma/client'
import type { CitySlug } from '@/lib/places/cities'
import { cityInstant } from '@/lib/places/city-time'
import type { Position } from '@/lib/places/position'
import { visibleRows } from '@/lib/policy'
import { RIDE_ZONE } from '@/lib/rides/schema'
import type { Understood } from '@/lib/search/query'
import type { Sort } from '@/lib/search/schema'
import { orderSql, type Place } from '@/lib/search/sorts'
import { afterPlace, kilometresTo, meeting, OWNER } from '@/lib/search/sql'

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
 * Rides by how near they start, of those equally near the soonest first; of places whose position
 * nobody told us last. At most `take`, behind the cursor of `placeCursor`. One statement.
 */
export async function chooseNearest(
  viewer: Viewer,
  filter: RideFilter,
  position: Position,
  take: number,
  now: Date,
): Promise<Place[]> {
  const after = afterPlace(Prisma.sql`start.rank, ride.departs_at, ride.listing_id`, filter.cursor)
  return db.$queryRaw<Place[]>`
    SELECT near.id, start.rank, near.departs_at AS "sortAt"
    FROM (SELECT id, ${kilometresTo(position, Prisma.sql`place`)} AS rank FROM place) AS start,
      LATERAL (${ridesFrom(viewer, filter, after, take, now)}) AS near
    ORDER BY start.rank, near.departs_at, near.id LIMIT ${take}`
}

/** Rides from any of these places that fit, the soonest first, at most `take`. */
export function ridesFromPlaces(
  viewer: Viewer,
  wish: RideWish,
  places: string[],
  take: number,
  now: Date,
): Prisma.Sql {
  return Prisma.sql`
    SELECT soon.id FROM unnest(${places}::text[]) AS start (id),
      LATERAL (${ridesFrom(viewer, wish, Prisma.sql`true`, take, now)}) AS soon
    ORDER BY soon.departs_at, soon.id LIMIT ${take}`
}

/** Rides that fit, the soonest first, at most `take`. */
export function ridesSoonest(viewer: Viewer, wish: RideWish, take: number, now: Date): Prisma.Sql {
  return Prisma.sql`
    SELECT listing.id FROM ${RIDES} WHERE ${ridesThatFit(viewer, wish, now)}
    ORDER BY ${orderSql('soonest')} LIMIT ${take}`
}

/** How many rides there are that fit, to `take`. */
export function countingRides(viewer: Viewer, wish: RideWish, take: number, now: Date): Prisma.Sql {
  return Prisma.sql`SELECT count(*)::int FROM (${ridesSoonest(viewer, wish, take, now)}) AS ride`
}

const RIDES = Prisma.sql`listing
  JOIN ride ON ride.listing_id = listing.id
  ${OWNER}
  LEFT JOIN listing_search AS search ON search.listing_id = listing.id`

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
      AND ${ridesThatFit(viewer, wish, now)} AND ${after}
    ORDER BY ride.departs_at, ride.listing_id LIMIT ${take}`
}

function ridesThatFit(viewer: Viewer, wish: RideWish, now: Date): Prisma.Sql {
  const { city, from, to, fromBorder, date, between, people, party, words } = wish
  const conditions = [
    // Rides that have left pile up in the table; the index leaves them out by their time.
    Prisma.sql`listing.kind = 'ride' AND listing.sort_at > ${anHourAgo(now)}`,
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
    ...(words ? [meeting(words.wishes)] : []),
  ]
  return Prisma.join(conditions, ' AND ')
}

function leavesOn(date: string): Prisma.Sql {
  const { gte, lt } = dayRange(date)
  return Prisma.sql`(ride.departs_at >= ${gte} AND ride.departs_at < ${lt})`
}

/** A day of rides, from its first instant to before the next one. */
export function dayRange(date: string): { gte: Date; lt: Date } {
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

function anHourAgo(now: Date): Date {
  return new Date(now.getTime() - 3_600_000)
}
