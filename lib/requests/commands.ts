import type { Actor } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { Conflict, NotFound } from '@/lib/errors'
import { accept, endAll, type HeldRequest, lapse, onRequest, type Work } from '@/lib/holds/commands'
import type { Locked } from '@/lib/holds/locks'
import { inTurn } from '@/lib/in-turn'
import { enqueue } from '@/lib/notifications/jobs'
import { can } from '@/lib/policy'
import type { Asker } from '@/lib/requests/links'
import { isArrivalTime, isOverdue, isPending } from '@/lib/requests/rules'

/** Says yes. Twice is once. Conflict: `just_taken`, `request_moved_on`. NotFound when it is not theirs. */
export async function acceptRequest(actor: Actor, id: string, now = new Date()): Promise<void> {
  await asHost(actor, id, async (locked, request) => {
    if (request.status === 'accepted') return
    requireUnanswered(request, now)
    await accept(locked, request, now)
  })
}

/** Says no, also after having said yes; places go to the line. Twice is once. */
export async function declineRequest(actor: Actor, id: string, now = new Date()): Promise<void> {
  await asHost(actor, id, async (locked, request) => {
    if (request.status === 'declined') return
    requireNotOver(request, now)
    await endAll(locked, [request], 'decline', now)
  })
}

/** Takes a request back, also an accepted one; places go to the line. Twice is once. */
export async function cancelRequest(asker: Asker, id: string, now = new Date()): Promise<void> {
  await asAsker(asker, id, async (locked, request) => {
    if (request.status === 'cancelled') return
    requireNotOver(request, now)
    await endAll(locked, [request], 'cancel', now)
    if (request.status === 'accepted') await tellHost(locked, id)
  })
}

/** Takes the offered places. Twice is once. Conflict `offer_over` after its time. */
export async function takeOffer(asker: Asker, id: string, now = new Date()): Promise<void> {
  await asAsker(asker, id, async (locked, request) => {
    if (request.status === 'accepted') return
    requireOffered(request, now)
    await accept(locked, request, now)
    await tellHost(locked, id)
  })
}

/** Turns the offered places down: the request ends and the next in line gets them. Twice is once. */
export async function refuseOffer(asker: Asker, id: string, now = new Date()): Promise<void> {
  await asAsker(asker, id, async (locked, request) => {
    if (request.status === 'cancelled') return
    requireOffered(request, now)
    await endAll(locked, [request], 'cancel', now)
  })
}

/**
 * "I arrived safely". Twice is once. Conflict `request_moved_on` unless it was accepted, its day has
 * come and it is not over.
 */
export async function arrive(asker: Asker, id: string, now = new Date()): Promise<void> {
  await asAsker(asker, id, async ({ tx }, request) => {
    if (request.status !== 'accepted' || !isArrivalTime(request, now)) {
      throw new Conflict('request_moved_on')
    }
    await tx.request.updateMany({ where: { id, arrivedAt: null }, data: { arrivedAt: now } })
  })
}

/**
 * Ends what nobody answered in time and lets offers lapse. Safe to run twice; returns how many
 * requests it moved. One that fails does not keep the others waiting.
 */
export async function expireDue(now: Date): Promise<number> {
  const due = await db.request.findMany({
    where: {
      OR: [
        { status: { in: ['open', 'waiting', 'offered'] }, expiresAt: { lte: now } },
        { status: 'offered', offerEndsAt: { lte: now } },
      ],
    },
    orderBy: [{ expiresAt: 'asc' }, { queuedAt: 'asc' }, { id: 'asc' }],
    select: { id: true },
  })
  await inTurn(due, ({ id }) => onRequest(id, (locked, request) => endInTime(locked, request, now)))
  return due.length
}

async function endInTime(locked: Locked, request: HeldRequest, now: Date): Promise<void> {
  if (isOverdue(request, now)) await endAll(locked, [request], 'expire', now)
  else if (isOfferOver(request, now)) await lapse(locked, request, now)
}

function asHost(actor: Actor, id: string, work: Work): Promise<void> {
  return onRequest(id, async (locked, request) => {
    const listing = await locked.tx.listing.findUniqueOrThrow({
      where: { id: request.listingId },
      select: { ownerId: true },
    })
    if (!isHost(actor, listing)) throw new NotFound('request')
    await work(locked, request)
  })
}

function asAsker(asker: Asker, id: string, work: Work): Promise<void> {
  const ifTheirs: Work = async (locked, request) => {
    if (request.linkId !== asker.linkId) throw new NotFound('request')
    await work(locked, request)
  }
  return onRequest(id, ifTheirs, asker)
}

function tellHost({ tx }: Locked, requestId: string): Promise<void> {
  return enqueue(tx, 'request-mail', { requestId })
}

function isHost(actor: Actor, { ownerId }: { ownerId: string }): boolean {
  return can(actor, 'request.answer', { hostId: ownerId })
}

function requireUnanswered(request: HeldRequest, now: Date): void {
  if (!isPending(request.status) || isOverdue(request, now)) throw new Conflict('request_moved_on')
}

function requireNotOver(request: HeldRequest, now: Date): void {
  if (request.status === 'accepted' && request.endsAt <= now) throw new Conflict('request_moved_on')
}

function requireOffered(request: HeldRequest, now: Date): void {
  const isOver = isOverdue(request, now) || isOfferOver(request, now)
  if (request.status !== 'offered' || isOver) throw new Conflict('offer_over')
}

function isOfferOver({ status, offerEndsAt }: HeldRequest, now: Date): boolean {
  return status === 'offered' && offerEndsAt !== null && offerEndsAt <= now
}
