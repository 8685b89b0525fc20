import { cookies } from 'next/headers'
import { env } from '@/lib/env'
import { findLinkId } from '@/lib/private-links/queries'

declare const minted: unique symbol

/** Who holds a private link: all that is known of a newcomer. Minted only here. */
export interface Asker {
  readonly linkId: string
  readonly [minted]: true
}

const COOKIE = 'qadam.request'
const COOKIE_SECONDS = 30 * 60

/** Who asks, by the private cookie; null without one and for unknown, wrong and erased links. */
export async function askerFromCookie(): Promise<Asker | null> {
  return findLink((await cookies()).get(COOKIE)?.value ?? '')
}

/** The token of the private cookie, to show it as a link or a QR on the private page. */
export async function tokenFromCookie(): Promise<string | null> {
  return (await cookies()).get(COOKIE)?.value ?? null
}

/** Opens a private page on this phone for half an hour. */
export async function keepLink(token: string): Promise<void> {
  const secure = env.publicUrl.startsWith('https:')
  const rules = { httpOnly: true, sameSite: 'lax', secure, path: '/' } as const
  ;(await cookies()).set(COOKIE, token, { ...rules, maxAge: COOKIE_SECONDS })
}

/** Closes the private page on this phone. */
export async function dropLink(): Promise<void> {
  ;(await cookies()).delete(COOKIE)
}

/** The holder of a token, of the first or a second phone; null when it opens nothing (any more). */
export async function findLink(token: string): Promise<Asker | null> {
  const linkId = await findLinkId(token)
  return linkId ? ({ linkId } as Asker) : null
}
