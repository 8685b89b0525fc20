import { type Actor, GUEST } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { Conflict, InvalidInput } from '@/lib/errors'
import type { Prisma } from '@/lib/generated/prisma/client'
import { advanceLines } from '@/lib/holds/commands'
import { type Locked, withListings } from '@/lib/holds/locks'
import { inTurn } from '@/lib/in-turn'
import { readOwn } from '@/lib/listings/commands'
import { KIND_PATHS } from '@/lib/listings/kinds'
import { enqueue } from '@/lib/notifications/jobs'
import { visibleTo } from '@/lib/policy'
import { HOUSE_ID } from '@/lib/registry/house'
import { outlasting, owed, repliable, type Warning } from '@/lib/truth/queries'
import { askTimes, isPause, MAX_WARNINGS, pauseEnd } from '@/lib/truth/rules'
import { type Answer, readReplyToken } from '@/lib/truth/schema'
import { listDoubted } from '@/lib/visits/queries'

/** Mails planned by one sweep; the rest waits for the next. */
const AT_ONCE = 500
const KINDS = Object.keys(KIND_PATHS) as (keyof typeof KIND_PATHS)[]

/**
 * Plans a mail to each author whose public listing nears its next step down: in the last quarter
 * before it fades, and when it sinks, before it is hidden; and once when enough visitors said that
 * it is not true. Nobody is asked about samples, nor about what the house keeps itself. Safe to run
 * twice and at once; answers how many it planned.
 */
export async function askWhatFades(now: Date): Promise<number> {
  const doubted = await listDoubted(now)
  const due = await db.listing.findMany({
    where: dueAt(now, doubted),
    orderBy: { confirmedAt: 'asc' },
    take: AT_ONCE,
    select: { id: true, warningsDelivered: true },
  })
  let planned = 0
  await inTurn(due, async ({ id, warningsDelivered }) => {
    planned += await db.$transaction(async (tx) => {
      const { count } = await tx.listing.updateMany({
        where: { id, warningsDelivered, AND: [dueAt(now, doubted)] },
        data: { truthAskedAt: now },
      })
      const warning = warningsDelivered + 1
      if (count > 0) await enqueue(tx, 'truth-mail', { listingId: id, warning })
      return count
    })
  })
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
  const { listingId: id, answer } = reply
  return withListings([id], async (locked) => {
    const standing = { ...repliable(reply, now), AND: [visibleTo(GUEST, now)] }
    return (await record(locked, id, standing, saying(answer, now), now)) ? answer : null
  })
}

/**
 * Says of one's own published listing what the links of a mail say: still true, full, open, or
 * paused. Applies at once. Conflict `impossible_now` when it is not published, or over before a
 * pause of it would end.
 */
export async function sayTruth(
  actor: Actor,
  id: string,
  answer: Answer,
  now = new Date(),
): Promise<void> {
  await withListings([id], async (locked) => {
    await readOwn(locked.tx, actor, id)
    const lasting = isPause(answer) ? outlasting(pauseEnd(answer, now)) : {}
    const standing = { ...lasting, status: 'published' } as const
    if (await record(locked, id, standing, saying(answer, now), now)) return
    throw new Conflict('impossible_now')
  })
}

/** Pauses one's own published listing until a moment. InvalidInput `until` when it is over by then. */
export async function pauseListing(
  actor: Actor,
  id: string,
  until: Date,
  now = new Date(),
): Promise<void> {
  await withListings([id], async (locked) => {
    const { expiresAt } = await readOwn(locked.tx, actor, id)
    if (expiresAt && expiresAt <= until) {
      throw new InvalidInput([{ field: 'until', code: 'over_by_then' }])
    }
    if (await record(locked, id, { status: 'published' }, paused(until), now)) return
    throw new Conflict('impossible_now')
  })
}

/** Changes the listing if it stands like this; its free places go to those who wait. */
async function record(
  locked: Locked,
  id: string,
  standing: Prisma.ListingWhereInput,
  data: Prisma.ListingUpdateManyMutationInput,
  now: Date,
): Promise<boolean> {
  const { count } = await locked.tx.listing.updateMany({ where: { ...standing, id }, data })
  if (count > 0) await advanceLines(locked, [id], now)
  return count > 0
}

function saying(answer: Answer, now: Date): Prisma.ListingUpdateManyMutationInput {
  if (isPause(answer)) return paused(pauseEnd(answer, now))
  const confirmed = { confirmedAt: now, warningsDelivered: 0, pausedUntil: null }
  return answer === 'confirm' ? confirmed : { ...confirmed, full: answer === 'full' }
}

// A pause confirms nothing, so it comes back as old as it is. But whoever paused it has answered:
// they are asked anew, and until two new warnings are delivered it is not hidden.
function paused(until: Date): Prisma.ListingUpdateManyMutationInput {
  return { pausedUntil: until, warningsDelivered: 0, truthAskedAt: null }
}

function dueAt(now: Date, doubted: string[]): Prisma.ListingWhereInput {
  const { confirmedAt: itsConfirmation } = db.listing.fields
  const neverAsked = [{ truthAskedAt: null }, { truthAskedAt: { lt: itsConfirmation } }]
  const ofKind = (kind: (typeof KINDS)[number]): Prisma.ListingWhereInput[] => {
    const { fading, outlives, sunk, rested } = askTimes(kind, now)
    const undelivered = { warningsDelivered: 0 }
    const sinking = sunk && { confirmedAt: { lte: sunk }, warningsDelivered: 1 }
    return [
      { kind, confirmedAt: { lte: fading }, AND: [{ OR: neverAsked }, outlasting(outlives)] },
      {
        kind,
        truthAskedAt: { gte: itsConfirmation, lt: rested },
        OR: sinking ? [undelivered, sinking] : [undelivered],
      },
    ]
  }
  return {
    sample: false,
    ownerId: { not: HOUSE_ID },
    warningsDelivered: { lt: MAX_WARNINGS },
    AND: [visibleTo(GUEST, now)],
    OR: [...KINDS.flatMap(ofKind), { id: { in: doubted }, OR: neverAsked }],
  }
}
