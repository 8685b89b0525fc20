import type { Actor } from '@/lib/auth/viewer'
import type { Connection } from '@/lib/db'
import { can, ON_DUTY } from '@/lib/policy'

/** From this many on an admin no longer decides alone (`listing_published_by_two`). */
const ENOUGH_STAFF = 3

/** Who has said yes to a listing as it stands, and how many must. */
export interface Hands {
  needed: 1 | 2
  given: { id: string; name: string }[]
  /** Whether this person may publish it alone, with a reason that is logged. */
  mayAlone: boolean
}

/** Whether two have to agree on a listing (a mass shelter, a first home) or a change of it, and who has. */
export async function handsOf(
  tx: Connection,
  actor: Actor,
  listingId: string,
  revisionId: string | null = null,
): Promise<Hands> {
  const [asked] = await tx.$queryRaw<{ needsTwo: boolean; since: Date }[]>`
    SELECT CASE WHEN revision.id IS NULL THEN listing_needs_two(listing)
      ELSE revision_needs_two(revision) END AS "needsTwo",
      CASE WHEN revision.id IS NULL THEN submitted_at ELSE revision.created_at END AS since
    FROM listing
    LEFT JOIN listing_revision AS revision
      ON revision.listing_id = listing.id AND revision.id = ${revisionId}::uuid
    WHERE listing.id = ${listingId}::uuid`
  if (!asked?.needsTwo) return { needed: 1, given: [], mayAlone: true }
  const yes = await tx.decision.findMany({
    where: {
      listingId,
      revisionId,
      action: { in: ['endorse', 'approve'] },
      createdAt: { gte: asked.since },
    },
    distinct: ['moderatorId'],
    select: { moderator: { select: { id: true, publicName: true } } },
  })
  return {
    needed: 2,
    given: yes.map(({ moderator: { id, publicName } }) => ({ id, name: publicName ?? '' })),
    mayAlone: await mayAlone(tx, actor),
  }
}

/** Whether so few of the staff are active that this person may publish what is another's to publish. */
export async function mayAlone(tx: Connection, actor: Actor): Promise<boolean> {
  if (!can(actor, 'listing.publishAlone', null)) return false
  return (await tx.account.count({ where: ON_DUTY })) < ENOUGH_STAFF
}
