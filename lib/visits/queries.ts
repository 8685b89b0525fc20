import { db } from '@/lib/db'
import { ENOUGH_VISITORS, VISIT_DAYS } from '@/lib/visits/rules'

/**
 * Listings of which enough visitors said since the last confirmation that something is not as it
 * is written; counted within one day, as `surelyDifferent` counts.
 */
export async function listDoubted(now: Date): Promise<string[]> {
  const since = new Date(now.getTime() - VISIT_DAYS * 86_400_000).toISOString()
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT listing.id FROM visit JOIN listing ON listing.id = visit.listing_id
    WHERE visit.problem IS NOT NULL AND visit.created_at > listing.confirmed_at
      AND visit.created_at > ${since}::timestamptz
    GROUP BY listing.id, (visit.created_at AT TIME ZONE 'UTC')::date
    HAVING count(*) >= ${ENOUGH_VISITORS}`
  return rows.map(({ id }) => id)
}
