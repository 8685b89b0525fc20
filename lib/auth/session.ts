import { cookies } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { getServerSession } from 'next-auth/next'
import { cache } from 'react'
import { authOptions } from '@/lib/auth/options'
import type { NewSession } from '@/lib/auth/sign-in'
import { type Actor, GUEST, mintViewer, type Viewer } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import type { Locale } from '@/lib/i18n/locales'
import { can } from '@/lib/policy'
import { seal, unseal } from '@/lib/seal'

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
    },
  })
  return account ? mintViewer(account) : GUEST
})

/** The signed-in person; a guest is sent to the sign-in page and comes back afterwards. */
export async function requireActor(locale: Locale, returnTo?: string): Promise<Actor> {
  const viewer = await currentViewer()
  if (viewer.kind === 'guest') {
    const next = returnTo ? `?next=${encodeURIComponent(returnTo)}` : ''
    redirect(`/${locale}/sign-in${next}`)
  }
  return viewer
}

/** A moderator or admin; others get to know nothing of the page (404). */
export async function requireStaff(locale: Locale, returnTo?: string): Promise<Actor> {
  const actor = await requireActor(locale, returnTo)
  if (!can(actor, 'queue.view', null)) notFound()
  return actor
}

/** Puts the session of `signIn…` into next-auth's cookie and forgets the challenge. */
export async function keepSession({ token, expires }: NewSession): Promise<void> {
  const jar = await cookies()
  jar.set(sessionCookieName(), token, { ...cookieRules(), expires })
  jar.delete(CHALLENGE_COOKIE)
}

/** Ends the session of this device. */
export async function dropSession(): Promise<void> {
  const jar = await cookies()
  const { adapter } = authOptions()
  const token = jar.get(sessionCookieName())?.value
  if (token) await adapter?.deleteSession?.(token)
  jar.delete(sessionCookieName())
}

/** Remembers, sealed and for 15 minutes, to which address the code went. */
export async function keepChallenge(email: string): Promise<void> {
  const jar = await cookies()
  jar.set(CHALLENGE_COOKIE, seal(email, 'sign_in_code.email'), {
    ...cookieRules(),
    maxAge: CHALLENGE_SECONDS,
  })
}

/** The address to which the code went, or null when this browser did not ask for one. */
export async function readChallenge(): Promise<string | null> {
  const sealed = (await cookies()).get(CHALLENGE_COOKIE)?.value
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

function secure(): boolean {
  return env.publicUrl.startsWith('https:')
}

function sessionCookieName(): string {
  return `${secure() ? '__Secure-' : ''}next-auth.session-token`
}

function cookieRules() {
  return { httpOnly: true, sameSite: 'lax', secure: secure(), path: '/' } as const
}
