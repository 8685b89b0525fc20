import type { Actor } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { authorize } from '@/lib/policy'

/** The oldest post of a listing that was published at once, drawn and not looked at; null: none. */
export async function findLook(actor: Actor, listingId: string): Promise<{ id: string } | null> {
  authorize(actor, 'queue.view', null)
  return db.trustedPost.findFirst({
    where: { listingId, drawn: true, lookedAt: null, listing: { status: 'published' } },
    orderBy: { createdAt: 'asc' },
    select: { id: true },
  })
}
