import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { keyedHash } from '@/lib/seal'

/** The secret of a new private link: 256 random bits in base64url. Only its hash is kept. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** The form in which a token is kept: SHA-256 in hex. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/**
 * Another token of the same link, for a second phone: its id and 128 bits that nobody can work
 * out without `HASH_KEY`. It looks like any token and ends with the first one.
 */
export function secondToken(link: { id: string; tokenHash: string }): string {
  const id = Buffer.from(link.id.replaceAll('-', ''), 'hex')
  const proof = keyedHash('private-link', `${link.id}:${link.tokenHash}`)
  return Buffer.concat([id, Buffer.from(proof, 'base64url').subarray(0, 16)]).toString('base64url')
}

/** The id of the link that a second token would belong to. */
export function linkIdWithin(token: string): string {
  const hex = Buffer.from(token, 'base64url').subarray(0, 16).toString('hex')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** Whether two tokens or hashes are the same, in a time that says nothing. */
export function isSame(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
}
