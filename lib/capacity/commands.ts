import type { Connection } from '@/lib/db'
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
): Promise<void> {
  const nights = places.map(({ night }) => night ?? '')
  const totals = places.map(({ total }) => total)
  await tx.$executeRaw`
    UPDATE capacity SET total = 0 WHERE listing_id = ${listingId}::uuid
      AND night >= ${today()}::date AND night::text <> ALL (${nights}::text[])`
  await tx.$executeRaw`
    DELETE FROM capacity WHERE listing_id = ${listingId}::uuid
      AND night >= ${today()}::date AND night::text <> ALL (${nights}::text[])`
  await tx.$executeRaw`
    INSERT INTO capacity (listing_id, night, total)
    SELECT ${listingId}::uuid, nullif(night, '')::date, total
    FROM unnest(${nights}::text[], ${totals}::int[]) AS offered (night, total)
    ON CONFLICT ON CONSTRAINT capacity_one_per_night DO UPDATE SET total = excluded.total`
}

/** Sets the number of seats, or of beds of every night to come. Never below what is held. */
export async function setTotal(tx: Connection, listingId: string, total: number): Promise<void> {
  await tx.$executeRaw`
    UPDATE capacity SET total = ${total}
    WHERE listing_id = ${listingId}::uuid AND (night IS NULL OR night >= ${today()}::date)`
}

function today(): string {
  return cityDay(new Date(), 'Asia/Almaty')
}
