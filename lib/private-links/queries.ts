import { db } from '@/lib/db'
import {
  isSame,
  type Link,
  linkIdWithin,
  opensFromScreen,
  screenToken,
  secondToken,
} from '@/lib/private-links/tokens'
import type { Asker } from '@/lib/requests/links'
import { PAGE_CODE } from '@/lib/requests/rules'
import { screenTokenSchema, tokenSchema } from '@/lib/requests/schema'
import { hashToken } from '@/lib/seal'

const select = { id: true, tokenHash: true } as const

/** The link that a token opens, of the first or a second phone; null when it opens nothing. */
export async function findByToken(token: string): Promise<Link | null> {
  if (!tokenSchema.safeParse(token).success) return null
  const first = await db.privateLink.findUnique({ where: { tokenHash: hashToken(token) }, select })
  if (first) return first
  const second = await db.privateLink.findUnique({ where: { id: linkIdWithin(token) }, select })
  return second && isSame(secondToken(second), token) ? second : null
}

/**
 * The token that a phone keeps for the one it was opened with: the same, or a second phone's for
 * one that was scanned. Null when it opens nothing (any more).
 */
export async function tokenToKeep(token: string, now: Date): Promise<string | null> {
  if (await findByToken(token)) return token
  if (!screenTokenSchema.safeParse(token).success) return null
  const link = await db.privateLink.findUnique({ where: { id: linkIdWithin(token) }, select })
  return link && opensFromScreen(link, token, now) ? secondToken(link) : null
}

/** What another phone may scan from the screen of one that has the page open. */
export function tokenForScreen({ linkId, tokenHash }: Asker, now: Date): string {
  const until = new Date(now.getTime() + PAGE_CODE.minutes * 60_000)
  return screenToken({ id: linkId, tokenHash }, until)
}
