import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, it } from 'vitest'
import { watchVisit } from '@/lib/arrival'
import { type Limit, NETWORK_LIMITS, PERSON_LIMITS } from '@/lib/auth/limits'
import { countHit } from '@/lib/auth/rate-limit'
import { countImport } from '@/lib/imports/commands'
import { countOffer } from '@/lib/listings/commands'
import { type Cast, cast } from '@/lib/testing/cast'
import { countSearch } from '@/lib/visitors/searches'

const ALL: Limit[] = [...Object.values(PERSON_LIMITS), ...Object.values(NETWORK_LIMITS)]
const today = new Date('2026-11-22T10:00:00Z')

let people: Cast
beforeAll(async () => {
  people = await cast()
})

/** How many of so many hits another process was allowed. */
async function allowedElsewhere({ name, hits, seconds }: Limit, times: number): Promise<number> {
  const settings = [name, hits, seconds, times].map(String)
  const args = ['--import', 'tsx', 'lib/testing/hits.ts', ...settings]
  const { stdout } = await promisify(execFile)(process.execPath, args)
  return Number(stdout)
}

describe('a limit', () => {
  it('is exact when two processes count at once', async () => {
    for (const limit of [PERSON_LIMITS.signInFailure, NETWORK_LIMITS.code]) {
      const both = await Promise.all([allowedElsewhere(limit, 250), allowedElsewhere(limit, 250)])
      expect(both[0] + both[1], limit.name).toBe(limit.hits)
      expect((await countHit(limit, 'marta')).allowed).toBe(false)
    }
  }, 60_000)

  it('tells the answer when to come back, and only when it was reached', async () => {
    const limit = { name: 'told', hits: 1, seconds: 600 }
    const hit = () => watchVisit(() => countHit(limit, 'marta'))
    expect((await hit()).visit.retrySeconds).toBeUndefined()
    const { visit, answer } = await hit()
    expect(answer.retryMinutes).toBeGreaterThan(0)
    expect(visit.retrySeconds).toBe(answer.retryMinutes * 60)
  })

  it('has a name of its own and stands in docs/security.md with its number', () => {
    expect(new Set(ALL.map(({ name }) => name)).size).toBe(ALL.length)
    const words = readFileSync(
      join(resolve(import.meta.dirname, '../..'), 'docs/security.md'),
      'utf8',
    )
    for (const { name, hits, seconds } of ALL) {
      const row = new RegExp(`^\\| \`${name}\` +\\|.*\\| ${hits} in ${seconds / 60} min +\\|`, 'm')
      expect(words, name).toMatch(row)
    }
  })
})

describe('searching', () => {
  it('lets 500 people behind one address search twelve times in ten minutes, and no more', async () => {
    const waits: number[] = []
    // Some at a time: a pool holds ten connections, and the rest would wait too long for one.
    while (waits.length < 6_050) {
      const some = Array.from({ length: 55 }, () => countSearch('203.0.113.7', today))
      waits.push(...(await Promise.all(some)))
    }
    expect(waits.filter((wait) => wait === 0)).toHaveLength(6_000)
    expect(Math.max(...waits)).toBe(600)
    expect(await countSearch('203.0.113.8', today)).toBe(0)
  }, 60_000)
})

describe('offering', () => {
  it('ends for one account after thirty in a day', async () => {
    const { marta, timur } = people
    const attempts = Array.from({ length: 35 }, () => countOffer(marta))
    const answers = await Promise.allSettled(attempts)
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(30)
    await expect(countOffer(marta)).rejects.toMatchObject({ code: 'too_many_offers' })
    await countOffer(timur)
  })
})

describe('handing in files of centres', () => {
  it('ends for one of the staff after sixty in an hour, and is nothing for volunteers', async () => {
    const { samal, erzhan, anna } = people
    const attempts = Array.from({ length: 65 }, () => countImport(samal))
    const answers = await Promise.allSettled(attempts)
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(60)
    await expect(countImport(samal)).rejects.toMatchObject({ code: 'too_many_imports' })
    await countImport(erzhan)
    await expect(countImport(anna)).rejects.toThrow('registry.keep')
  })
})
