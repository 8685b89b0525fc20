import { randomInt } from 'node:crypto'
import { db } from '@/lib/db'
import { InvalidInput, NotFound } from '@/lib/errors'
import { endAll, heldSelect } from '@/lib/holds/commands'
import { type Locked, requireLocked, withListings } from '@/lib/holds/locks'
import { isSame, newToken, secondToken } from '@/lib/private-links/tokens'
import type { Asker } from '@/lib/requests/links'
import { PAGE_CODE, PENDING } from '@/lib/requests/rules'
import { hashToken, keyedHash } from '@/lib/seal'

const MINUTE_MS = 60_000
/** The first digits of a code name a handful of links: wrong tries are counted on those alone. */
const HANDLE_DIGITS = 3

/**
 * Makes the one-time code of nine digits that opens the page on another phone: ten minutes, five
 * tries. A new one takes the place of the one before. NotFound when the link was erased meanwhile.
 */
export async function createCode({ linkId, tokenHash }: Asker, now = new Date()): Promise<string> {
  const code = String(randomInt(0, 1_000_000_000)).padStart(9, '0')
  const { count } = await db.privateLink.updateMany({
    where: { id: linkId, tokenHash },
    data: {
      codeHash: hashCode(code),
      codeTries: 0,
      codeExpiresAt: new Date(now.getTime() + PAGE_CODE.minutes * MINUTE_MS),
    },
  })
  if (count === 0) throw new NotFound('link')
  return code
}

/**
 * The token of a second phone for the right code, once. Wrong, used, used up and old codes are
 * the same InvalidInput (`code: wrong_page_code`).
 */
export async function openByCode(code: string, now = new Date()): Promise<string> {
  const codeHash = hashCode(code)
  // Counting a try and reading the code is one statement, so parallel guesses count too.
  const tried = await db.$queryRaw<{ id: string; codeHash: string }[]>`
    UPDATE private_link SET code_tries = code_tries + 1 WHERE id IN (
      SELECT id FROM private_link
      WHERE split_part(code_hash, '.', 1) = ${code.slice(0, HANDLE_DIGITS)}
        AND code_expires_at > ${now.toISOString()}::timestamptz AND code_tries < ${PAGE_CODE.tries}
      ORDER BY id FOR UPDATE)
    RETURNING id, code_hash AS "codeHash"`
  const [opened, ...more] = tried.filter((link) => isSame(link.codeHash, codeHash))
  if (!opened || more.length > 0) throw wrongCode()
  const [link] = await db.privateLink.updateManyAndReturn({
    where: { id: opened.id, codeHash },
    data: { codeHash: null, codeExpiresAt: null, codeTries: 0 },
    select: { id: true, tokenHash: true },
  })
  if (!link) throw wrongCode()
  return secondToken(link)
}

/**
 * Erases what an asker wrote, behind the whole link: names, messages and the link itself, at
 * once. What waits is cancelled. Accepted places stay theirs: who wants to leave no trace on a
 * phone still needs the ride; cancelling first gives them back. NotFound when it was erased already.
 */
export async function eraseAskerSide(asker: Asker, now = new Date()): Promise<void> {
  const { linkId } = asker
  // The link is locked before anything is read: whoever writes behind it does so before, or not at all.
  const erase = async (locked: Locked) => {
    const { tx } = locked
    const pending = await tx.request.findMany({
      where: { linkId, status: { in: [...PENDING] } },
      select: heldSelect,
    })
    requireLocked(
      locked,
      pending.map(({ listingId }) => listingId),
    )
    await endAll(locked, pending, 'cancel', now)
    await tx.message.deleteMany({ where: { side: 'asker', request: { linkId } } })
    await tx.request.updateMany({ where: { linkId }, data: { nameSealed: null } })
    const nobodysToken = hashToken(newToken())
    const noCode = { codeHash: null, codeExpiresAt: null, codeTries: 0 }
    await tx.privateLink.updateMany({
      where: { id: linkId },
      data: { tokenHash: nobodysToken, ...noCode },
    })
  }
  await withListings([], erase, asker)
}

function hashCode(code: string): string {
  return `${code.slice(0, HANDLE_DIGITS)}.${keyedHash('private-page-code', code)}`
}

function wrongCode(): InvalidInput {
  return new InvalidInput([{ field: 'code', code: 'wrong_page_code' }])
}
