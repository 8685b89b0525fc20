import type { Actor } from '@/lib/auth/viewer'
import { refusedAsConflict } from '@/lib/constraints'
import type { Connection } from '@/lib/db'
import { Conflict, type ConflictCode, NotFound } from '@/lib/errors'
import type { DecisionAction, Locale, RevisionStatus } from '@/lib/generated/prisma/enums'
import { handsOf } from '@/lib/hands/queries'
import { releaseAll } from '@/lib/holds/commands'
import { type Locked, withListings } from '@/lib/holds/locks'
import { applyRevision, move } from '@/lib/listings/commands'
import type { AnyInput } from '@/lib/listings/kinds'
import { isOver } from '@/lib/listings/rules'
import { type DecisionInput, OVERRIDE_REASON_MIN } from '@/lib/moderation/schema'
import { sealNote } from '@/lib/notes/sealed'
import { enqueue } from '@/lib/notifications/jobs'
import { authorize } from '@/lib/policy'
import { unseal } from '@/lib/seal'
import { indexListings } from '@/lib/search/commands'
import { signAs } from '@/lib/staff-log/commands'
import { lookAtAll } from '@/lib/trusted/commands'

/**
 * Decides on a listing or on a proposed change of it: the step, the append-only decision and the
 * mail to the author are one transaction. Answers what was recorded: where two have to agree, the
 * first yes is an `endorse` that nobody else is told of. Of two moderators at once one succeeds; the other gets
 * a Conflict (`already_decided`), as does who decides on a version the author has since changed.
 */
export async function decide(actor: Actor, input: DecisionInput): Promise<DecisionAction> {
  return refusedAsConflict(() =>
    withListings([input.listingId], (locked) => decideIn(locked, actor, input)),
  )
}

/** What `decide` would record; throws what it would throw, and leaves nothing behind. */
export async function rehearseDecision(
  actor: Actor,
  input: DecisionInput,
): Promise<DecisionAction> {
  try {
    return await refusedAsConflict(() =>
      withListings([input.listingId], async (locked) => {
        throw new Rehearsed(await decideIn(locked, actor, input))
      }),
    )
  } catch (error) {
    if (error instanceof Rehearsed) return error.action
    throw error
  }
}

/** Ends the transaction of a rehearsal. */
class Rehearsed extends Error {
  constructor(readonly action: DecisionAction) {
    super('rehearsed')
  }
}

async function decideIn(
  locked: Locked,
  actor: Actor,
  input: DecisionInput,
): Promise<DecisionAction> {
  const { tx } = locked
  const { revisionId } = input
  const listing = await readListing(tx, input.listingId)
  authorize(actor, 'listing.decide', listing)
  await requireInOneHand(tx, actor, listing.id)
  const hand = await handIn(tx, actor, listing, input)
  const said = hand === 'one' && input.action === 'approve' ? { ...input, ...FINE } : input
  await signAs(tx, actor, said.reason)
  if (input.action === 'approve' && isOver(listing, new Date())) throw new Conflict('departed')
  if (hand === 'first') {
    await requireStillAsked(tx, listing, input)
    await record(tx, actor, listing, { ...input, ...FINE, action: 'endorse' })
    return 'endorse'
  }
  const decisionId = await record(tx, actor, listing, said)
  if (revisionId) await decideRevision(locked, actor, listing, revisionId, input)
  else await decideListing(locked, actor, listing, input)
  await enqueue(tx, 'decision-mail', { decisionId })
  return input.action
}

/** What a colleague has in hand, or decided a moment ago, is theirs (lib/desk). */
async function requireInOneHand(tx: Connection, actor: Actor, listingId: string): Promise<void> {
  const others = { listingId, NOT: { accountId: actor.id }, until: { gt: new Date() } }
  if ((await tx.listingClaim.count({ where: others })) > 0) throw new Conflict('claimed')
  const held = { listingId, moderatorId: { not: actor.id } }
  if ((await tx.heldDecision.count({ where: held })) > 0) throw new Conflict('already_decided')
}

/** What needs no reason. */
const FINE = { reason: 'fine' } as const

/**
 * Whether this is the first yes of two, that of an admin `alone` instead of two, or the `one` that
 * decides. Who says yes a second time is told that they have (`endorsed`).
 */
async function handIn(
  tx: Connection,
  actor: Actor,
  listing: LockedListing,
  { action, note, reason, revisionId }: DecisionInput,
): Promise<'first' | 'alone' | 'one'> {
  if (action !== 'approve') return 'one'
  const { needed, given, mayAlone } = await handsOf(tx, actor, listing.id, revisionId)
  if (needed === 1) return 'one'
  if (given.some(({ id }) => id === actor.id) && given.length === 1) throw new Conflict('endorsed')
  if (given.length > 0) return 'one'
  const saysWhy = reason !== 'fine' && note.length >= OVERRIDE_REASON_MIN
  return mayAlone && saysWhy ? 'alone' : 'first'
}

async function requireStillAsked(
  tx: Connection,
  listing: LockedListing,
  input: DecisionInput,
): Promise<void> {
  const { revisionId } = input
  if (!revisionId) return requireWaiting(listing, input)
  const waits = { id: revisionId, listingId: listing.id, status: 'pending' } as const
  if ((await tx.listingRevision.count({ where: waits })) === 0) {
    throw new Conflict(await whyNotPending(tx, revisionId))
  }
  requireAsRead(listing, input)
}

// Before the step, because the database looks for it: listing_published_by_two.
async function record(
  tx: Connection,
  actor: Actor,
  listing: LockedListing,
  { action, revisionId, reason, note }: Omit<DecisionInput, 'action'> & { action: DecisionAction },
): Promise<string> {
  const { id } = await tx.decision.create({
    data: {
      listingId: listing.id,
      ownerId: listing.ownerId,
      revisionId: revisionId ?? null,
      moderatorId: actor.id,
      action,
      reason: reason ?? 'fine',
      noteSealed: sealNote(note, 'decision.note'),
    },
    select: { id: true },
  })
  return id
}

type LockedListing = Awaited<ReturnType<typeof readListing>>

async function decideListing(
  locked: Locked,
  actor: Actor,
  listing: LockedListing,
  input: DecisionInput,
) {
  const { tx } = locked
  requireWaiting(listing, input)
  const now = new Date()
  const published = input.action === 'approve' ? { publishedAt: now, confirmedAt: now } : {}
  await move(tx, listing.id, listing.version, input.action, published)
  if (input.action === 'approve') await indexListings(tx, [listing.id])
  if (input.action !== 'take_down') return
  await supersedeRevisions(tx, listing.id)
  await lookAtAll(tx, actor, listing.id, now)
  await releaseAll(locked, [listing.id], now)
}

function requireWaiting(listing: LockedListing, input: DecisionInput): void {
  const waits = listing.status === 'pending'
  const standing = input.action === 'take_down' && listing.status === 'published'
  if (!waits && !standing) throw new Conflict('already_decided')
  requireAsRead(listing, input)
}

const REVISION_OUTCOME = {
  approve: 'approved',
  reject: 'rejected',
  request_changes: 'changes_requested',
} as const satisfies Record<string, RevisionStatus>

async function decideRevision(
  locked: Locked,
  actor: Actor,
  listing: LockedListing,
  revisionId: string,
  input: DecisionInput,
): Promise<void> {
  const { tx } = locked
  const { action } = input
  if (action === 'take_down') throw new Conflict('impossible_now')
  const [revision] = await tx.listingRevision.updateManyAndReturn({
    where: { id: revisionId, listingId: listing.id, status: 'pending' },
    data: { status: REVISION_OUTCOME[action], decidedAt: new Date() },
    select: { proposal: true, sealed: true },
  })
  if (!revision) throw new Conflict(await whyNotPending(tx, revisionId))
  requireAsRead(listing, input)
  if (action !== 'approve') return
  const { language, ...open } = revision.proposal as AnyInput & { language: Locale }
  const secret = revision.sealed ? JSON.parse(unseal(revision.sealed, 'revision.sealed')) : {}
  await applyRevision(locked, listing, language, { ...open, ...secret }, actor)
}

// Asked after whether it still waits, so that who comes second learns that it was decided.
function requireAsRead(listing: LockedListing, input: DecisionInput): void {
  if (listing.version !== input.version) throw new Conflict('changed_meanwhile')
}

// An author's newer proposal takes the place of the one that was read.
async function whyNotPending(tx: Connection, revisionId: string): Promise<ConflictCode> {
  const superseded = await tx.listingRevision.count({
    where: { id: revisionId, status: 'superseded' },
  })
  return superseded > 0 ? 'changed_meanwhile' : 'already_decided'
}

async function supersedeRevisions(tx: Connection, listingId: string): Promise<void> {
  await tx.listingRevision.updateMany({
    where: { listingId, status: 'pending' },
    data: { status: 'superseded', decidedAt: new Date() },
  })
}

async function readListing(tx: Connection, id: string) {
  const listing = await tx.listing.findUnique({
    where: { id },
    select: {
      id: true,
      kind: true,
      ownerId: true,
      status: true,
      version: true,
      expiresAt: true,
    },
  })
  if (!listing) throw new NotFound('listing')
  return listing
}
