import { randomBytes } from 'node:crypto'
import { adapter, linkToken } from '@/lib/auth/adapter'
import { CODE_SECONDS, emailProvider } from '@/lib/auth/email-provider'
import { PERSON_LIMITS } from '@/lib/auth/limits'
import { SESSION_SECONDS } from '@/lib/auth/options'
import { countHit, forgetHits } from '@/lib/auth/rate-limit'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { InvalidInput } from '@/lib/errors'
import type { Locale } from '@/lib/i18n/locales'
import { hashEmail, hashToken, normaliseEmail, seal, unseal } from '@/lib/seal'

export interface NewSession {
  token: string
  expires: Date
}

/**
 * Mails a code and a link to an address, whether or not it has an account: the answer is the
 * same. Throws InvalidInput after three mails within an hour.
 */
export async function requestSignIn(address: string, locale: Locale): Promise<void> {
  const email = normaliseEmail(address)
  const { allowed, retryMinutes } = await countHit(PERSON_LIMITS.signInMail, email)
  if (!allowed) throw refuse('email', 'too_many_mails', { minutes: retryMinutes })
  const code = emailProvider.generateVerificationToken()
  const expires = new Date(Date.now() + CODE_SECONDS * 1000)
  await adapter.createVerificationToken?.({ identifier: email, token: code, expires })
  await emailProvider.sendVerificationRequest({
    identifier: email,
    token: code,
    url: `${env.publicUrl}/${locale}/sign-in/link?token=${linkToken(email, code)}`,
  })
}

/**
 * Opens a session for the right code. Throws InvalidInput: wrong, used up or expired code (one
 * answer for all), ten failures in a day, or an account that is suspended.
 */
export async function signInWithCode(email: string, code: string, locale: Locale) {
  const { allowed } = await countHit(PERSON_LIMITS.signInFailure, email)
  if (!allowed) throw refuse('code', 'too_many_failures')
  const redeem = adapter.useVerificationToken
  const used = await redeem?.({ identifier: email, token: code })
  if (!used) throw refuse('code', 'wrong_code')
  await forgetHits(PERSON_LIMITS.signInFailure, email)
  return openSession(email, locale)
}

/** Opens a session for the link of the mail, once. Throws InvalidInput like `signInWithCode`. */
export async function signInWithLink(token: string, locale: Locale): Promise<NewSession> {
  const linkHash = hashToken(token)
  const open = await db.signInCode.findFirst({
    where: { linkHash, expiresAt: { gt: new Date() } },
    select: { emailSealed: true },
  })
  const used = await db.signInCode.deleteMany({
    where: { linkHash, expiresAt: { gt: new Date() } },
  })
  if (!open || used.count !== 1) throw refuse('token', 'wrong_link')
  return openSession(unseal(open.emailSealed, 'sign_in_code.email'), locale)
}

/** Ends every session of an account. */
export async function endSessions(accountId: string): Promise<void> {
  await db.session.deleteMany({ where: { accountId } })
}

async function openSession(email: string, locale: Locale): Promise<NewSession> {
  const emailHash = hashEmail(email)
  const account = await db.account.upsert({
    where: { emailHash },
    create: { emailHash, emailSealed: seal(email, 'account.email'), locale },
    update: {},
    select: { id: true, suspendedAt: true },
  })
  if (account.suspendedAt) throw refuse('code', 'suspended')
  const token = randomBytes(32).toString('base64url')
  const expires = new Date(Date.now() + SESSION_SECONDS * 1000)
  await adapter.createSession?.({ sessionToken: token, userId: account.id, expires })
  return { token, expires }
}

function refuse(field: string, code: string, values: Record<string, number> = {}): InvalidInput {
  return new InvalidInput([{ field, code, values }])
}
