import { cookies } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { getServerSession } from 'next-auth/next'
import { cache } from 'react'
import { cookieRules, goneCookie, ownCookie, sessionCookieName } from '@/lib/auth/cookies'
import { authOptions } from '@/lib/auth/options'
import type { NewSession } from '@/lib/auth/sign-in'
import { type Actor, GUEST, mintViewer, type Viewer } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import type { Locale } from '@/lib/i18n/locales'
import { can } from '@/lib/policy'
import { hashToken, seal, unseal } from '@/lib/seal'
import { isStillProven } from '@/lib/second-factor/rules'

const CHALLENGE_COOKIE = 'qadam.sign-in'
const CHALLENGE_SECONDS = 15 * 60

/** Who asks, with role and suspension read anew from the database at each request. */
export const currentViewer = cache(async (): Promise<Viewer> => {
  const session = await getServerSession(authOptions())
  const id = session?.user?.id
  if (!id) return GUEST
  const account = await db.account.findUnique({
    where: { id },
    select: {
      id: true,
      role: true,
      verifiedAt: true,
      suspendedAt: true,
      publicName: true,
      locale: true,
      sessions: { where: await currentSession(), select: { secondFactorAt: true } },
    },
  })
  if (!account) return GUEST
  const proven = account.sessions[0]?.secondFactorAt ?? null
  return mintViewer(account, { secondFactor: isStillProven(proven, new Date()) })
})

/** The session of this device, by the hash of its cookie. */
export async function currentSession(): Promise<{ tokenHash: string }> {
  const token = (await cookies()).get(sessionCookieName())?.value ?? ''
  return { tokenHash: hashToken(token) }
}

/** The signed-in person; a guest is sent to the sign-in page and comes back afterwards. */
export async function requireActor(locale: Locale, returnTo?: string): Promise<Actor> {
  const viewer = await currentViewer()
  if (viewer.kind === 'guest') {
    const next = returnTo ? `?next=${encodeURIComponent(returnTo)}` : ''
    redirect(`/${locale}/sign-in${next}`)
  }
  return viewer
}

/**
 * A moderator or admin who has shown the second factor on this device; who has not is sent to do
 * so. Others get to know nothing of the page (404).
 */
export async function requireStaff(locale: Locale, returnTo?: string): Promise<Actor> {
  const actor = await requireDoor(locale, returnTo)
  if (!can(actor, 'queue.view', null)) {
    const next = returnTo ? `?next=${encodeURIComponent(returnTo)}` : ''
    redirect(`/${locale}/staff/second-factor${next}`)
  }
  return actor
}

/** A moderator or admin, with or without the second factor: whom its own pages are for. */
export async function requireDoor(locale: Locale, returnTo?: string): Promise<Actor> {
  const actor = await requireActor(locale, returnTo)
  if (!can(actor, 'desk.enter', null)) notFound()
  return actor
}

/**
 * Puts the session of `signIn…` into next-auth's cookie, in place of one that was open here, and
 * forgets the challenge.
 */
export async function keepSession({ token, expires }: NewSession): Promise<void> {
  await dropSession()
  const jar = await cookies()
  jar.set(sessionCookieName(), token, { ...cookieRules(), expires })
  jar.set(ownCookie(CHALLENGE_COOKIE), '', goneCookie())
}

/** Ends the session of this device. */
export async function dropSession(): Promise<void> {
  const jar = await cookies()
  const { adapter } = authOptions()
  const token = jar.get(sessionCookieName())?.value
  if (token) await adapter?.deleteSession?.(token)
  jar.set(sessionCookieName(), '', goneCookie())
}

/** Remembers, sealed and for 15 minutes, to which address the code went. */
export async function keepChallenge(email: string): Promise<void> {
  const jar = await cookies()
  jar.set(ownCookie(CHALLENGE_COOKIE), seal(email, 'sign_in_code.email'), {
    ...cookieRules(),
    maxAge: CHALLENGE_SECONDS,
  })
}

/** The address to which the code went, or null when this browser did not ask for one. */
export async function readChallenge(): Promise<string | null> {
  const sealed = (await cookies()).get(ownCookie(CHALLENGE_COOKIE))?.value
  if (!sealed) return null
  try {
    return unseal(sealed, 'sign_in_code.email')
  } catch {
    return null
  }
}

/** A path of ours to return to after sign-in; anything else becomes My listings. */
export function safeReturn(next: string | undefined, locale: Locale): string {
  return next && /^\/(ru|kk|en)\/(my|staff)(\/[\w/-]*)?$/.test(next) ? next : `/${locale}/my`
}

/** A page of the desk to return to; anything else becomes the queue. */
export function deskReturn(next: string | undefined, locale: Locale): string {
  const path = safeReturn(next, locale)
  return path.split('/')[2] === 'staff' ? path : `/${locale}/staff`
}
