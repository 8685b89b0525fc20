import type { Actor } from '@/lib/auth/viewer'
import { db } from '@/lib/db'

/** Requests that a volunteer has not answered yet; `since` is when the first of them came. */
export interface Unanswered {
  count: number
  since: Date | null
}

/** How many requests on one's own listings wait for an answer now, and for how long. */
export async function countUnanswered(actor: Actor, now: Date): Promise<Unanswered> {
  const found = await db.request.aggregate({
    where: { listing: { ownerId: actor.id }, status: 'open', expiresAt: { gt: now } },
    _count: true,
    _min: { createdAt: true },
  })
  return { count: found._count, since: found._min.createdAt }
}
