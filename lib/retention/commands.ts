import { db } from '@/lib/db'
import { KINDS } from '@/lib/listings/kinds'
import { PRIVATE_DAYS } from '@/lib/retention/rules'

const DAY_MS = 86_400_000

/** Erases sessions, codes and counters whose time is over. Safe to run twice. */
export async function forgetExpired(now: Date): Promise<void> {
  const over = { where: { expiresAt: { lte: now } } }
  await db.signInCode.deleteMany(over)
  await db.session.deleteMany(over)
  await db.rateLimit.deleteMany(over)
}

/**
 * Erases the sealed part of listings that ended 30 days ago, of changes proposed to them, and of
 * changes that were decided.
 * Safe to run twice; returns how many listings it erased.
 */
export async function erasePrivateParts(now: Date): Promise<number> {
  const before = new Date(now.getTime() - PRIVATE_DAYS * DAY_MS)
  const ended = await db.listing.findMany({
    where: {
      privateErasedAt: null,
      OR: [
        { expiresAt: { lt: before } },
        {
          status: { in: ['withdrawn', 'taken_down', 'rejected'] },
          statusChangedAt: { lt: before },
        },
      ],
    },
    take: 500,
    select: { id: true, kind: true },
  })
  for (const { id, kind } of ended) {
    await db.$transaction(async (tx) => {
      await KINDS[kind].erasePrivate(tx, id)
      await tx.listing.update({ where: { id }, data: { privateErasedAt: now } })
    })
  }
  await db.listingRevision.updateMany({
    where: {
      sealed: { not: null },
      OR: [
        { status: { in: ['approved', 'rejected', 'superseded'] } },
        { listing: { privateErasedAt: { not: null } } },
      ],
    },
    data: { sealed: null },
  })
  return ended.length
}
