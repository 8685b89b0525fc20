import { env } from '@/lib/env'

/** No script reads our cookies, no other site sends them with a form, https keeps them to itself. */
export function cookieRules() {
  return { httpOnly: true, sameSite: 'lax', secure: isSecure(), path: '/' } as const
}

/** How a cookie goes: browsers let go of a `__Host-` one only by the rules it was set with. */
export function goneCookie() {
  return { ...cookieRules(), maxAge: 0 } as const
}

/** The name of a cookie that no neighbouring host can set or read; without https there is none. */
export function ownCookie(name: string): string {
  return `${isSecure() ? '__Host-' : ''}${name}`
}

/** The cookie of next-auth's sessions. */
export function sessionCookieName(): string {
  return ownCookie('next-auth.session-token')
}

function isSecure(): boolean {
  return env.publicUrl.startsWith('https:')
}
