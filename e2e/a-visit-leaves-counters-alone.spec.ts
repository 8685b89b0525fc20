import { readFileSync, statSync } from 'node:fs'
import { CITY_SLUGS } from '@/lib/places/cities'
import { connectTo } from '@/lib/testing/connect'
import { day } from '@/lib/testing/homes'
import { ROUTES } from '@/server/routes'
import { expect, test } from './support/fixtures'
import { launchApp } from './support/launch'
import { rowsByTable } from './support/sealed'

/** `npm run test:deep` makes 1 000. */
const JOURNEYS = Number(process.env.QADAM_JOURNEYS ?? 24)
/**
 * What a visit may change: how often nothing was found, how many searches came from one network
 * (under a keyed hash, for minutes), and the clock of the queue.
 */
const COUNTERS = ['public.empty_search', 'public.rate_limit']
/** What goes by the clock and by nobody. */
const isClock = (table: string) => table.startsWith('jobs.') || table === 'public.day_figure'

test(`${JOURNEYS} anonymous journeys change nothing but counters, and the log knows no one`, async () => {
  test.setTimeout(300_000 + JOURNEYS * 10_000)
  const app = await launchApp('embedded', '.next-test', { name: 'visits' })
  const db = connectTo(app.settings.DATABASE_URL ?? '')
  try {
    const site = app.settings.PUBLIC_URL ?? ''
    await journey(site, 0)
    // What the worker tidies when it begins is no visitor's doing.
    const tidied = () => db.$queryRaw`
      SELECT 1 FROM jobs.job WHERE name = 'erase' AND state = 'completed' LIMIT 1`
    await expect.poll(tidied, { timeout: 90_000 }).toHaveLength(1)
    const before = await rowsByTable(db)
    const begin = statSync(app.logFile).size

    for (let n = 1; n <= JOURNEYS; n += 1) await journey(site, n)
    // Kept in memory for up to a minute, so that no row tells the second.
    const counted = async () => (await db.emptySearch.aggregate({ _sum: { searches: true } }))._sum
    await expect.poll(counted, { timeout: 150_000 }).toEqual({ searches: JOURNEYS + 1 })

    const after = await rowsByTable(db)
    const changed = [...after.keys()].filter(
      (table) => !isSame(after.get(table), before.get(table)),
    )
    expect(changed.filter((table) => !isClock(table)).sort()).toEqual(COUNTERS)
    // Of one day, or of two when it runs through midnight.
    const rows = await db.emptySearch.findMany()
    expect(new Set(rows.map(({ kind, city }) => `${kind} ${city}`))).toEqual(new Set(['any any']))
    const jobs = await db.$queryRaw`
      SELECT DISTINCT data::text FROM jobs.job WHERE name IN ('sweep', 'erase')`
    expect(jobs).toEqual([{ data: '{}' }])
    const everything = [...after.values()].flat().join('\n')
    expect(everything).not.toMatch(TRACES)

    const lines = readFileSync(app.logFile).subarray(begin).toString('utf8').trim().split('\n')
    expect(lines.length).toBeGreaterThanOrEqual(JOURNEYS * PAGES)
    expect(lines.filter((line) => !isPatternOnly(line))).toEqual([])
    console.log(
      `${JOURNEYS} journeys, ${lines.length} lines of log, changed: ${changed.join(', ')}`,
    )
  } finally {
    await db.$disconnect()
    await app.stop()
  }
})

/** What a visitor shows of themselves: words, address, browser. */
const WORDS = 'жанбырлыкеш'
const TRACES = /жанбырлы|203\.0\.113|Visitor\/|visitor=/i
const PAGES = 12

/** From the home page to a listing, the guide, a search, a plan and the pack, without a cookie. */
async function journey(site: string, n: number): Promise<void> {
  const city = CITY_SLUGS[n % CITY_SLUGS.length]
  const locale = ['ru', 'kk', 'en'][n % 3]
  const kind = ['rides', 'housing', 'centres'][n % 3]
  const headers = {
    'User-Agent': `Visitor/${n}`,
    'X-Forwarded-For': `203.0.113.${n % 250}`,
    Cookie: `visitor=${n}`,
  }
  const read = async (path: string) => {
    const answer = await fetch(site + path, { headers })
    expect(answer.status, path).toBe(200)
    expect(answer.headers.get('set-cookie'), path).toBeNull()
    return answer.text()
  }
  await read('/')
  await read(`/${locale}`)
  await read(`/${locale}/${city}`)
  const list = await read(`/${locale}/${city}/${kind}`)
  await read(`/${locale}/${city}/${kind}?q=&people=2&near=51.2,51.4&sort=nearest`)
  const [detail] = new RegExp(`/${locale}/\\w+/${kind}/[0-9a-f-]{36}`).exec(list) ?? []
  expect(detail, `a listing in /${city}/${kind}`).toBeDefined()
  await read(`${detail}`)
  await read(`/${locale}/guide`)
  await read(`/${locale}/guide/iin`)
  await read(`/${locale}/search?q=${encodeURIComponent(WORDS)}`)
  await read(
    `/${locale}/plan?from=crossing-taskala&city=${city}&date=${day(3)}&adults=2&ride=1&bed=1`,
  )
  await read(`/${locale}/${city}/pack`)
  await read(`/${locale}/${city}/pack/file`)
}

function isSame(one: string[] = [], other: string[] = []): boolean {
  return one.length === other.length && one.every((row, index) => row === other[index])
}

/** `2026-11-22T10:00:00.000Z GET /{locale}/{city} 200 12ms`, and nothing else. */
function isPatternOnly(line: string): boolean {
  const { time, method, route, status, ms, ...more } = JSON.parse(line)
  const isNumbers = [status, ms].every(Number.isInteger) && !Number.isNaN(Date.parse(time))
  const isKnown = ROUTES.some(({ pattern }) => pattern === route)
  return method === 'GET' && isKnown && isNumbers && Object.keys(more).length === 0
}
