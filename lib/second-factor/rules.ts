import { randomInt } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'

/** For how long a device need not show the second factor again. Our own choice: a working day. */
export const SECOND_FACTOR_HOURS = 12

const CODES = 10
const CODE_LENGTH = 10
/** Without the letters and digits that are read for one another. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** A new secret of 160 bits in base32, as authenticator apps take it. */
export function newSecret(): string {
  return new Secret({ size: 20 }).base32
}

/** The address that an authenticator app reads; it names the site and nobody. */
export function enrolmentUri(secret: string): string {
  return totp(secret).toString()
}

/**
 * The 30-second step (RFC 6238) that a code belongs to, one step early or late allowed; null when
 * it is wrong.
 */
export function stepOf(secret: string, code: string, now: Date): bigint | null {
  const app = totp(secret)
  const delta = app.validate({ token: code, timestamp: now.getTime(), window: 1 })
  return delta === null ? null : BigInt(app.counter({ timestamp: now.getTime() }) + delta)
}

/** Ten codes for a lost phone, each of about 49 random bits, in two groups of five. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: CODES }, () => {
    const code = Array.from({ length: CODE_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)])
    return `${code.slice(0, 5).join('')}-${code.slice(5).join('')}`
  })
}

/** Whether a device that gave the second factor at this moment may still do without it. */
export function isStillProven(at: Date | null, now: Date): boolean {
  return at !== null && now.getTime() - at.getTime() < SECOND_FACTOR_HOURS * 3_600_000
}

function totp(secret: string): TOTP {
  return new TOTP({ issuer: 'Qadam', label: 'Qadam', secret: Secret.fromBase32(secret) })
}
