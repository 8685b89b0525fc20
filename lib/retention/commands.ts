import { db } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import { eraseRequest, onRequest } from '@/lib/holds/commands'
import { transact } from '@/lib/holds/locks'
import { KINDS } from '@/lib/listings/kinds'
import { REQUEST_DAYS } from '@/lib/requests/rules'
import { PRIVATE_DAYS } from '@/lib/retention/rules'

const DAY_MS = 86_400_000

/** Erases sessions, codes and counters whose time is over. Safe to run twice. */
export async function forgetExpired(now: Date): Promise<void> {
  const over = { where: { expiresAt: { lte: now } } }
  await db.signInCode.deleteMany(over)
  await db.session.deleteMany(over)
  await db.rateLimit.deleteMany(over)
  await db.privateLink.updateMany({
    where: { codeExpiresAt: { lte: now } },
    data: { codeHash: null, codeExpiresAt: null, codeTries: 0 },
  })
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

/**
 * Erases requests and messages 14 days after their end, and private links behind which nothing is
 * left. Safe to run twice; returns how many requests it erased.
 */
export async function eraseOldRequests(now: Date): Promise<number> {
  const before = new Date(now.getTime() - REQUEST_DAYS * DAY_MS)
  const old = await db.request.findMany({
    where: {
      OR: [{ closedAt: { lt: before } }, { status: 'accepted', endsAt: { lt: before } }],
    },
    take: 500,
    select: { id: true },
  })
  for (const { id } of old) await onRequest(id, eraseRequest).catch(ignoreGone)
  await eraseEmptyLinks()
  return old.length
}

// Locked first: whoever asks behind a link at this moment keeps it.
async function eraseEmptyLinks(): Promise<void> {
  await transact(async (tx) => {
    const empty = await tx.$queryRaw<{ id: string }[]>`
      SELECT id FROM private_link
      WHERE NOT EXISTS (SELECT FROM request WHERE link_id = private_link.id)
      ORDER BY id FOR UPDATE SKIP LOCKED`
    const ids = empty.map(({ id }) => id)
    await tx.privateLink.deleteMany({ where: { id: { in: ids }, requests: { none: {} } } })
  })
}

// Another run was faster.
function ignoreGone(error: unknown): void {
  if (!(error instanceof NotFound)) throw error
}
