import { findByToken } from '@/lib/private-links/queries'

declare const minted: unique symbol

/** Who holds a private link: all that is known of a newcomer. Minted only here. */
export interface Asker {
  readonly linkId: string
  /** The link as it was when its token opened it: erasing changes it, and whoever acts is looked at again. */
  readonly tokenHash: string
  readonly [minted]: true
}

/** The holder of a token, of the first or a second phone; null when it opens nothing (any more). */
export async function findLink(token: string): Promise<Asker | null> {
  const link = await findByToken(token)
  return link ? ({ linkId: link.id, tokenHash: link.tokenHash } as Asker) : null
}

/** Whether a link that is locked is still this asker's. */
export function isOf({ linkId, tokenHash }: Asker, link: { id: string; tokenHash: string }) {
  return link.id === linkId && link.tokenHash === tokenHash
}
