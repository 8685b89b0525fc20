import { type HeldPlaces, heldObstacle } from '@/lib/capacity/rules'
import type { Connection } from '@/lib/db'
import { Conflict } from '@/lib/errors'
import { Prisma } from '@/lib/generated/prisma/client'
import type { Places } from '@/lib/listings/kinds'
import { cityDay } from '@/lib/places/city-time'

/** While new dates wait for review, the nights that stand already get their new number. */
export async function setStandingPlaces(
  tx: Connection,
  listingId: string,
  places: Places[],
): Promise<void> {
  const nights = places.map(({ night }) => night ?? '')
  const totals = places.map(({ total }) => total)
  await tx.$executeRaw`
    UPDATE capacity SET total = offered.total
    FROM unnest(${nights}::text[], ${totals}::int[]) AS offered (night, total)
    WHERE listing_id = ${listingId}::uuid AND coalesce(capacity.night::text, '') = offered.night`
}

/**
 * Writes what is offered: seats, or beds of each night. Coming nights that are no longer offered
 * go; `capacity_held_within_total` refuses to drop held places.
 */
export async function writePlaces(
  tx: Connection,
  listingId: string,
  places: Places[],
  now: Date,
): Promise<void> {
  const nights = places.map(({ night }) => night ?? '')
  const totals = places.map(({ total }) => total)
  await tx.$executeRaw`
    UPDATE capacity SET total = 0 WHERE listing_id = ${listingId}::uuid
      AND night >= ${today(now)}::date AND night::text <> ALL (${nights}::text[])`
  await tx.$executeRaw`
    DELETE FROM capacity WHERE listing_id = ${listingId}::uuid
      AND night >= ${today(now)}::date AND night::text <> ALL (${nights}::text[])`
  await tx.$executeRaw`
    INSERT INTO capacity (listing_id, night, total)
    SELECT ${listingId}::uuid, nullif(night, '')::date, total
    FROM unnest(${nights}::text[], ${totals}::int[]) AS offered (night, total)
    ON CONFLICT ON CONSTRAINT capacity_one_per_night DO UPDATE SET total = excluded.total`
}

/**
 * Conflict `below_held`, naming every request that holds places which would no longer be there.
 * `offered` is what is offered from now on: all nights to come, or one number for each of them.
 * Called before the places are written, while the listing is locked; the judge of the writing
 * itself stays `capacity_held_within_total`.
 */
export async function requireHeldKept(
  tx: Connection,
  listingId: string,
  offered: Places[] | number,
  now: Date,
): Promise<void> {
  const held = await tx.$queryRaw<HeldPlaces[]>`
    SELECT request.id, request.adults, request.children, request.starts_at AS "startsAt",
      coalesce(array_agg(capacity.night::text ORDER BY capacity.night)
        FILTER (WHERE capacity.night IS NOT NULL), '{}') AS nights
    FROM capacity JOIN hold ON hold.listing_id = capacity.listing_id
      JOIN request ON request.id = hold.request_id AND (capacity.night IS NULL
        OR capacity.night BETWEEN request.first_night AND request.last_night)
    WHERE capacity.listing_id = ${listingId}::uuid
      AND (capacity.night IS NULL OR capacity.night >= ${today(now)}::date)
      AND capacity.held > ${totalOf(offered)}
    GROUP BY request.id ORDER BY request.starts_at, request.id`
  if (held.length > 0) throw new Conflict('below_held', {}, held.map(heldObstacle))
}

/** SQL: how many places a row of `capacity` is to have. */
function totalOf(offered: Places[] | number): Prisma.Sql {
  if (typeof offered === 'number') return Prisma.sql`${offered}::int`
  const nights = offered.map(({ night }) => night ?? '')
  const totals = offered.map(({ total }) => total)
  return Prisma.sql`coalesce((
    SELECT offered.total FROM unnest(${nights}::text[], ${totals}::int[]) AS offered (night, total)
    WHERE offered.night = coalesce(capacity.night::text, '')), 0)`
}

/** Sets the number of seats, or of beds of every night to come. Never below what is held. */
export async function setTotal(
  tx: Connection,
  listingId: string,
  total: number,
  now: Date,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE capacity SET total = ${total}
    WHERE listing_id = ${listingId}::uuid AND (night IS NULL OR night >= ${today(now)}::date)`
}

function today(now: Date): string {
  return cityDay(now, 'Asia/Almaty')
}
