import { beforeAll, describe, expect, it } from 'vitest'
import { liftSuspension, suspendPerson } from '@/lib/accounts/commands'
import { adapter } from '@/lib/auth/adapter'
import { endSessions } from '@/lib/auth/sign-in'
import { db } from '@/lib/db'
import { hashToken } from '@/lib/seal'
import { type Cast, cast } from '@/lib/testing/cast'
import { CAST } from '@/prisma/seed/samples/people'

let people: Cast

beforeAll(async () => {
  people = await cast()
})

async function openSession(userId: string, sessionToken: string, minutes = 60): Promise<void> {
  const expires = new Date(Date.now() + minutes * 60_000)
  await adapter.createSession?.({ sessionToken, userId, expires })
}

const userOf = async (token: string) =>
  (await adapter.getSessionAndUser?.(token))?.user.id ?? 'nobody'

describe('a session', () => {
  it('is kept only as the hash of its token', async () => {
    await openSession(people.marta.id, 'secret-token')
    const rows = await db.$queryRaw`SELECT session::text FROM session`
    expect(JSON.stringify(rows)).not.toContain('secret-token')
    expect(JSON.stringify(rows)).toContain(hashToken('secret-token'))
    expect(await userOf('secret-token')).toBe(people.marta.id)
  })

  it('is found by its token alone, not by the hash that a thief of the database has', async () => {
    await openSession(people.marta.id, 'stolen')
    expect(await userOf(hashToken('stolen'))).toBe('nobody')
    expect(await userOf('')).toBe('nobody')
  })

  it('ends at its time', async () => {
    await openSession(people.marta.id, 'over', 0)
    expect(await userOf('over')).toBe('nobody')
  })

  it('ends here, or everywhere', async () => {
    for (const token of ['phone', 'laptop', 'tablet']) await openSession(people.aigul.id, token)
    await adapter.deleteSession?.('phone')
    expect(await userOf('phone')).toBe('nobody')
    expect(await userOf('laptop')).toBe(people.aigul.id)
    await endSessions(people.aigul.id)
    expect(await userOf('laptop')).toBe('nobody')
  })

  it('ends with a ban at once, also one that was opened meanwhile', async () => {
    await openSession(people.timur.id, 'before')
    await suspendPerson(people.samal, people.timur.id, 'asked_for_money')
    expect(await userOf('before')).toBe('nobody')
    await openSession(people.timur.id, 'after')
    expect(await userOf('after')).toBe('nobody')
    await liftSuspension(people.samal, people.timur.id)
    expect(await userOf('before')).toBe('nobody')
  })

  it('tells next-auth no address', async () => {
    await openSession(people.marta.id, 'private')
    const found = JSON.stringify([
      await adapter.getSessionAndUser?.('private'),
      await adapter.getUser?.(people.marta.id),
      await adapter.getUserByEmail?.(CAST.marta.email),
    ])
    expect(found).toContain(people.marta.id)
    expect(found).not.toContain('example.org')
  })
})

describe('an account', () => {
  it('is found by its address however it is typed, and kept without it', async () => {
    const found = await adapter.getUserByEmail?.(` ${CAST.marta.email.toUpperCase()} `)
    expect(found?.id).toBe(people.marta.id)
    const rows = await db.$queryRaw`SELECT account::text FROM account`
    expect(JSON.stringify(rows)).not.toContain('example.org')
  })

  it('is not found by an address that nobody has', async () => {
    expect(await adapter.getUserByEmail?.('nobody@example.org')).toBeNull()
  })
})
