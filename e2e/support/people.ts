import { randomBytes } from 'node:crypto'
import type { BrowserContext } from '@playwright/test'
import { acknowledgeDuties } from '@/lib/accounts/commands'
import { db } from '@/lib/db'
import type { Prisma } from '@/lib/generated/prisma/client'
import { hashEmail, hashToken, seal } from '@/lib/seal'
import { actorOf } from '@/lib/testing/cast'
import { CAST, type CastName } from '@/prisma/seed/samples/people'

export interface Person {
  id: string
  email: string
}

/**
 * Creates an account that no other spec uses, for those that change people. A new volunteer whom
 * nobody has verified, unless `state` says otherwise.
 */
export async function enrol(
  state: Partial<Prisma.AccountUncheckedCreateInput> = {},
): Promise<Person> {
  const email = `${randomBytes(6).toString('hex')}@example.org`
  const sealed = { emailSealed: seal(email, 'account.email'), emailHash: hashEmail(email) }
  const data = { ...sealed, publicName: 'Нурлан', ...state }
  const { id } = await db.account.create({ data, select: { id: true } })
  return { id, email }
}

/** Somebody who has read the duties of drivers and hosts and may offer anything. */
export async function ready(): Promise<Person> {
  const author = await enrol()
  const actor = await actorOf(author.id)
  await acknowledgeDuties(actor, 'ride')
  await acknowledgeDuties(actor, 'housing')
  return author
}

/** What makes an account a verified one, for `enrol(await verified())`. */
export async function verified() {
  const verifiedById = await moderator()
  return { verifiedAt: new Date(), verifiedHow: 'met_in_person' as const, verifiedById }
}

/** The id of Samal, a moderator. */
export async function moderator(): Promise<string> {
  const emailHash = hashEmail(CAST.samal.email)
  const samal = await db.account.findUniqueOrThrow({ where: { emailHash }, select: { id: true } })
  return samal.id
}

/**
 * Opens a session in the database and puts its cookie into this browser. Staff have shown their
 * second factor, unless `secondFactorAt` says otherwise.
 */
export async function signIn(
  person: CastName | Person,
  context: BrowserContext,
  url: string,
  { secondFactorAt = new Date() }: { secondFactorAt?: Date | null } = {},
): Promise<void> {
  const { email } = typeof person === 'string' ? CAST[person] : person
  const token = randomBytes(32).toString('base64url')
  await db.session.create({
    data: {
      tokenHash: hashToken(token),
      expiresAt: new Date(Date.now() + 60 * 60 * 1000),
      secondFactorAt,
      account: { connect: { emailHash: hashEmail(email) } },
    },
  })
  const cookie = { name: 'next-auth.session-token', value: token, url }
  await context.addCookies([{ ...cookie, httpOnly: true, sameSite: 'Lax' }])
}
