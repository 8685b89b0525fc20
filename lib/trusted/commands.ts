import type { Actor } from '@/lib/auth/viewer'
import { type Connection, db } from '@/lib/db'
import { Conflict, NotFound } from '@/lib/errors'
import { handsOf } from '@/lib/hands/queries'
import { authorize, can } from '@/lib/policy'
import { risksOf } from '@/lib/risk/queries'
import { signAs } from '@/lib/staff-log/commands'

/** A listing that was offered, or a change of it, as it stands in the database by now. */
interface Post {
  listingId: string
  revisionId: string | null
}

/**
 * Whether a post of its author goes public without a moderator, and if so that it does: a trusted
 * volunteer's, unless something about it tells of harm or two have to agree. The database draws
 * whether it is looked at afterwards.
 */
export async function publishesAtOnce(
  tx: Connection,
  actor: Actor,
  post: Post,
  now: Date,
): Promise<boolean> {
  if (!can(actor, 'listing.publishAtOnce', null)) return false
  const { needed } = await handsOf(tx, actor, post.listingId, post.revisionId)
  if (needed > 1) return false
  const { level } = await risksOf(tx, post, now)
  if (level !== 'none') return false
  await tx.trustedPost.create({ data: { ...post, ownerId: actor.id }, select: { id: true } })
  return true
}

/** Records that a moderator looked at what was drawn of a listing, and that it may stay. */
export async function lookedFine(actor: Actor, listingId: string): Promise<void> {
  await db.$transaction(async (tx) => {
    const listing = await tx.listing.findUnique({
      where: { id: listingId },
      select: { ownerId: true },
    })
    if (!listing) throw new NotFound('listing')
    authorize(actor, 'listing.decide', listing)
    await signAs(tx, actor, 'fine')
    const looked = await lookAtAll(tx, actor, listingId, new Date())
    if (looked === 0) throw new Conflict('already_decided')
  })
}

/** Marks everything drawn of a listing as looked at, whatever came of it; answers how much it was. */
export async function lookAtAll(
  tx: Connection,
  actor: Actor,
  listingId: string,
  now: Date,
): Promise<number> {
  const looked = await tx.trustedPost.updateMany({
    where: { listingId, drawn: true, lookedAt: null },
    data: { lookedAt: now, lookedById: actor.id },
  })
  return looked.count
}
