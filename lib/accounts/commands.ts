import type { z } from 'zod'
import { DUTIES_WORDING, type profileSchema } from '@/lib/accounts/schema'
import type { Actor } from '@/lib/auth/viewer'
import { type Connection, db } from '@/lib/db'
import { Conflict, NotFound } from '@/lib/errors'
import type { ListingKind, Role, VerificationMethod } from '@/lib/generated/prisma/enums'
import { releaseAll } from '@/lib/holds/commands'
import { type Locked, requireLocked, withListings } from '@/lib/holds/locks'
import { TRANSITIONS } from '@/lib/listings/rules'
import { enqueue } from '@/lib/notifications/jobs'
import { authorize } from '@/lib/policy'
import { hashEmail } from '@/lib/seal'

/** Sets what one is called in public and the language of one's mails. */
export async function changeProfile(
  actor: Actor,
  { publicName, language }: z.output<typeof profileSchema>,
): Promise<void> {
  await db.account.update({ where: { id: actor.id }, data: { publicName, locale: language } })
}

/** Records that an author has read their legal duties in today's wording. */
export async function acknowledgeDuties(actor: Actor, kind: ListingKind): Promise<void> {
  await db.dutyAcknowledgement.createMany({
    data: [{ accountId: actor.id, kind, wording: DUTIES_WORDING }],
    skipDuplicates: true,
  })
}

/** Records how a moderator verified a person. Conflict when someone already has. */
export async function verifyPerson(
  actor: Actor,
  accountId: string,
  how: VerificationMethod,
): Promise<void> {
  await db.$transaction(async (tx) => {
    authorize(actor, 'person.verify', await lockPerson(tx, accountId))
    const verified = await tx.account.updateMany({
      where: { id: accountId, verifiedAt: null },
      data: { verifiedAt: new Date(), verifiedHow: how, verifiedById: actor.id },
    })
    if (verified.count === 0) throw new Conflict('already_decided')
  })
}

/**
 * Suspends a person: sessions end at once, their listings come down, each with a decision, and
 * everyone who waits or is expected there is released, in one transaction.
 */
export async function suspendPerson(actor: Actor, accountId: string, reason: string) {
  await withListings([], async (locked) => {
    const { tx } = locked
    authorize(actor, 'person.suspend', await lockPerson(tx, accountId))
    const suspended = await tx.account.updateMany({
      where: { id: accountId, suspendedAt: null },
      data: { suspendedAt: new Date(), suspendedById: actor.id, suspensionReason: reason },
    })
    if (suspended.count === 0) throw new Conflict('already_decided')
    await tx.session.deleteMany({ where: { accountId } })
    await takeDownAll(locked, actor, accountId)
  })
}

/** Lifts a suspension. What was taken down stays down. */
export async function liftSuspension(actor: Actor, accountId: string): Promise<void> {
  await db.$transaction(async (tx) => {
    authorize(actor, 'person.suspend', await lockPerson(tx, accountId))
    await tx.account.update({
      where: { id: accountId },
      data: { suspendedAt: null, suspendedById: null, suspensionReason: null },
    })
  })
}

/** Gives a person another role. Sessions end, so that nothing old stays open. */
export async function changeRole(actor: Actor, accountId: string, role: Role): Promise<void> {
  await db.$transaction(async (tx) => {
    authorize(actor, 'person.changeRole', await lockPerson(tx, accountId))
    await tx.account.update({ where: { id: accountId }, data: { role } })
    await tx.session.deleteMany({ where: { accountId } })
  })
}

/**
 * Grants a role from the command line (`npm run grant`), which is how the first admin comes to
 * be. Returns false when no account has this address yet: people sign in once first.
 */
export async function grantRole(email: string, role: Role): Promise<boolean> {
  const granted = await db.account.updateMany({
    where: { emailHash: hashEmail(email) },
    data: { role },
  })
  return granted.count === 1
}

async function takeDownAll(locked: Locked, actor: Actor, ownerId: string): Promise<void> {
  const { tx } = locked
  const now = new Date()
  const standing = { ownerId, status: { in: [...TRANSITIONS.take_down.from] } }
  const listings = await tx.listing.findMany({ where: standing, select: { id: true } })
  const ids = listings.map(({ id }) => id)
  requireLocked(locked, ids)
  await tx.listing.updateMany({
    where: { id: { in: ids } },
    data: { status: 'taken_down', statusChangedAt: now, version: { increment: 1 } },
  })
  await tx.listingRevision.updateMany({
    where: { listingId: { in: ids }, status: 'pending' },
    data: { status: 'superseded', decidedAt: now },
  })
  for (const listingId of ids) {
    const decision = await tx.decision.create({
      data: {
        listingId,
        ownerId,
        moderatorId: actor.id,
        action: 'take_down',
        reason: 'author_suspended',
      },
      select: { id: true },
    })
    await enqueue(tx, 'decision-mail', { decisionId: decision.id })
  }
  await releaseAll(locked, ids, now)
}

async function lockPerson(tx: Connection, id: string) {
  await tx.$queryRaw`SELECT 1 FROM account WHERE id = ${id}::uuid FOR UPDATE`
  const person = await tx.account.findUnique({ where: { id }, select: { id: true, role: true } })
  if (!person) throw new NotFound('person')
  return person
}
