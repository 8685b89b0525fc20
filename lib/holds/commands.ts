import { type Connection, db } from '@/lib/db'
import { Conflict, NotFound } from '@/lib/errors'
import { Prisma } from '@/lib/generated/prisma/client'
import { type Locked, requireLocked, withListings } from '@/lib/holds/locks'
import { FITS, giveBack, ITS_TIME, setAside } from '@/lib/holds/places'
import { inTurn } from '@/lib/in-turn'
import { enqueue } from '@/lib/notifications/jobs'
import type { Asker } from '@/lib/requests/links'
import { isPending, offerUntil, PENDING, STEPS, type Step } from '@/lib/requests/rules'

export const heldSelect = {
  id: true,
  linkId: true,
  listingId: true,
  kind: true,
  status: true,
  line: true,
  startsAt: true,
  endsAt: true,
  expiresAt: true,
  offerEndsAt: true,
  acceptedAt: true,
} as const satisfies Prisma.RequestSelect

/** A request as it stands while its listing is locked. */
export type HeldRequest = Prisma.RequestGetPayload<{ select: typeof heldSelect }>

export type Work = (locked: Locked, request: HeldRequest) => Promise<void>

/** Runs a step of a request while its listing, and the link of the asker who acts, are locked. Throws NotFound. */
export async function onRequest(id: string, work: Work, asker: Asker | null = null): Promise<void> {
  const found = await db.request.findUnique({ where: { id }, select: { listingId: true } })
  if (!found) throw new NotFound('request')
  const onFound = async (locked: Locked) => {
    const request = await locked.tx.request.findUnique({ where: { id }, select: heldSelect })
    if (!request) throw new NotFound('request')
    await work(locked, request)
  }
  await withListings([found.listingId], onFound, asker)
}

/**
 * Accepts: sets the places aside, all or none, and releases whatever else the same party waits
 * for in that time. Conflict `just_taken` when they are not free.
 */
export async function accept(locked: Locked, request: HeldRequest, now: Date): Promise<void> {
  const others = await overlapping(locked.tx, request, [...PENDING])
  requireLocked(
    locked,
    others.map(({ listingId }) => listingId),
  )
  const freed: string[] = []
  for (const other of others) freed.push(...(await end(locked.tx, other, 'release', now)))
  await step(locked.tx, request, 'accept', { acceptedAt: now })
  if (request.status !== 'offered') await hold(locked.tx, request)
  await advanceLines(locked, freed, now)
}

/** Ends requests of locked listings; the places they held go to those who wait. */
export async function endAll(
  locked: Locked,
  requests: HeldRequest[],
  name: Ending,
  now: Date,
): Promise<void> {
  const freed: string[] = []
  for (const request of requests) freed.push(...(await end(locked.tx, request, name, now)))
  await advanceLines(locked, freed, now)
}

/** An offer that nobody took in time goes to the next in line; who had it stays in line, last. */
export async function lapse(locked: Locked, request: HeldRequest, now: Date): Promise<void> {
  const freed = await free(locked.tx, request)
  await step(locked.tx, request, 'lapse', { queuedAt: now })
  await advanceLines(locked, freed, now)
}

/**
 * Releases everyone who waits or is expected on listings that come down, in the same transaction.
 * What has already taken place stays as it was.
 */
export async function releaseAll(locked: Locked, listingIds: string[], now: Date): Promise<void> {
  requireLocked(locked, listingIds)
  const requests = await locked.tx.request.findMany({
    where: {
      listingId: { in: listingIds },
      OR: [{ status: { in: [...PENDING] } }, { status: 'accepted', endsAt: { gt: now } }],
    },
    select: heldSelect,
  })
  await endAll(locked, requests, 'release', now)
}

/**
 * Gives free places to those who wait: the first in line that fits, and again until nobody does.
 * Called in every transaction that changes how many places there are or frees some.
 */
export async function advanceLines(locked: Locked, ids: string[], now: Date): Promise<void> {
  const listings = [...new Set(ids)].sort()
  requireLocked(locked, listings)
  for (const listingId of listings) {
    await joinLine(locked.tx, listingId)
    for (;;) {
      const next = await firstThatFits(locked.tx, listingId, now)
      if (!next) break
      if (next.line === 'take') await take(locked, next, now)
      else await offer(locked.tx, next, now)
    }
  }
}

/**
 * Moves the lines that no deed moves: a pause has ended. Safe to run twice; answers on how many
 * listings somebody was seated or offered places.
 */
export async function advanceIdleLines(now: Date): Promise<number> {
  const idle = await db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT request.listing_id AS id ${couldBeSeated(now)}`
  await inTurn(idle, ({ id }) => withListings([id], (locked) => advanceLines(locked, [id], now)))
  return idle.length
}

/** Erases a request whose time is long over, with what it still held of past places. */
export async function eraseRequest({ tx }: Locked, request: HeldRequest): Promise<void> {
  await giveBack(tx, request.id)
  await tx.request.delete({ where: { id: request.id }, select: { id: true } })
}

/** A ride leaves at another hour: so do those who wait for it or are expected. */
export async function moveTimes(
  tx: Connection,
  listingId: string,
  time: { startsAt: Date; endsAt: Date; expiresAt: Date },
): Promise<void> {
  await tx.request.updateMany({
    where: { listingId, status: { in: [...PENDING, 'accepted'] } },
    data: time,
  })
  await tx.request.updateMany({
    where: { listingId, offerEndsAt: { gt: time.expiresAt } },
    data: { offerEndsAt: time.expiresAt },
  })
  // Someone expected elsewhere at the new hour keeps both: nothing is taken from people silently.
  await tx.$executeRaw`
    UPDATE hold SET period = moved.period
    FROM (SELECT tstzrange(${time.startsAt.toISOString()}::timestamptz, ${time.endsAt.toISOString()}::timestamptz) AS period) AS moved
    WHERE listing_id = ${listingId}::uuid AND NOT EXISTS (
      SELECT FROM hold other WHERE other.request_id <> hold.request_id
        AND other.link_id = hold.link_id AND other.kind = hold.kind AND other.period && moved.period)`
}

type Ending = Extract<Step, 'decline' | 'cancel' | 'expire' | 'release'>

/** Ends one request and answers the listings whose lines may move on. */
async function end(
  tx: Connection,
  request: HeldRequest,
  name: Ending,
  now: Date,
): Promise<string[]> {
  const freed = await free(tx, request)
  await step(tx, request, name, { closedAt: now })
  return freed
}

// The volunteer learns of it: nobody asked them this time.
async function take(locked: Locked, request: HeldRequest, now: Date): Promise<void> {
  await accept(locked, request, now)
  await enqueue(locked.tx, 'request-mail', { requestId: request.id })
}

async function offer(tx: Connection, request: HeldRequest, now: Date): Promise<void> {
  await hold(tx, request)
  await step(tx, request, 'offer', { offerEndsAt: offerUntil(request, now) })
}

async function hold(tx: Connection, { id, listingId }: HeldRequest): Promise<void> {
  await setAside(tx, id)
  await joinLine(tx, listingId)
}

// Whoever found places free has asked before those who found none, and must not be served after
// them because the volunteer answered others first.
async function joinLine(tx: Connection, listingId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE request SET status = ${STEPS.join.to}::request_status, version = request.version + 1
    FROM listing WHERE listing.id = ${listingId}::uuid AND listing.id = request.listing_id
      AND request.status = ANY (${STEPS.join.from}::request_status[])
      AND request.line IS NOT NULL AND (listing.full OR NOT ${FITS})`
}

/** A named step of a request: a conditional update that keeps the two counters of those who wait. */
async function step(
  tx: Connection,
  { id, listingId, linkId, status }: HeldRequest,
  name: Step,
  data: Prisma.RequestUpdateManyMutationInput,
): Promise<void> {
  const { from, to } = STEPS[name]
  const moved = await tx.request.updateMany({
    where: { id, status: { in: [...from] } },
    data: { offerEndsAt: null, ...data, status: to, version: { increment: 1 } },
  })
  if (moved.count === 0) throw new Conflict('request_moved_on')
  if (!isPending(status) || isPending(to)) return
  const oneLess = { data: { openRequests: { decrement: 1 } }, select: { id: true } }
  await tx.listing.update({ where: { id: listingId }, ...oneLess })
  await tx.privateLink.update({ where: { id: linkId }, ...oneLess })
}

/**
 * Gives back what a request held and answers the listings whose lines may move on: this one, and
 * those where the same party could not be offered anything while it held this.
 */
async function free(tx: Connection, request: HeldRequest): Promise<string[]> {
  if (!(await giveBack(tx, request.id))) return []
  const waiting = await overlapping(tx, request, ['waiting'])
  return [request.listingId, ...waiting.map(({ listingId }) => listingId)]
}

/** What else the same party asked for in the same time. */
function overlapping(
  tx: Connection,
  { id, linkId, kind, startsAt, endsAt }: HeldRequest,
  statuses: HeldRequest['status'][],
): Promise<HeldRequest[]> {
  return tx.request.findMany({
    where: {
      id: { not: id },
      linkId,
      kind,
      status: { in: statuses },
      startsAt: { lt: endsAt },
      endsAt: { gt: startsAt },
    },
    orderBy: { id: 'asc' },
    select: heldSelect,
  })
}

async function firstThatFits(
  tx: Connection,
  listingId: string,
  now: Date,
): Promise<HeldRequest | null> {
  const [first] = await tx.$queryRaw<{ id: string }[]>`
    SELECT request.id ${couldBeSeated(now)} AND request.listing_id = ${listingId}::uuid
    ORDER BY request.queued_at, request.id LIMIT 1`
  return first ? tx.request.findUnique({ where: { id: first.id }, select: heldSelect }) : null
}

// Those in line whose places are free. Whom they are offered to may not hold others for that
// time; who said "take it" lets an offer elsewhere go, but never what they were accepted for.
function couldBeSeated(now: Date): Prisma.Sql {
  return Prisma.sql`
    FROM request JOIN listing ON listing.id = request.listing_id,
      (SELECT ${now.toISOString()}::timestamptz AS moment) AS clock
    WHERE request.status = 'waiting'
      AND request.expires_at > moment AND request.starts_at > moment
      AND listing.status = 'published' AND NOT listing.full
      AND (listing.paused_until IS NULL OR listing.paused_until <= moment)
      AND listing.expires_at > moment
      AND ${FITS}
      AND NOT EXISTS (
        SELECT FROM hold JOIN request other ON other.id = hold.request_id
        WHERE hold.link_id = request.link_id AND hold.kind = request.kind
          AND hold.period && ${ITS_TIME}
          AND (request.line = 'offer' OR other.status = 'accepted'))`
}
