import type { z } from 'zod'
import { DUTIES_WORDING, type profileSchema } from '@/lib/accounts/schema'
import type { Actor } from '@/lib/auth/viewer'
import { refusedAsConflict } from '@/lib/constraints'
import { type Connection, db } from '@/lib/db'
import { Conflict, NotFound } from '@/lib/errors'
import type { ListingKind, Role, VerificationMethod } from '@/lib/generated/prisma/enums'
import { releaseAll } from '@/lib/holds/commands'
import { type Locked, requireLocked, withListings } from '@/lib/holds/locks'
import { TRANSITIONS } from '@/lib/listings/rules'
import type { SuspensionReason } from '@/lib/moderation/schema'
import { sealNote } from '@/lib/notes/sealed'
import { enqueue } from '@/lib/notifications/jobs'
import { authorize } from '@/lib/policy'
import { hashEmail, seal } from '@/lib/seal'
import { signAs } from '@/lib/staff-log/commands'

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
    await signAs(tx, actor)
    const verified = await tx.account.updateMany({
      where: { id: accountId, verifiedAt: null },
      data: { verifiedAt: new Date(), verifiedHow: how, verifiedById: actor.id },
    })
    if (verified.count === 0) throw new Conflict('already_decided')
  })
}

/**
 * Suspends a person: sessions end at once, their listings come down, each with a decision, and
 * everyone who waits or is expected there is released, in one transaction with one mail that tells
 * them. `note` is for moderators alone. Conflict `already_decided` when somebody already has,
 * `last_admin` when nobody else is one.
 */
export async function suspendPerson(
  actor: Actor,
  accountId: string,
  reason: SuspensionReason,
  note = '',
  now = new Date(),
): Promise<void> {
  await refusedAsConflict(() =>
    withListings([], async (locked) => {
      const { tx } = locked
      authorize(actor, 'person.suspend', await lockPerson(tx, accountId))
      await signAs(tx, actor, reason)
      const suspended = await tx.account.updateMany({
        where: { id: accountId, suspendedAt: null },
        data: {
          suspendedAt: now,
          suspendedById: actor.id,
          suspensionReason: reason,
          suspensionNoteSealed: sealNote(note, 'account.suspensionNote'),
        },
      })
      if (suspended.count === 0) throw new Conflict('already_decided')
      await tx.session.deleteMany({ where: { accountId } })
      await takeDownAll(locked, actor, accountId, now)
      await enqueue(tx, 'suspension-mail', { accountId })
    }),
  )
}

/**
 * Lifts a suspension and tells the person. What was taken down stays down. Conflict
 * `already_decided` when there is none.
 */
export async function liftSuspension(actor: Actor, accountId: string): Promise<void> {
  await db.$transaction(async (tx) => {
    authorize(actor, 'person.suspend', await lockPerson(tx, accountId))
    await signAs(tx, actor)
    const lifted = await tx.account.updateMany({
      where: { id: accountId, suspendedAt: { not: null } },
      data: {
        suspendedAt: null,
        suspendedById: null,
        suspensionReason: null,
        suspensionNote: null,
        suspensionNoteSealed: null,
      },
    })
    if (lifted.count === 0) throw new Conflict('already_decided')
    await enqueue(tx, 'lifted-mail', { accountId })
  })
}

/**
 * Gives a person another role. Sessions end, so that nothing old stays open. Conflict `last_admin`
 * when nobody else is one.
 */
export async function changeRole(actor: Actor, accountId: string, role: Role): Promise<void> {
  await refusedAsConflict(() =>
    db.$transaction(async (tx) => {
      authorize(actor, 'person.changeRole', await lockPerson(tx, accountId))
      await signAs(tx, actor)
      await tx.account.update({ where: { id: accountId }, data: { role } })
      await tx.session.deleteMany({ where: { accountId } })
    }),
  )
}

/** Ends every session of a person, who may sign in again: for a phone that was lost or seized. */
export async function endSessionsOf(
  actor: Actor,
  accountId: string,
  now = new Date(),
): Promise<void> {
  await db.$transaction(async (tx) => {
    authorize(actor, 'person.endSessions', await lockPerson(tx, accountId))
    await signAs(tx, actor)
    await tx.account.update({ where: { id: accountId }, data: { sessionsEndedAt: now } })
    await tx.session.deleteMany({ where: { accountId } })
  })
}

/** Writes down for the other staff what one knows of a person. */
export async function notePerson(actor: Actor, personId: string, text: string): Promise<void> {
  await db.$transaction(async (tx) => {
    authorize(actor, 'person.note', await lockPerson(tx, personId))
    await signAs(tx, actor)
    await tx.staffNote.create({
      data: { personId, authorId: actor.id, textSealed: seal(text, 'staff_note.text') },
    })
  })
}

/**
 * Grants a role from the command line (`npm run grant`), which is how the first admin comes to
 * be. Takes the second factor away: it is the way back for an only admin who lost it. Returns false
 * when no account has this address yet: people sign in once first. Conflict `last_admin` when nobody
 * else is one.
 */
export async function grantRole(email: string, role: Role): Promise<boolean> {
  const emailHash = hashEmail(email)
  return refusedAsConflict(() =>
    db.$transaction(async (tx) => {
      const granted = await tx.account.updateMany({ where: { emailHash }, data: { role } })
      await tx.secondFactor.deleteMany({ where: { account: { emailHash } } })
      return granted.count === 1
    }),
  )
}

async function takeDownAll(
  locked: Locked,
  actor: Actor,
  ownerId: string,
  now: Date,
): Promise<void> {
  const { tx } = locked
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
  await tx.decision.createMany({
    data: ids.map((listingId) => ({
      listingId,
      ownerId,
      moderatorId: actor.id,
      action: 'take_down' as const,
      reason: 'author_suspended',
    })),
  })
  await releaseAll(locked, ids, now)
}

async function lockPerson(tx: Connection, id: string) {
  await tx.$queryRaw`SELECT 1 FROM account WHERE id = ${id}::uuid FOR UPDATE`
  const person = await tx.account.findUnique({ where: { id }, select: { id: true, role: true } })
  if (!person) throw new NotFound('person')
  return person
}
