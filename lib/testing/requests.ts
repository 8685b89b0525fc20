import { askForPlaces } from '@/lib/asking/commands'
import type { Actor } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import { acceptRequest } from '@/lib/requests/commands'
import { type Asker, findLink } from '@/lib/requests/links'
import { type AskInput, askSchema, signFormTime } from '@/lib/requests/schema'
import { publishRide } from '@/lib/testing/rides'

/** What a browser sends to ask for one place. */
export function sentAsk(
  listingId: string,
  change: Record<string, unknown> = {},
): Record<string, unknown> {
  return {
    listingId,
    adults: '1',
    children: '',
    name: '',
    text: '',
    askedAt: signFormTime(new Date(Date.now() - 60_000)),
    ...change,
  }
}

/** The same as its schema reads it. */
export function askForm(listingId: string, change: Record<string, unknown> = {}): AskInput {
  return askSchema(new Date()).parse(sentAsk(listingId, change))
}

/** Asks as a newcomer does who came for the first time, or behind a link that is known. */
export async function ask(
  listingId: string,
  change: Record<string, unknown> = {},
  known: Asker | null = null,
  now = new Date(),
): Promise<{ asker: Asker; id: string; token: string | null }> {
  const { token, requestId } = await askForPlaces(known, askForm(listingId, change), 'ru', now)
  const asker = known ?? (await findLink(token ?? ''))
  if (!asker) throw new NotFound('link')
  return { asker, id: requestId, token }
}

/** How many places are free: of a ride, or of each of a home's nights. */
export async function freePlaces(listingId: string): Promise<(number | null)[]> {
  const places = await db.capacity.findMany({
    where: { listingId },
    orderBy: { night: 'asc' },
    select: { free: true },
  })
  return places.map(({ free }) => free)
}

/** A published ride of this host whose seats one guest holds. */
export async function publishFullRide(host: Actor, moderator: Actor, seats: number) {
  const listingId = await publishRide(host, moderator, { seats })
  const guest = await ask(listingId, { adults: String(seats) })
  await acceptRequest(host, guest.id)
  return { listingId, guest }
}

/** How a request stands. */
export async function statusOf(id: string): Promise<string> {
  const { status } = await db.request.findUniqueOrThrow({ where: { id }, select: { status: true } })
  return status
}

/**
 * Everything that must hold at any moment, in one statement and so in one snapshot; answers the
 * rules that are broken, of which there are none. Pauses that ended after `pausesUntil` may still
 * leave a line idle: the worker has not come by.
 */
export async function brokenRules(now: Date, pausesUntil = now): Promise<string[]> {
  const rows = await db.$queryRaw<{ rule: string }[]>`
    WITH clock AS (SELECT ${now.toISOString()}::timestamptz AS moment),
    held AS (
      SELECT capacity.id, capacity.listing_id, capacity.held, capacity.total,
        coalesce(sum(hold.places), 0) AS sum
      FROM capacity LEFT JOIN request ON request.listing_id = capacity.listing_id
        AND (capacity.night IS NULL OR capacity.night BETWEEN request.first_night AND request.last_night)
        LEFT JOIN hold ON hold.request_id = request.id
      GROUP BY capacity.id)
    SELECT 'overbooked: ' || listing_id AS rule FROM held WHERE held > total OR held < 0
    UNION ALL SELECT 'held is not the sum of holds: ' || listing_id FROM held WHERE held <> sum
    UNION ALL SELECT 'held without a hold, or the reverse: ' || request.id
      FROM request LEFT JOIN hold ON hold.request_id = request.id
      WHERE (request.status IN ('accepted', 'offered')) <> (hold.request_id IS NOT NULL)
    UNION ALL SELECT 'counter of a listing: ' || listing.id FROM listing
      WHERE open_requests <> (SELECT count(*) FROM request WHERE listing_id = listing.id
        AND status IN ('open', 'waiting', 'offered'))
    UNION ALL SELECT 'counter of a link: ' || private_link.id FROM private_link
      WHERE open_requests <> (SELECT count(*) FROM request WHERE link_id = private_link.id
        AND status IN ('open', 'waiting', 'offered'))
    UNION ALL SELECT 'two places at once: ' || a.link_id FROM request a JOIN request b
      ON b.link_id = a.link_id AND b.kind = a.kind AND b.id > a.id
      WHERE a.status IN ('accepted', 'offered') AND b.status IN ('accepted', 'offered')
        AND a.starts_at < b.ends_at AND b.starts_at < a.ends_at
    UNION ALL SELECT 'waits for a time it is accepted for: ' || a.id FROM request a JOIN request b
      ON b.link_id = a.link_id AND b.kind = a.kind AND b.id <> a.id
      WHERE a.status IN ('open', 'waiting', 'offered') AND b.status = 'accepted'
        AND a.starts_at < b.ends_at AND b.starts_at < a.ends_at
    UNION ALL SELECT 'alive on a listing that came down: ' || request.id
      FROM request JOIN listing ON listing.id = request.listing_id, clock
      WHERE listing.status <> 'published' AND (request.status IN ('open', 'waiting', 'offered')
        OR request.status = 'accepted' AND request.ends_at > moment)
    UNION ALL SELECT 'outside the line: ' || request.id
      FROM request JOIN listing ON listing.id = request.listing_id
      WHERE request.status = 'open' AND request.line IS NOT NULL AND (listing.full
        OR (SELECT count(*) FILTER (WHERE capacity.free >= request.adults + request.children)
            <> coalesce(request.last_night - request.first_night, 0) + 1
          FROM capacity WHERE capacity.listing_id = request.listing_id AND (capacity.night IS NULL
            OR capacity.night BETWEEN request.first_night AND request.last_night)))
    UNION ALL SELECT 'idle while someone fitting waits: ' || request.id
      FROM request JOIN listing ON listing.id = request.listing_id, clock
      WHERE request.status = 'waiting' AND request.expires_at > moment AND request.starts_at > moment
        AND listing.status = 'published' AND NOT listing.full
        AND (listing.paused_until IS NULL
          OR listing.paused_until <= ${pausesUntil.toISOString()}::timestamptz)
        AND listing.expires_at > moment
        AND (SELECT count(*) FILTER (WHERE capacity.free >= request.adults + request.children)
            = coalesce(request.last_night - request.first_night, 0) + 1
          FROM capacity WHERE capacity.listing_id = request.listing_id AND (capacity.night IS NULL
            OR capacity.night BETWEEN request.first_night AND request.last_night))
        AND NOT EXISTS (SELECT FROM request other WHERE other.link_id = request.link_id
          AND other.kind = request.kind AND other.id <> request.id
          AND other.starts_at < request.ends_at AND other.ends_at > request.starts_at
          AND (other.status = 'accepted' OR other.status = 'offered' AND request.line = 'offer'))`
  return rows.map(({ rule }) => rule)
}
