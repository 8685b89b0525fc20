import type { Actor } from '@/lib/auth/viewer'
import { refusedAsConflict } from '@/lib/constraints'
import { db } from '@/lib/db'
import { releaseAll } from '@/lib/holds/commands'
import { type Locked, requireLocked, withListings } from '@/lib/holds/locks'
import { TRANSITIONS } from '@/lib/listings/rules'
import { authorize } from '@/lib/policy'
import { newToken } from '@/lib/private-links/tokens'
import { blank, erasePrivate, wordedSelect } from '@/lib/retention/commands'
import { hashEmail, hashToken, seal } from '@/lib/seal'
import { signAs } from '@/lib/staff-log/commands'

/** Erases oneself: `erasePerson`. Conflict `last_admin` where nobody else could give roles. */
export async function eraseOwnAccount(actor: Actor, now = new Date()): Promise<void> {
  await refusedAsConflict(() =>
    withListings([], async (locked) => {
      const { tx } = locked
      authorize(actor, 'account.erase', { id: actor.id })
      await signAs(tx, actor)
      await erasePerson(locked, actor.id, now)
    }),
  )
}

/**
 * Erases a person who asked for it by other ways (`npm run forget`). Returns false when nobody has
 * this address. Conflict `last_admin`.
 */
export async function forgetPerson(email: string, now = new Date()): Promise<boolean> {
  const emailHash = hashEmail(email)
  const person = await db.account.findUnique({ where: { emailHash }, select: { id: true } })
  if (!person) return false
  await refusedAsConflict(() => withListings([], (locked) => erasePerson(locked, person.id, now)))
  return true
}

/**
 * Erases name, e-mail, sessions, every word of their listings, what they wrote to people. What
 * still stands is taken back, and whoever waits or is expected there is released. That decisions
 * were made stays, without words. Who is suspended stays known by the hash of their address.
 */
async function erasePerson(locked: Locked, id: string, now: Date): Promise<void> {
  const { tx } = locked
  // Locked before their listings are read: a listing that is just being offered waits, or is among them.
  await tx.$queryRaw`SELECT 1 FROM account WHERE id = ${id}::uuid FOR UPDATE`
  const person = await tx.account.findUniqueOrThrow({
    where: { id },
    select: { emailHash: true, suspendedAt: true, listings: { select: wordedSelect } },
  })
  await takeBackAll(
    locked,
    person.listings.map((listing) => listing.id),
    now,
  )
  for (const listing of person.listings) {
    await erasePrivate(tx, listing, now)
    await blank(tx, listing, now)
  }
  const theirs = { where: { accountId: id } }
  await tx.session.deleteMany(theirs)
  await tx.secondFactor.deleteMany(theirs)
  await tx.staffNote.deleteMany({ where: { personId: id } })
  await tx.dutyAcknowledgement.deleteMany(theirs)
  await tx.message.deleteMany({ where: { side: 'host', request: { listing: { ownerId: id } } } })
  await tx.signInCode.deleteMany({ where: { emailHash: person.emailHash } })
  await tx.account.update({
    where: { id },
    data: {
      emailSealed: seal('', 'account.email'),
      publicName: null,
      suspensionNote: null,
      suspensionNoteSealed: null,
      role: 'volunteer',
      locale: 'ru',
      verifiedAt: null,
      verifiedHow: null,
      verifiedById: null,
      ...(person.suspendedAt ? {} : { emailHash: hashToken(newToken()) }),
    },
    select: { id: true },
  })
}

async function takeBackAll(locked: Locked, ids: string[], now: Date): Promise<void> {
  const { tx } = locked
  requireLocked(locked, ids)
  await releaseAll(locked, ids, now)
  await tx.listing.updateMany({
    where: { id: { in: ids }, status: { in: [...TRANSITIONS.withdraw.from] } },
    data: { status: 'withdrawn', statusChangedAt: now, version: { increment: 1 } },
  })
  await tx.listingRevision.updateMany({
    where: { listingId: { in: ids }, status: 'pending' },
    data: { status: 'superseded', decidedAt: now },
  })
}
