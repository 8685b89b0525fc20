import { timingSafeEqual } from 'node:crypto'
import type { Adapter, AdapterSession, AdapterUser } from 'next-auth/adapters'
import { db } from '@/lib/db'
import { hashEmail, hashToken, keyedHash, seal } from '@/lib/seal'

/** Wrong codes after which a mail is used up (`sign_in_code_tries_range`). */
const MAX_TRIES = 5

/**
 * What next-auth needs of the database. Our own, because e-mails are sealed and found by a
 * keyed hash and because only the hash of a session token is kept. A suspended account has no
 * session: a ban works at the next request.
 */
export const adapter: Adapter = {
  async createUser(user: Omit<AdapterUser, 'id'>) {
    const account = await db.account.create({
      data: { emailSealed: seal(user.email, 'account.email'), emailHash: hashEmail(user.email) },
      select: { id: true },
    })
    return adapterUser(account.id)
  },
  async getUser(id) {
    const account = await db.account.findUnique({ where: { id }, select: { id: true } })
    return account && adapterUser(account.id)
  },
  async getUserByEmail(email) {
    const emailHash = hashEmail(email)
    const account = await db.account.findUnique({ where: { emailHash }, select: { id: true } })
    return account && adapterUser(account.id)
  },
  // Sign-in by other providers does not exist here.
  async getUserByAccount() {
    return null
  },
  async linkAccount() {},
  async updateUser(user) {
    return adapterUser(user.id)
  },
  async createSession({ sessionToken, userId, expires }) {
    await db.session.create({
      data: { tokenHash: hashToken(sessionToken), accountId: userId, expiresAt: expires },
    })
    return { sessionToken, userId, expires }
  },
  async getSessionAndUser(sessionToken) {
    const session = await db.session.findFirst({
      where: {
        tokenHash: hashToken(sessionToken),
        expiresAt: { gt: new Date() },
        account: { suspendedAt: null },
      },
      select: { accountId: true, expiresAt: true },
    })
    if (!session) return null
    return {
      session: { sessionToken, userId: session.accountId, expires: session.expiresAt },
      user: adapterUser(session.accountId),
    }
  },
  async updateSession({ sessionToken, expires }): Promise<AdapterSession | null> {
    if (expires) {
      await db.session.updateMany({
        where: { tokenHash: hashToken(sessionToken) },
        data: { expiresAt: expires },
      })
    }
    return null
  },
  async deleteSession(sessionToken) {
    await db.session.deleteMany({ where: { tokenHash: hashToken(sessionToken) } })
  },
  // One open sign-in per address: a new mail takes the place of the one before.
  async createVerificationToken({ identifier, token, expires }) {
    const emailHash = hashEmail(identifier)
    const fields = {
      emailSealed: seal(identifier, 'sign_in_code.email'),
      codeHash: hashCode(emailHash, token),
      linkHash: hashToken(linkToken(identifier, token)),
      tries: 0,
      expiresAt: expires,
    }
    await db.signInCode.upsert({
      where: { emailHash },
      create: { emailHash, ...fields },
      update: fields,
    })
    return { identifier, token, expires }
  },
  // Counting the try and reading the code is one statement, so parallel guesses count too.
  async useVerificationToken({ identifier, token }) {
    const emailHash = hashEmail(identifier)
    const [open] = await db.signInCode.updateManyAndReturn({
      where: { emailHash, expiresAt: { gt: new Date() }, tries: { lt: MAX_TRIES } },
      data: { tries: { increment: 1 } },
      select: { codeHash: true, expiresAt: true },
    })
    if (!open || !sameHash(open.codeHash, hashCode(emailHash, token))) return null
    const used = await db.signInCode.deleteMany({ where: { emailHash, codeHash: open.codeHash } })
    return used.count === 1 ? { identifier, token, expires: open.expiresAt } : null
  },
}

/** The secret of the link in the mail: it cannot be worked out of the code without `HASH_KEY`. */
export function linkToken(email: string, code: string): string {
  return keyedHash('sign-in-link', `${hashEmail(email)}:${code}`)
}

function hashCode(emailHash: string, code: string): string {
  return keyedHash('sign-in-code', `${emailHash}:${code}`)
}

function sameHash(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
}

// The e-mail stays sealed: no session, page or log of next-auth ever carries it.
function adapterUser(id: string): AdapterUser {
  return { id, email: '', emailVerified: null }
}
