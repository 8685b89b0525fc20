import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Limit } from '@/lib/auth/limits'
import { countHit, forgetHits } from '@/lib/auth/rate-limit'
import { db } from '@/lib/db'

let names = 0
/** A limit that no other test counts on. */
const limitOf = (hits: number, seconds = 3600): Limit => ({
  name: `test-${names++}`,
  hits,
  seconds,
})

describe('countHit', () => {
  it('allows exactly so many, whatever the concurrency', async () => {
    const few = fc.integer({ min: 1, max: 12 })
    await fc.assert(
      fc.asyncProperty(few, fc.integer({ min: 1, max: 30 }), async (hits, attempts) => {
        const limit = limitOf(hits)
        const answers = await Promise.all(
          Array.from({ length: attempts }, () => countHit(limit, 'marta')),
        )
        const allowed = answers.filter((answer) => answer.allowed)
        expect(allowed).toHaveLength(Math.min(hits, attempts))
      }),
      { numRuns: 20 },
    )
  })

  it('says how many minutes to wait', async () => {
    const { retryMinutes } = await countHit(limitOf(1, 3600), 'marta')
    expect(retryMinutes).toBe(60)
  })

  it('counts each subject and each limit for itself', async () => {
    const [first, second] = [limitOf(1), limitOf(1)]
    await countHit(first, 'marta')
    expect((await countHit(first, 'timur')).allowed).toBe(true)
    expect((await countHit(second, 'marta')).allowed).toBe(true)
    expect((await countHit(first, 'marta')).allowed).toBe(false)
  })

  it('begins anew when the time is over, and the wait never grows by asking', async () => {
    const limit = limitOf(1)
    await countHit(limit, 'marta')
    await db.$executeRaw`UPDATE rate_limit SET expires_at = now() + interval '90 seconds'`
    expect(await countHit(limit, 'marta')).toEqual({ allowed: false, retryMinutes: 2 })
    await db.$executeRaw`UPDATE rate_limit SET expires_at = now()`
    expect((await countHit(limit, 'marta')).allowed).toBe(true)
    expect((await countHit(limit, 'marta')).allowed).toBe(false)
  })

  it('keeps the subject only as a hash', async () => {
    await countHit(limitOf(1), 'marta@example.org')
    const rows = await db.rateLimit.findMany()
    expect(JSON.stringify(rows)).not.toContain('marta')
  })

  it('is forgotten when asked', async () => {
    const limit = limitOf(1)
    await countHit(limit, 'marta')
    await forgetHits(limit, 'marta')
    expect((await countHit(limit, 'marta')).allowed).toBe(true)
  })
})
