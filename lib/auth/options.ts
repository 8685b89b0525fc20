import type { DefaultSession, NextAuthOptions } from 'next-auth'
import { adapter } from '@/lib/auth/adapter'
import { cookieRules, sessionCookieName } from '@/lib/auth/cookies'
import { emailProvider } from '@/lib/auth/email-provider'
import { env } from '@/lib/env'

declare module 'next-auth' {
  interface Session {
    user: DefaultSession['user'] & { id: string }
  }
}

/** A session ends 30 days after sign-in. */
export const SESSION_SECONDS = 30 * 24 * 60 * 60

/** How next-auth is used here. Its HTTP handlers are not mounted: docs/decisions/0005. */
export function authOptions(): NextAuthOptions {
  return {
    adapter,
    secret: env.authSecret,
    session: { strategy: 'database', maxAge: SESSION_SECONDS, updateAge: SESSION_SECONDS },
    cookies: { sessionToken: { name: sessionCookieName(), options: cookieRules() } },
    providers: [emailProvider],
    callbacks: {
      session: ({ session, user }) => ({ ...session, user: { id: user.id } }),
    },
  }
}
