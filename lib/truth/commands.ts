import { GUEST } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import type { Prisma } from '@/lib/generated/prisma/client'
import { advanceLines } from '@/lib/holds/commands'
import { withListings } from '@/lib/holds/locks'
import { KIND_PATHS } from '@/lib/listings/kinds'
import { enqueue } from '@/lib/notifications/jobs'
import { visibleTo } from '@/lib/policy'
import { owed, type Warning } from '@/lib/truth/queries'
import { askTimes, MAX_WARNINGS } from '@/lib/truth/rules'
import { type Answer, readReplyToken } from '@/lib/truth/schema'

/** Mails planned by one sweep; the rest waits for the next. */
const AT_ONCE = 500
const KINDS = Object.keys(KIND_PATHS) as (keyof typeof KIND_PATHS)[]

/**
 * Plans a mail to each author whose public listing nears its next step down: in the last quarter
 * before it fades, and when it sinks, before it is hidden. Nobody is asked about samples. Safe to
 * run twice and at once; answers how many it planned.
 */
export async function askWhatFades(now: Date): Promise<number> {
  const due = await db.listing.findMany({
    where: dueAt(now),
    orderBy: { confirmedAt: 'asc' },
    take: AT_ONCE,
    select: { id: true, warningsDelivered: true },
  })
  let planned = 0
  for (const { id, warningsDelivered } of due) {
    planned += await db.$transaction(async (tx) => {
      const { count } = await tx.listing.updateMany({
        where: { id, warningsDelivered, AND: [dueAt(now)] },
        data: { truthAskedAt: now },
      })
      const warning = warningsDelivered + 1
      if (count > 0) await enqueue(tx, 'truth-mail', { listingId: id, warning })
      return count
    })
  }
  return planned
}

/** Counts a warning that the mail server took. Once, however often it is told; safe to run twice. */
export async function recordWarning({ listingId, warning }: Warning, now: Date): Promise<void> {
  await db.listing.updateMany({
    where: owed({ listingId, warning }),
    data: { warningsDelivered: warning, truthAskedAt: now },
  })
}

/**
 * Does what a link of a mail says, once, and answers it. Null, and nothing is done, for every
 * link that `findReply` knows nothing of.
 */
export async function giveReply(token: string, now: Date): Promise<Answer | null> {
  const reply = readReplyToken(token)
  if (!reply) return null
  const { listingId: id, answer, confirmedAt } = reply
  return withListings([id], async (locked) => {
    const { count } = await locked.tx.listing.updateMany({
      where: { id, confirmedAt, AND: [visibleTo(GUEST, now)] },
      data: CHANGES[answer](now),
    })
    if (count === 0) return null
    if (answer === 'open') await advanceLines(locked, [id], now)
    return answer
  })
}

const confirmed = (now: Date) => ({ confirmedAt: now, warningsDelivered: 0 })

// A pause confirms nothing. Its link is used up because what is paused is not public.
const CHANGES: Record<Answer, (now: Date) => Prisma.ListingUpdateManyMutationInput> = {
  confirm: confirmed,
  full: (now) => ({ full: true, ...confirmed(now) }),
  open: (now) => ({ full: false, ...confirmed(now) }),
  paused: () => ({ paused: true }),
}

function dueAt(now: Date): Prisma.ListingWhereInput {
  const { confirmedAt: itsConfirmation } = db.listing.fields
  const neverAsked = [{ truthAskedAt: null }, { truthAskedAt: { lt: itsConfirmation } }]
  const ofKind = (kind: (typeof KINDS)[number]): Prisma.ListingWhereInput[] => {
    const { fading, outlives, sunk, rested } = askTimes(kind, now)
    const lasts = [{ expiresAt: null }, { expiresAt: { gt: outlives } }]
    const undelivered = { warningsDelivered: 0 }
    const sinking = sunk && { confirmedAt: { lte: sunk }, warningsDelivered: 1 }
    return [
      { kind, confirmedAt: { lte: fading }, AND: [{ OR: neverAsked }, { OR: lasts }] },
      {
        kind,
        truthAskedAt: { gte: itsConfirmation, lt: rested },
        OR: sinking ? [undelivered, sinking] : [undelivered],
      },
    ]
  }
  return {
    sample: false,
    warningsDelivered: { lt: MAX_WARNINGS },
    AND: [visibleTo(GUEST, now)],
    OR: KINDS.flatMap(ofKind),
  }
}
