import { cookies } from 'next/headers'
import { cookieRules, goneCookie, ownCookie } from '@/lib/auth/cookies'
import { type Asker, findLink } from '@/lib/requests/links'

const COOKIE = 'qadam.request'
const COOKIE_SECONDS = 30 * 60

/** Who asks, by the private cookie; null without one and for unknown, wrong and erased links. */
export async function askerFromCookie(): Promise<Asker | null> {
  return findLink((await cookies()).get(ownCookie(COOKIE))?.value ?? '')
}

/** The token of the private cookie, to show it as a link or a QR on the private page. */
export async function tokenFromCookie(): Promise<string | null> {
  return (await cookies()).get(ownCookie(COOKIE))?.value ?? null
}

/** Opens a private page on this phone for half an hour. */
export async function keepLink(token: string): Promise<void> {
  const rules = { ...cookieRules(), maxAge: COOKIE_SECONDS }
  ;(await cookies()).set(ownCookie(COOKIE), token, rules)
}

/** Closes the private page on this phone. */
export async function dropLink(): Promise<void> {
  ;(await cookies()).set(ownCookie(COOKIE), '', goneCookie())
}
