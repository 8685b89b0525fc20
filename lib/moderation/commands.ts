import type { Actor } from '@/lib/auth/viewer'
import { refusedAsConflict } from '@/lib/constraints'
import type { Connection } from '@/lib/db'
import { Conflict, type ConflictCode, NotFound } from '@/lib/errors'
import type { Locale, RevisionStatus } from '@/lib/generated/prisma/enums'
import { releaseAll } from '@/lib/holds/commands'
import { type Locked, withListings } from '@/lib/holds/locks'
import { applyRevision, move } from '@/lib/listings/commands'
import type { AnyInput } from '@/lib/listings/kinds'
import { isOver } from '@/lib/listings/rules'
import type { DecisionInput } from '@/lib/moderation/schema'
import { enqueue } from '@/lib/notifications/jobs'
import { authorize } from '@/lib/policy'
import { unseal } from '@/lib/seal'

/**
 * Decides on a listing or on a proposed change of it: the step, the append-only decision and the
 * mail to the author are one transaction. Of two moderators at once one succeeds; the other gets
 * a Conflict (`already_decided`), as does who decides on a version the author has since changed.
 */
export async function decide(actor: Actor, input: DecisionInput): Promise<void> {
  const { revisionId } = input
  await refusedAsConflict(() =>
    withListings([input.listingId], async (locked) => {
      const { tx } = locked
      const listing = await readListing(tx, input.listingId)
      authorize(actor, 'listing.decide', listing)
      if (input.action === 'approve' && isOver(listing, new Date())) throw new Conflict('departed')
      if (revisionId) await decideRevision(locked, actor, listing, revisionId, input)
      else await decideListing(locked, listing, input)
      const { id } = await tx.decision.create({
        data: {
          listingId: listing.id,
          ownerId: listing.ownerId,
          revisionId: revisionId ?? null,
          moderatorId: actor.id,
          action: input.action,
          reason: input.reason ?? 'fine',
          note: input.note,
        },
        select: { id: true },
      })
      await enqueue(tx, 'decision-mail', { decisionId: id })
    }),
  )
}

type LockedListing = Awaited<ReturnType<typeof readListing>>

async function decideListing(locked: Locked, listing: LockedListing, input: DecisionInput) {
  const { tx } = locked
  const waits = listing.status === 'pending'
  const standing = input.action === 'take_down' && listing.status === 'published'
  if (!waits && !standing) throw new Conflict('already_decided')
  requireAsRead(listing, input)
  const now = new Date()
  const published = input.action === 'approve' ? { publishedAt: now, confirmedAt: now } : {}
  await move(tx, listing.id, listing.version, input.action, published)
  if (input.action !== 'take_down') return
  await supersedeRevisions(tx, listing.id)
  await releaseAll(locked, [listing.id], now)
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
