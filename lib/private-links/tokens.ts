import { randomBytes, timingSafeEqual } from 'node:crypto'
import { keyedHash } from '@/lib/seal'

/** The secret of a new private link: 256 random bits in base64url. Only its hash is kept. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** The columns of a link that its other tokens are made of. */
export interface Link {
  id: string
  tokenHash: string
}

/**
 * Another token of the same link, for a second phone: its id and 128 bits that nobody can work
 * out without `HASH_KEY`. It looks like any token and ends with the first one.
 */
export function secondToken(link: Link): string {
  return Buffer.concat([idBytes(link), proof('private-link', link)]).toString('base64url')
}

/**
 * A token to stand on a screen: screens are photographed, so it opens the link only until an
 * instant (whole seconds) that is part of it.
 */
export function screenToken(link: Link, until: Date): string {
  const end = Buffer.alloc(4)
  end.writeUInt32BE(Math.floor(until.getTime() / 1000))
  const parts = [idBytes(link), proof(`private-link-screen:${end.toString('hex')}`, link), end]
  return Buffer.concat(parts).toString('base64url')
}

/** Whether this is a screen's token of the link and its time is not over. */
export function opensFromScreen(link: Link, token: string, now: Date): boolean {
  const bytes = Buffer.from(token, 'base64url')
  const until = new Date(
    bytes.length === SCREEN_BYTES ? bytes.readUInt32BE(SCREEN_BYTES - 4) * 1000 : 0,
  )
  return until > now && isSame(screenToken(link, until), token)
}

/** The id of the link that a second phone's or a screen's token would belong to. */
export function linkIdWithin(token: string): string {
  const hex = Buffer.from(token, 'base64url').subarray(0, 16).toString('hex')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** Whether two tokens or hashes are the same, in a time that says nothing. */
export function isSame(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
}

/** Id, proof and end of a screen's token. */
const SCREEN_BYTES = 16 + 16 + 4

function idBytes({ id }: Link): Buffer {
  return Buffer.from(id.replaceAll('-', ''), 'hex')
}

function proof(purpose: string, { id, tokenHash }: Link): Buffer {
  return Buffer.from(keyedHash(purpose, `${id}:${tokenHash}`), 'base64url').subarray(0, 16)
}
