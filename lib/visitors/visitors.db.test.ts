import { describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { forgetExpired } from '@/lib/retention/commands'
import { countByKey, takeBackByKey } from '@/lib/visitors/counters'
import { networkKey } from '@/lib/visitors/salts'

const NETWORK = '203.0.113.7'
const OVER = 'too_many_from_here'
const today = new Date('2026-11-22T10:00:00Z')
const tomorrow = new Date('2026-11-23T00:00:00Z')

/** A network that no other test counts on. */
let networks = 0
const keyOf = (purpose: string) => networkKey(`network-${networks++}`, purpose, today)

describe('the key of a network', () => {
  it('is the same all day, however many ask for it first', async () => {
    const late = new Date('2026-11-22T23:59:59Z')
    const moments = [today, late, today, late, today, late]
    const keys = await Promise.all(moments.map((now) => networkKey(NETWORK, 'ask', now)))
    expect(new Set(keys).size).toBe(1)
  })

  it('is another for another purpose, another network and another day', async () => {
    const keys = [
      await networkKey(NETWORK, 'ask', today),
      await networkKey(NETWORK, 'report', today),
      await networkKey('203.0.113.8', 'ask', today),
      await networkKey(NETWORK, 'ask', tomorrow),
    ]
    expect(new Set(keys).size).toBe(4)
  })

  it('cannot be made again once its day was erased', async () => {
    const before = await networkKey(NETWORK, 'ask', today)
    await forgetExpired(new Date('2026-11-22T23:59:59Z'))
    expect(await networkKey(NETWORK, 'ask', today)).toBe(before)
    await forgetExpired(tomorrow)
    expect(await networkKey(NETWORK, 'ask', today)).not.toBe(before)
  })

  it('stands under a salt that backups leave out', async () => {
    const kinds = await db.$queryRaw`
      SELECT relpersistence::text AS kind FROM pg_class WHERE relname = 'visitor_salt'`
    expect(kinds).toEqual([{ kind: 'u' }])
  })
})

describe('counting', () => {
  it('lets 500 people behind one address ask, three times each, and stops the flood exactly', async () => {
    const key = await keyOf('ask')
    const attempts = Array.from({ length: 1_600 }, () => countByKey('ask', key))
    const answers = await Promise.allSettled(attempts)
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1_500)
    await expect(countByKey('ask', key)).rejects.toMatchObject({
      code: OVER,
      values: { minutes: 60 },
    })
  })

  it('lets everyone else in meanwhile', async () => {
    const full = await keyOf('code')
    await Promise.all(Array.from({ length: 300 }, () => countByKey('code', full)))
    await expect(countByKey('code', full)).rejects.toThrow(OVER)
    await countByKey('code', await keyOf('code'))
    await countByKey('report', full)
  })

  it('takes back what did not count', async () => {
    const key = await keyOf('code')
    for (let right = 0; right < 310; right += 1) {
      await countByKey('code', key)
      await takeBackByKey('code', key)
    }
    await Promise.all(Array.from({ length: 300 }, () => countByKey('code', key)))
    await expect(countByKey('code', key)).rejects.toThrow(OVER)
  })

  it('keeps no address', async () => {
    const address = '198.51.100.77'
    await countByKey('visit', await networkKey(address, 'visit', today))
    const kept = [await db.rateLimit.findMany(), await db.visitorSalt.findMany()]
    expect(kept.flat().length).toBeGreaterThan(1)
    expect(JSON.stringify(kept)).not.toContain(address)
  })
})
