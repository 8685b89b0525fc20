import type { Actor } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import type { DecisionAction } from '@/lib/generated/prisma/enums'
import { listQueue, type QueueEntry } from '@/lib/moderation/queries'
import { authorize } from '@/lib/policy'

/** The queue as one person at the desk sees it. */
export interface Desk {
  /** What waits and nobody has decided a moment ago. */
  entries: QueueEntry[]
  /** Who works on what: by listing, colleagues alone. */
  claimedBy: ReadonlyMap<string, string>
  /** One's own decisions that can still be taken back, the newest first. */
  held: Held[]
}

export interface Held {
  id: string
  listingId: string
  title: string
  action: DecisionAction
  dueAt: Date
}

/** Everything that waits, with who works on it. */
export async function getDesk(actor: Actor, now: Date): Promise<Desk> {
  authorize(actor, 'queue.view', null)
  const [entries, claims, held] = await Promise.all([
    listQueue(actor, now),
    db.listingClaim.findMany({
      where: { until: { gt: now }, accountId: { not: actor.id } },
      select: { listingId: true, account: { select: { publicName: true } } },
    }),
    db.heldDecision.findMany({
      orderBy: { heldAt: 'desc' },
      select: {
        id: true,
        listingId: true,
        moderatorId: true,
        action: true,
        dueAt: true,
        listing: { select: { title: true } },
      },
    }),
  ])
  const decided = new Set(held.map(({ listingId }) => listingId))
  return {
    entries: entries.filter(({ listingId }) => !decided.has(listingId)),
    claimedBy: new Map(
      claims.map(({ listingId, account }) => [listingId, account.publicName ?? '']),
    ),
    held: held
      .filter(({ moderatorId, dueAt }) => moderatorId === actor.id && dueAt > now)
      .map(({ listing, moderatorId: _, ...one }) => ({ ...one, title: listing.title })),
  }
}

/**
 * The cases to take next, in their order, beginning behind the one on the screen: what no colleague
 * has in hand, and nothing of one's own.
 */
export async function listNext(actor: Actor, after: string | undefined, now: Date) {
  const { entries, claimedBy } = await getDesk(actor, now)
  const own = await db.listing.findMany({
    where: { ownerId: actor.id, id: { in: entries.map(({ listingId }) => listingId) } },
    select: { id: true },
  })
  const isMine = new Set(own.map(({ id }) => id))
  const ids = [...new Set(entries.map(({ listingId }) => listingId))]
  const from = after ? ids.indexOf(after) + 1 : 0
  return [...ids.slice(from), ...ids.slice(0, from)].filter(
    (id) => id !== after && !isMine.has(id) && !claimedBy.has(id),
  )
}
