import { constraintOf } from '@/lib/constraints'
import type { Connection } from '@/lib/db'
import { Conflict, type ConflictCode } from '@/lib/errors'
import { Prisma } from '@/lib/generated/prisma/client'

// The rows of `capacity` that a request is about: the seats, or the beds of each of its nights.
const ITS_PLACES = Prisma.sql`capacity.listing_id = request.listing_id
  AND (capacity.night BETWEEN request.first_night AND request.last_night
    OR (capacity.night IS NULL AND request.first_night IS NULL))`
const HOW_MANY_NIGHTS = Prisma.sql`coalesce(request.last_night - request.first_night, 0) + 1`

/** SQL: the time that a request takes up. */
export const ITS_TIME = Prisma.sql`tstzrange(request.starts_at, request.ends_at)`

/** SQL: whether all places of a request are free on every night. */
export const FITS = Prisma.sql`${HOW_MANY_NIGHTS} = (SELECT count(*) FROM capacity
  WHERE ${ITS_PLACES} AND capacity.free >= request.adults + request.children)`

// What a refusal means here; elsewhere the same constraints mean other things (lib/constraints.ts).
const REFUSALS: Record<string, ConflictCode> = {
  capacity_held_within_total: 'just_taken',
  hold_no_overlap_for_one_link: 'request_moved_on',
}

/**
 * Sets the places of a request aside on every night or on none, in one statement. The judge is
 * `capacity_held_within_total`. Conflict `just_taken`; `request_moved_on` when the party is
 * expected elsewhere at that time.
 */
export async function setAside(tx: Connection, requestId: string): Promise<void> {
  const held = await tx.$executeRaw`
    WITH taken AS (
      UPDATE capacity SET held = held + request.adults + request.children
      FROM request WHERE request.id = ${requestId}::uuid AND ${ITS_PLACES} RETURNING 1)
    INSERT INTO hold (request_id, link_id, listing_id, kind, places, period)
    SELECT id, link_id, listing_id, kind, adults + children, ${ITS_TIME} FROM request
    WHERE id = ${requestId}::uuid AND (SELECT count(*) FROM taken) = ${HOW_MANY_NIGHTS}`.catch(
    (error) => {
      const meaning = REFUSALS[constraintOf(error) ?? '']
      throw meaning ? new Conflict(meaning) : error
    },
  )
  if (held === 0) throw new Conflict('just_taken')
}

/** Gives back what a request held, exactly once because the hold goes with it; false without one. */
export async function giveBack(tx: Connection, requestId: string): Promise<boolean> {
  const given = await tx.$executeRaw`
    WITH gone AS (DELETE FROM hold WHERE request_id = ${requestId}::uuid RETURNING *)
    UPDATE capacity SET held = held - gone.places
    FROM gone JOIN request ON request.id = gone.request_id WHERE ${ITS_PLACES}`
  return given > 0
}
