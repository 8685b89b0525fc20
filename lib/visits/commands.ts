import { GUEST } from '@/lib/auth/viewer'
import { type Connection, db } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import type { ListingKind } from '@/lib/generated/prisma/enums'
import type { CitySlug } from '@/lib/places/cities'
import { visibleTo } from '@/lib/policy'
import type { Problem } from '@/lib/visits/schema'

/** A listing that anyone can see, and so say something about. */
export interface SeenListing {
  id: string
  ownerId: string
  kind: ListingKind
  city: CitySlug
}

/**
 * A visitor says that all was as it is written. Said again, also otherwise, the last word of the
 * day counts. Throws NotFound when it is not public.
 */
export async function tellTrue(visitorKey: string, id: string, now: Date): Promise<SeenListing> {
  const listing = await findSeen(db, id, now)
  await recordVisit(db, visitorKey, id, null, now)
  return listing
}

/** A visitor says how long they waited at a centre. The last word of the day counts. NotFound. */
export async function tellWait(
  visitorKey: string,
  { listingId, minutes }: { listingId: string; minutes: number },
  now: Date,
): Promise<SeenListing> {
  const listing = await findSeen(db, listingId, now)
  if (listing.kind !== 'centre') throw new NotFound('centre')
  await db.$executeRaw`
    INSERT INTO wait_report (listing_id, visitor_key, minutes, created_at)
    VALUES (${listingId}::uuid, ${visitorKey}, ${minutes}, ${now.toISOString()}::timestamptz)
    ON CONFLICT (listing_id, visitor_key) DO UPDATE
      SET minutes = excluded.minutes, created_at = excluded.created_at`
  return listing
}

/** Writes a visitor's word on a listing, in the place of an earlier one. */
export async function recordVisit(
  tx: Connection,
  visitorKey: string,
  listingId: string,
  problem: Problem | null,
  now: Date,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO visit (listing_id, visitor_key, problem, created_at)
    VALUES (${listingId}::uuid, ${visitorKey}, ${problem}::report_reason,
      ${now.toISOString()}::timestamptz)
    ON CONFLICT (listing_id, visitor_key) DO UPDATE
      SET problem = excluded.problem, created_at = excluded.created_at`
}

/** A listing that is public at this moment. Throws NotFound. */
export async function findSeen(tx: Connection, id: string, now: Date): Promise<SeenListing> {
  const listing = await tx.listing.findFirst({
    where: { id, AND: [visibleTo(GUEST, now)] },
    select: { id: true, ownerId: true, kind: true, city: true },
  })
  if (!listing) throw new NotFound('listing')
  return listing
}
