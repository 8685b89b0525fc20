import { randomInt } from 'node:crypto'
import type { EmailConfig } from 'next-auth/providers/email'
import { mailSignIn } from '@/lib/notifications/sign-in-mail'

/** A code and its link live 10 minutes. */
export const CODE_SECONDS = 10 * 60

/** next-auth's Email provider, with a six-digit code that can be read aloud. */
export const emailProvider = {
  id: 'email',
  type: 'email',
  name: 'Email',
  server: '',
  from: '',
  options: {},
  maxAge: CODE_SECONDS,
  generateVerificationToken: () => String(randomInt(0, 1_000_000)).padStart(6, '0'),
  sendVerificationRequest: mailSignIn,
} satisfies EmailConfig
