import { type Actor, GUEST } from '@/lib/auth/viewer'
import { refusedAsConflict } from '@/lib/constraints'
import { type Connection, db } from '@/lib/db'
import { Conflict, InvalidInput, NotFound } from '@/lib/errors'
import { accept, endAll, type HeldRequest, lapse, onRequest, type Work } from '@/lib/holds/commands'
import { type Locked, transact } from '@/lib/holds/locks'
import type { Locale } from '@/lib/i18n/locales'
import { enqueue } from '@/lib/notifications/jobs'
import { columnDay, daysBetween } from '@/lib/places/city-time'
import { can, visibleTo } from '@/lib/policy'
import { findLinkId } from '@/lib/private-links/queries'
import { hashToken, newToken } from '@/lib/private-links/tokens'
import type { Asker } from '@/lib/requests/links'
import { type AskedTime, askedTime, isOverdue, isPending, PENDING } from '@/lib/requests/rules'
import type { AskInput } from '@/lib/requests/schema'
import { seal } from '@/lib/seal'

/**
 * Asks for places: `open` when they are free, else in line. Without an asker a private link is
 * made and its token answered, once. Sent twice it is one request. Throws InvalidInput
 * (`line: choose_line` when it is full, a party or nights that are not offered), NotFound, and
 * Conflict: `too_late`, `already_asked`, `overlaps`, `too_many_requests`, `too_many_of_yours`.
 */
export async function askForPlaces(
  asker: Asker | null,
  input: AskInput,
  locale: Locale,
  now: Date,
): Promise<{ token: string | null; requestId: string }> {
  const known = asker?.linkId ?? (input.token ? await findLinkId(input.token) : null)
  const token = known ? null : (input.token ?? newToken())
  return refusedAsConflict(() =>
    transact(async (tx) => {
      const listing = await lockAskable(tx, input.listingId, now)
      const time = askedTime(listing, input, now)
      const linkId = await lockLink(tx, known, token, locale, now)
      const twin = await findTwin(tx, linkId, listing, time, input)
      if (twin) return { token, requestId: twin }
      const isFree = await hasPlaces(tx, listing, time, input)
      if (!isFree && !input.line) throw new InvalidInput([{ field: 'line', code: 'choose_line' }])
      const { id: requestId } = await tx.request.create({
        data: {
          linkId,
          listingId: listing.id,
          kind: listing.kind,
          status: isFree ? 'open' : 'waiting',
          adults: input.adults,
          children: input.children,
          ...time,
          line: input.line ?? null,
          nameSealed: input.name ? seal(input.name, 'request.name') : null,
          createdAt: now,
          queuedAt: now,
        },
        select: { id: true },
      })
      if (input.text) {
        const textSealed = seal(input.text, 'message.text')
        await tx.message.create({
          data: { requestId, side: 'asker', textSealed, createdAt: now },
          select: { id: true },
        })
      }
      const oneMore = { data: { openRequests: { increment: 1 } }, select: { id: true } }
      await tx.listing.update({ where: { id: listing.id }, ...oneMore })
      await tx.privateLink.update({ where: { id: linkId }, ...oneMore })
      await enqueue(tx, 'request-mail', { requestId })
      return { token, requestId }
    }),
  )
}

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

/** "I arrived safely". Twice is once. Conflict `request_moved_on` unless it was accepted. */
export async function arrive(asker: Asker, id: string, now = new Date()): Promise<void> {
  const mine = { id, linkId: asker.linkId, status: 'accepted' } as const
  await db.request.updateMany({ where: { ...mine, arrivedAt: null }, data: { arrivedAt: now } })
  if ((await db.request.count({ where: mine })) === 0) throw new Conflict('request_moved_on')
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
    orderBy: { expiresAt: 'asc' },
    select: { id: true },
  })
  const failures: unknown[] = []
  for (const { id } of due) {
    await onRequest(id, (locked, request) => endInTime(locked, request, now)).catch((error) =>
      failures.push(error),
    )
  }
  if (failures.length > 0) throw failures[0]
  return due.length
}

async function endInTime(locked: Locked, request: HeldRequest, now: Date): Promise<void> {
  if (isOverdue(request, now)) await endAll(locked, [request], 'expire', now)
  else if (isOfferOver(request, now)) await lapse(locked, request, now)
}

type Askable = Awaited<ReturnType<typeof lockAskable>>

async function lockAskable(tx: Connection, id: string, now: Date) {
  await tx.$queryRaw`SELECT 1 FROM listing WHERE id = ${id}::uuid FOR UPDATE`
  const listing = await tx.listing.findFirst({
    where: { id, AND: [visibleTo(GUEST, now)] },
    select: {
      id: true,
      kind: true,
      city: true,
      full: true,
      ride: { select: { departsAt: true } },
      housing: { select: { minNights: true, maxNights: true } },
    },
  })
  if (!listing || listing.kind === 'centre') throw new NotFound('listing')
  return { ...listing, kind: listing.kind }
}

/** The link to ask behind, known or new. Locked, so that it is not accepted elsewhere meanwhile. */
async function lockLink(
  tx: Connection,
  known: string | null,
  token: string | null,
  locale: Locale,
  now: Date,
): Promise<string> {
  const data = { tokenHash: hashToken(token ?? ''), locale, createdAt: now }
  if (token) await tx.privateLink.createMany({ data: [data], skipDuplicates: true })
  const [link] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM private_link
    WHERE id = ${known}::uuid OR token_hash = ${data.tokenHash} FOR UPDATE`
  if (!link) throw new NotFound('link')
  return link.id
}

/** The same request sent before. Conflict when the party is expected, or asks here, for that time. */
async function findTwin(
  tx: Connection,
  linkId: string,
  listing: Askable,
  { startsAt, endsAt }: AskedTime,
  { adults, children }: AskInput,
): Promise<string | null> {
  const others = await tx.request.findMany({
    where: {
      linkId,
      kind: listing.kind,
      status: { in: [...PENDING, 'accepted'] },
      startsAt: { lt: endsAt },
      endsAt: { gt: startsAt },
    },
    select: {
      id: true,
      listingId: true,
      status: true,
      adults: true,
      children: true,
      startsAt: true,
      endsAt: true,
    },
  })
  const here = others.find(({ listingId }) => listingId === listing.id)
  const isTwin =
    here?.adults === adults &&
    here.children === children &&
    here.startsAt.getTime() === startsAt.getTime() &&
    here.endsAt.getTime() === endsAt.getTime()
  if (isTwin) return here.id
  if (others.some(({ status }) => status === 'accepted')) throw new Conflict('overlaps')
  if (here) throw new Conflict('already_asked')
  return null
}

/** Whether all places are free on every night. InvalidInput when so many were never offered. */
async function hasPlaces(
  tx: Connection,
  { id, full }: Askable,
  { firstNight, lastNight }: AskedTime,
  { adults, children }: AskInput,
): Promise<boolean> {
  const night = firstNight && lastNight ? { gte: firstNight, lte: lastNight } : null
  const nights = await tx.capacity.findMany({
    where: { listingId: id, night },
    select: { total: true, free: true },
  })
  const wanted =
    firstNight && lastNight ? daysBetween(columnDay(firstNight), columnDay(lastNight)) + 1 : 1
  if (nights.length < wanted) {
    throw new InvalidInput([{ field: 'from', code: 'nights_not_offered' }])
  }
  const total = Math.min(...nights.map((places) => places.total))
  const people = adults + children
  if (people > total) {
    throw new InvalidInput([{ field: 'adults', code: 'more_than_places', values: { total } }])
  }
  return !full && nights.every(({ free }) => (free ?? 0) >= people)
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

function asAsker({ linkId }: Asker, id: string, work: Work): Promise<void> {
  return onRequest(id, async (locked, request) => {
    if (request.linkId !== linkId) throw new NotFound('request')
    await work(locked, request)
  })
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
  if (request.status !== 'offered' || isOfferOver(request, now)) throw new Conflict('offer_over')
}

function isOfferOver({ status, offerEndsAt }: HeldRequest, now: Date): boolean {
  return status === 'offered' && offerEndsAt !== null && offerEndsAt <= now
}
