import { db } from '@/lib/db'
import { hashToken, isSame, linkIdWithin, secondToken } from '@/lib/private-links/tokens'
import { tokenSchema } from '@/lib/requests/schema'

/** The link that a token opens, of the first or a second phone; null when it opens nothing. */
export async function findLinkId(token: string): Promise<string | null> {
  if (!tokenSchema.safeParse(token).success) return null
  const select = { id: true, tokenHash: true } as const
  const first = await db.privateLink.findUnique({ where: { tokenHash: hashToken(token) }, select })
  if (first) return first.id
  const second = await db.privateLink.findUnique({ where: { id: linkIdWithin(token) }, select })
  return second && isSame(secondToken(second), token) ? second.id : null
}
