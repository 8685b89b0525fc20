import { DUTIES_WORDING } from '@/lib/accounts/schema'
import { PERSON_LIMITS } from '@/lib/auth/limits'
import { countHit } from '@/lib/auth/rate-limit'
import type { Actor } from '@/lib/auth/viewer'
import { requireHeldKept, setStandingPlaces, setTotal, writePlaces } from '@/lib/capacity/commands'
import { refusedAsConflict } from '@/lib/constraints'
import { type Connection, db } from '@/lib/db'
import { Conflict, Forbidden, NotFound } from '@/lib/errors'
import type { ListingKind, Locale } from '@/lib/generated/prisma/enums'
import type { InputJsonObject } from '@/lib/generated/prisma/internal/prismaNamespace'
import { advanceLines, moveTimes, releaseAll } from '@/lib/holds/commands'
import { type Locked, withListings } from '@/lib/holds/locks'
import { type AnyInput, KINDS, type KindModule, type SharedColumns } from '@/lib/listings/kinds'
import { isOver, TRANSITIONS, type Transition } from '@/lib/listings/rules'
import { remindLater } from '@/lib/notifications/waiting'
import { authorize, can } from '@/lib/policy'
import { rideTime } from '@/lib/requests/rules'
import { seal } from '@/lib/seal'
import { indexListings } from '@/lib/search/commands'
import { publishesAtOnce } from '@/lib/trusted/commands'

/** Counts a listing that is about to be offered, exactly. Conflict after thirty in a day. */
export async function countOffer(actor: Actor): Promise<void> {
  const { allowed, retryMinutes } = await countHit(PERSON_LIMITS.offer, actor.id)
  if (!allowed) throw new Conflict('too_many_offers', { minutes: retryMinutes })
}

/**
 * Sends a new listing for review and returns its id. The author needs a public name and, for
 * rides and housing, must have read their duties (Forbidden otherwise).
 */
export async function offerListing(
  actor: Actor,
  kind: ListingKind,
  language: Locale,
  input: AnyInput,
): Promise<string> {
  authorize(actor, 'listing.offer', null)
  const rules = KINDS[kind]
  const now = new Date()
  return refusedAsConflict(() =>
    db.$transaction(async (tx) => {
      await requireReadyAuthor(tx, actor, kind, rules)
      const columns = await rules.columns(tx, input, now, actor)
      const { id } = await tx.listing.create({
        data: { kind, ownerId: actor.id, language, ...columns },
        select: { id: true },
      })
      await write(tx, rules, id, input, now)
      await publishOrRemind(tx, actor, id, 1, departureOf(kind, columns), now)
      return id
    }),
  )
}

/**
 * Changes one's own listing. While it waits it is simply replaced and waits anew; once published,
 * places apply at once and everything else becomes a revision that waits beside what is public.
 * Conflict when someone changed it since `version` was read, and `below_held`, naming the requests,
 * when places or nights would go that somebody holds.
 */
export async function changeListing(
  actor: Actor,
  id: string,
  version: number,
  language: Locale,
  input: AnyInput,
): Promise<void> {
  const now = new Date()
  await refusedAsConflict(() =>
    withListings([id], async (locked) => {
      const { tx } = locked
      const listing = await readOwn(tx, actor, id)
      if (listing.version !== version) throw new Conflict('changed_meanwhile')
      const rules = KINDS[listing.kind]
      const columns = await rules.columns(tx, input, now, actor)
      if (listing.status === 'published') {
        if (isOver(listing, now)) throw new Conflict('departed')
        const departsAt = departureOf(listing.kind, columns)
        const revisionId = await proposeChange(tx, listing, rules, language, input)
        if (revisionId && (await publishesAtOnce(tx, actor, { listingId: id, revisionId }, now))) {
          await approveOwn(tx, revisionId, now)
          await applyRevision(locked, listing, language, input, actor)
        } else if (revisionId) {
          await remindLater(tx, { listingId: id, revisionId, version }, departsAt, now)
        }
        await advanceLines(locked, [id], now)
        return
      }
      const submitted = { language, submittedAt: now, privateErasedAt: null, wordsErasedAt: null }
      await move(tx, id, version, 'submit', { ...columns, ...submitted })
      await write(tx, rules, id, input, now)
      await publishOrRemind(tx, actor, id, version + 1, departureOf(listing.kind, columns), now)
    }),
  )
}

/**
 * Takes one's own listing back; a proposed change of it falls away with it, and everyone who
 * waits or is expected there is released.
 */
export async function withdrawListing(actor: Actor, id: string, now = new Date()): Promise<void> {
  await withListings([id], async (locked) => {
    const { tx } = locked
    const listing = await readOwn(tx, actor, id)
    await move(tx, id, listing.version, 'withdraw', {})
    await tx.listingRevision.updateMany({
      where: { listingId: id, status: 'pending' },
      data: { status: 'superseded', decidedAt: now },
    })
    await releaseAll(locked, [id], now)
  })
}

/**
 * Sets the places of a listing at once, of a ride or of every night. Never below what is held
 * (Conflict `below_held`, naming the requests); new ones go to those who wait.
 */
export async function setPlaces(
  actor: Actor,
  id: string,
  total: number,
  now = new Date(),
): Promise<void> {
  await refusedAsConflict(() =>
    withListings([id], async (locked) => {
      const { tx } = locked
      const listing = await readOwn(tx, actor, id)
      if (listing.status !== 'published') throw new Conflict('impossible_now')
      await requireHeldKept(tx, id, total, now)
      await setTotal(tx, id, total, now)
      await tx.listing.update({ where: { id }, data: { full: false, ...confirmed(now) } })
      await advanceLines(locked, [id], now)
    }),
  )
}

/**
 * Puts an approved revision in the place of what is public. What applied at once stays as it is
 * now; who waits or is expected goes with a new departure. Called by lib/moderation.
 */
export async function applyRevision(
  locked: Locked,
  listing: { id: string; kind: ListingKind; version: number },
  language: Locale,
  proposal: AnyInput,
  actor: Actor,
): Promise<void> {
  const { tx } = locked
  const rules = KINDS[listing.kind]
  const now = new Date()
  const standing = await rules.read(tx, listing.id)
  const input = { ...proposal, ...pick(standing, (name) => isInstant(rules, name)) }
  const columns = await rules.columns(tx, input, now, actor)
  if (isOver(columns, now)) throw new Conflict('departed')
  const changed = await tx.listing.updateMany({
    where: { id: listing.id, version: listing.version, status: 'published' },
    data: { ...columns, language, version: { increment: 1 }, ...confirmed(now) },
  })
  if (changed.count === 0) throw new Conflict('changed_meanwhile')
  await write(tx, rules, listing.id, input, now)
  if (listing.kind === 'ride') await moveTimes(tx, listing.id, rideTime(columns.sortAt))
  await advanceLines(locked, [listing.id], now)
}

/** A named step of the lifecycle: a conditional update, and a Conflict when it is not possible now. */
export async function move(
  tx: Connection,
  id: string,
  version: number,
  step: Transition,
  data: object,
): Promise<void> {
  const { from, to } = TRANSITIONS[step]
  const moved = await tx.listing.updateMany({
    where: { id, version, status: { in: [...from] } },
    data: { ...data, status: to, statusChangedAt: new Date(), version: { increment: 1 } },
  })
  if (moved.count === 0) throw new Conflict('impossible_now')
}

/** Everything that follows from the form of a listing whose own row stands. */
async function write(
  tx: Connection,
  rules: KindModule,
  id: string,
  input: AnyInput,
  now: Date,
): Promise<void> {
  await rules.write(tx, id, input)
  await writePlaces(tx, id, rules.places(input), now)
  await indexListings(tx, [id])
}

async function proposeChange(
  tx: Connection,
  listing: { id: string; version: number },
  rules: KindModule,
  language: Locale,
  input: AnyInput,
): Promise<string | null> {
  const now = new Date()
  const places = rules.places(input)
  await requireHeldKept(tx, listing.id, places, now)
  await setStandingPlaces(tx, listing.id, places)
  const before = await rules.read(tx, listing.id)
  const waits = Object.keys(input).filter((name) => !isInstant(rules, name))
  if (waits.every((name) => same(before[name], input[name]))) return null
  await tx.listingRevision.updateMany({
    where: { listingId: listing.id, status: 'pending' },
    data: { status: 'superseded', decidedAt: now },
  })
  const isPrivate = (name: string) => rules.privateFields.includes(name)
  const revision = await tx.listingRevision.create({
    data: {
      listingId: listing.id,
      baseVersion: listing.version,
      proposal: { language, ...pick(input, (name) => !isPrivate(name)) } as InputJsonObject,
      sealed: seal(JSON.stringify(pick(input, isPrivate)), 'revision.sealed'),
    },
    select: { id: true },
  })
  return revision.id
}

async function publishOrRemind(
  tx: Connection,
  actor: Actor,
  id: string,
  version: number,
  departsAt: Date | null,
  now: Date,
): Promise<void> {
  const post = { listingId: id, revisionId: null }
  if (await publishesAtOnce(tx, actor, post, now)) {
    await move(tx, id, version, 'approve', { publishedAt: now, confirmedAt: now })
    await indexListings(tx, [id])
  } else await remindLater(tx, { ...post, version }, departsAt, now)
}

async function approveOwn(tx: Connection, revisionId: string, now: Date): Promise<void> {
  await tx.listingRevision.update({
    where: { id: revisionId },
    data: { status: 'approved', decidedAt: now },
  })
}

async function requireReadyAuthor(
  tx: Connection,
  actor: Actor,
  kind: ListingKind,
  rules: KindModule,
): Promise<void> {
  if (!actor.publicName) throw new Forbidden('public name')
  if (!rules.hasDuties) return
  const read = await tx.dutyAcknowledgement.findUnique({
    where: { accountId_kind_wording: { accountId: actor.id, kind, wording: DUTIES_WORDING } },
    select: { kind: true },
  })
  if (!read) throw new Forbidden('duties')
}

/** One's own listing, locked by then, so that two tabs of one author change one after the other. */
export async function readOwn(tx: Connection, actor: Actor, id: string) {
  const listing = await tx.listing.findUnique({
    where: { id },
    select: { id: true, kind: true, ownerId: true, status: true, version: true, expiresAt: true },
  })
  if (!listing || !can(actor, 'listing.change', listing)) throw new NotFound('listing')
  return listing
}

function isInstant(rules: KindModule, name: string): boolean {
  return rules.instantFields.includes(name)
}

function departureOf(kind: ListingKind, { sortAt }: SharedColumns): Date | null {
  return kind === 'ride' ? sortAt : null
}

function confirmed(now: Date) {
  return { confirmedAt: now, warningsDelivered: 0 }
}

function pick(input: AnyInput, keep: (name: string) => boolean): AnyInput {
  return Object.fromEntries(Object.entries(input).filter(([name]) => keep(name)))
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
