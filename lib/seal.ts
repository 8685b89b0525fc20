import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto'
import { env } from '@/lib/env'

/** Every sealed column, under the name that its values are bound to. Key rotation goes through these. */
export const SEALED_COLUMNS = {
  'account.email': { table: 'account', column: 'email_sealed' },
  'account.suspensionNote': { table: 'account', column: 'suspension_note_sealed' },
  'sign_in_code.email': { table: 'sign_in_code', column: 'email_sealed' },
  'second_factor.secret': { table: 'second_factor', column: 'secret_sealed' },
  'ride.meeting': { table: 'ride', column: 'meeting_sealed' },
  'housing.address': { table: 'housing', column: 'address_sealed' },
  'centre.address': { table: 'centre', column: 'address_sealed' },
  'request.name': { table: 'request', column: 'name_sealed' },
  'message.text': { table: 'message', column: 'text_sealed' },
  'report.note': { table: 'report', column: 'note_sealed' },
  'report.copy': { table: 'report', column: 'copy_sealed' },
  'decision.note': { table: 'decision', column: 'note_sealed' },
  'held_decision.note': { table: 'held_decision', column: 'note_sealed' },
  'staff_note.text': { table: 'staff_note', column: 'text_sealed' },
  'revision.sealed': { table: 'listing_revision', column: 'sealed' },
} as const

/** Where a sealed value stands. It is authenticated, so a value moved to another column does not open. */
export type SealContext = keyof typeof SEALED_COLUMNS

/**
 * Seals a text with AES-256-GCM under the newest of `SEAL_KEYS`: `k1.<iv, tag and text in
 * base64url>`. The database refuses any other shape in a sealed column (constraints `…_sealed`).
 */
export function seal(plaintext: string, context: SealContext): string {
  const [id, key] = keyring()[0]
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(context))
  const text = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final()])
  return `${id}.${Buffer.concat([iv, cipher.getAuthTag(), text]).toString('base64url')}`
}

/** Opens what `seal` made under any key still in `SEAL_KEYS`. Throws when it was altered or moved. */
export function unseal(sealed: string, context: SealContext): string {
  const [id, body = ''] = sealed.split('.')
  const key = keyring().find(([name]) => name === id)?.[1]
  if (!key) throw new Error(`No seal key named ${id}`)
  const bytes = Buffer.from(body, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
    .setAAD(Buffer.from(context))
    .setAuthTag(bytes.subarray(12, 28))
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
}

/** The name of the key that seals now: the first of `SEAL_KEYS`. */
export function newestKey(): string {
  return keyring()[0][0]
}

/** The keyed hash by which an e-mail is found. Case and surrounding space do not count. */
export function hashEmail(email: string): string {
  return keyedHash('email', normaliseEmail(email))
}

/** HMAC-SHA-256 under `HASH_KEY`, in base64url, separated by purpose. */
export function keyedHash(purpose: string, value: string): string {
  return createHmac('sha256', Buffer.from(env.hashKey, 'base64'))
    .update(`${purpose}\0${value}`)
    .digest('base64url')
}

/** The form in which a random token is kept, of a session or a private link: SHA-256 in hex. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** The one spelling under which an address is kept. */
export function normaliseEmail(email: string): string {
  return email.trim().normalize('NFC').toLowerCase()
}

function keyring(): [[string, Buffer], ...[string, Buffer][]] {
  const keys = env.sealKeys.split(',').map((entry): [string, Buffer] => {
    const [id = '', key = ''] = entry.split(':')
    return [id, Buffer.from(key, 'base64')]
  })
  return keys as [[string, Buffer], ...[string, Buffer][]]
}
