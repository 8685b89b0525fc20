import { staffActor } from '@/lib/auth/staff'
import type { Actor } from '@/lib/auth/viewer'
import { refusedAsConflict } from '@/lib/constraints'
import { db } from '@/lib/db'
import { CLAIM_MINUTES, isAtOnce } from '@/lib/desk/rules'
import { env } from '@/lib/env'
import { Conflict, DomainError } from '@/lib/errors'
import { decide, rehearseDecision } from '@/lib/moderation/commands'
import type { DecisionInput, DecisionName, Reason } from '@/lib/moderation/schema'
import { sealNote } from '@/lib/notes/sealed'
import { enqueue } from '@/lib/notifications/jobs'
import { authorize } from '@/lib/policy'
import { unseal } from '@/lib/seal'

const MINUTE_MS = 60_000

/** Takes a listing into one's hands for ten minutes; false while somebody else has it there. */
export async function claim(actor: Actor, listingId: string, now: Date): Promise<boolean> {
  authorize(actor, 'queue.view', null)
  const until = new Date(now.getTime() + CLAIM_MINUTES * MINUTE_MS)
  const claimed = await db.$executeRaw`
    INSERT INTO listing_claim (listing_id, account_id, claimed_at, until)
    VALUES (${listingId}::uuid, ${actor.id}::uuid, ${now}, ${until})
    ON CONFLICT (listing_id) DO UPDATE
      SET account_id = excluded.account_id, claimed_at = excluded.claimed_at, until = excluded.until
      WHERE listing_claim.account_id = excluded.account_id OR listing_claim.until <= ${now}`
  return claimed === 1
}

/** Lets go of a listing that one has in one's hands. */
export async function letGo(actor: Actor, listingId: string): Promise<void> {
  await db.listingClaim.deleteMany({ where: { listingId, accountId: actor.id } })
}

/**
 * Decides, to be carried out after the seconds in which it can be taken back; nobody is told before.
 * Whatever the decision would be refused for is refused now. What is unsafe comes down at once.
 * Answers what it is, and whether it waits.
 */
export async function holdDecision(
  actor: Actor,
  input: DecisionInput,
  now: Date,
): Promise<{ done: string; held: boolean }> {
  if (env.undoSeconds === 0 || isAtOnce(input)) {
    const done = await decide(actor, input)
    await letGo(actor, input.listingId)
    return { done, held: false }
  }
  const done = await rehearseDecision(actor, input)
  const { listingId, revisionId, version, action, reason, note } = input
  const dueAt = new Date(now.getTime() + env.undoSeconds * 1000)
  await refusedAsConflict(() =>
    db.$transaction(async (tx) => {
      const { id } = await tx.heldDecision.create({
        data: {
          listingId,
          revisionId: revisionId ?? null,
          version,
          moderatorId: actor.id,
          action,
          reason: reason ?? 'fine',
          noteSealed: sealNote(note, 'held_decision.note'),
          heldAt: now,
          dueAt,
        },
        select: { id: true },
      })
      await tx.listingClaim.deleteMany({ where: { listingId, accountId: actor.id } })
      await enqueue(tx, 'held-decision', { heldId: id }, { startAfter: dueAt })
    }),
  )
  return { done, held: true }
}

/** Takes back one's own decision while it waits. Conflict `undo_over` when it does no longer. */
export async function undoDecision(actor: Actor, heldId: string, now: Date): Promise<void> {
  authorize(actor, 'queue.view', null)
  const { count } = await db.heldDecision.deleteMany({
    where: { id: heldId, moderatorId: actor.id, dueAt: { gt: now } },
  })
  if (count === 0) throw new Conflict('undo_over')
}

/**
 * Carries out a decision whose time has come. When the listing has moved on since, or its moderator
 * may no longer decide, it is dropped and the listing waits again. Safe to run twice.
 */
export async function carryOut(heldId: string, now: Date): Promise<void> {
  const held = await db.heldDecision.findFirst({ where: { id: heldId, dueAt: { lte: now } } })
  if (!held) return
  const { listingId, revisionId, version, action, reason, noteSealed, moderatorId } = held
  const actor = await staffActor(moderatorId)
  try {
    if (actor) {
      await decide(actor, {
        listingId,
        revisionId: revisionId ?? undefined,
        version,
        action: action as DecisionName,
        reason: reason as Reason,
        note: noteSealed === null ? '' : unseal(noteSealed, 'held_decision.note'),
      })
    }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
  }
  await db.heldDecision.deleteMany({ where: { id: heldId } })
}

/** Carries out whatever is due: for the worker, in case a job was lost. */
export async function carryOutDue(now: Date): Promise<void> {
  const due = await db.heldDecision.findMany({
    where: { dueAt: { lte: now } },
    select: { id: true },
    take: 100,
  })
  for (const { id } of due) await carryOut(id, now)
}
