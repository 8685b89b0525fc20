import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { writeDayFigures } from '@/lib/figures/commands'
import { fillCrowd } from '@/lib/testing/crowd'
import { day } from '@/lib/testing/homes'
import { patternOf, publicPatterns, renderPage } from '@/lib/testing/pages'
import { plansOf, readWhole, recordStatements } from '@/lib/testing/statements'

let recorded: ReturnType<typeof recordStatements>
const ids = { ride: '', housing: '', centre: '' }

beforeAll(async () => {
  await fillCrowd({ accounts: 20_000, rides: 40_000, homes: 40_000, centres: 10_000 })
  for (const kind of ['ride', 'housing', 'centre'] as const) {
    const ahead = kind === 'centre' ? {} : { sortAt: { gt: new Date() } }
    const where = { kind, city: 'uralsk', ...ahead } as const
    const row = await db.listing.findFirstOrThrow({ where, select: { id: true } })
    ids[kind] = row.id
  }
  await writeDayFigures(new Date())
}, 120_000)

beforeEach(() => {
  recorded = recordStatements()
})

afterEach(() => {
  recorded.stop()
})

const NEAR = 'near=51.2,51.4'
const PLAN = `/ru/plan?from=crossing-taskala&city=uralsk&date=${day(1)}&time=12:00&adults=2&children=1&pets=1&nights=2&ride=1&bed=1`
const sorted = (path: string, ...sorts: string[]) =>
  sorts.map((sort) => `${path}?sort=${sort}&${NEAR}`)

const PAGES = [
  '/ru',
  '/kk/about',
  '/ru/privacy',
  '/ru/keep',
  '/ru/transparency',
  '/en/guide',
  '/ru/guide/iin',
  '/ru/crossings',
  '/ru/plan',
  PLAN,
  PLAN.replace('uralsk', 'astana').replace('crossing-taskala', 'station-almaty-2'),
  '/ru/uralsk',
  '/kk/uralsk/pack',
  '/ru/astana/pack/file',
  ...sorted('/ru/rides', 'soonest', 'newest', 'free', 'nearest'),
  ...sorted('/ru/uralsk/rides', 'soonest', 'newest', 'free', 'nearest'),
  `/ru/rides?from=crossing-taskala&date=${day(3)}&people=2`,
  `/ru/rides?from=crossing-taskala&date=${day(3)}&people=2&sort=nearest&${NEAR}`,
  '/ru/uralsk/rides?q=слово17+бесплатно',
  '/ru/rides?q=словно16',
  `/ru/rides?q=словно16&sort=nearest&${NEAR}`,
  ...sorted('/ru/housing', 'soonest', 'newest', 'free'),
  ...sorted('/ru/astana/housing', 'soonest', 'newest', 'free'),
  `/ru/almaty/housing?from=${day(1)}&to=${day(3)}&people=2&free=1`,
  '/ru/housing?q=квартира+слово18',
  ...sorted('/ru/centres', 'soonest', 'newest', 'nearest'),
  ...sorted('/ru/uralsk/centres', 'soonest', 'newest', 'nearest'),
  '/ru/centres?service=iin&open=now',
  '/ru/uralsk/centres?q=слово21',
  '/ru/search',
  '/ru/search?q=квартира',
  '/ru/search?q=слово19+собака',
  '/ru/search?q=уральск',
  '/ru/search?q=словно16',
  '/ru/search?q=слово20+комната+пианино+шымкент',
]

/** Lists of which nothing is left, so that their pages say what there is instead. */
const EMPTY = [
  `/ru/uralsk/rides?q=словно16&date=${day(40)}&people=40&from=crossing-taskala`,
  `/ru/uralsk/rides?q=словно16&date=${day(40)}&people=40&sort=nearest&${NEAR}`,
  '/ru/rides?q=пианино',
  `/ru/uralsk/housing?q=словно16&from=${day(1)}&free=1&people=49&kind=flat`,
  '/ru/housing?q=пианино',
  '/ru/uralsk/centres?q=словно16+пианино&open=now&service=iin',
  '/ru/centres?q=пианино',
]

const DETAILS = {
  ride: ['/ru/uralsk/rides/', '/ru/uralsk/rides/{id}/tell'],
  housing: ['/ru/uralsk/housing/', `/ru/uralsk/housing/{id}?from=${day(1)}&to=${day(2)}`],
  centre: ['/ru/uralsk/centres/', '/ru/uralsk/centres/{id}/tell'],
}

async function expectFrugal(address: string): Promise<string> {
  const html = await renderPage(address)
  const asked = recorded.statements.splice(0)
  expect(asked.length).toBeLessThanOrEqual(4)
  expect((await plansOf(asked)).flatMap(readWhole)).toEqual([])
  return html
}

describe('among 90 000 listings each page asks four times at most and reads no table whole', () => {
  it.each(PAGES)('%s', async (address) => {
    await expectFrugal(address)
  })

  it.each(EMPTY)('%s, where nothing is left', async (address) => {
    const html = await expectFrugal(address)
    expect(html).toContain('class="empty')
  })

  it.each([
    ...sorted('/ru/rides', 'soonest', 'newest', 'free', 'nearest'),
    ...sorted('/ru/uralsk/rides', 'soonest', 'newest', 'free', 'nearest'),
    ...sorted('/ru/housing', 'soonest', 'newest', 'free'),
    ...sorted('/ru/uralsk/housing', 'soonest', 'newest', 'free'),
    ...sorted('/ru/centres', 'soonest', 'newest', 'nearest'),
    ...sorted('/ru/uralsk/centres', 'soonest', 'newest', 'nearest'),
  ])('the pages behind %s', async (address) => {
    const html = await renderPage(address)
    const [, next = ''] = /href="([^"]*cursor=[^"]*)"/.exec(html) ?? []
    recorded.statements.length = 0
    await expectFrugal(next.replaceAll('&amp;', '&'))
  })

  it.each(Object.keys(DETAILS) as (keyof typeof DETAILS)[])('a %s of its own', async (kind) => {
    for (const path of DETAILS[kind]) {
      recorded.statements.length = 0
      await expectFrugal(path.includes('{id}') ? path.replace('{id}', ids[kind]) : path + ids[kind])
    }
  })

  it('whatever page there is', () => {
    const details = Object.values(DETAILS).map(([path]) => `${path}${crypto.randomUUID()}`)
    const read = new Set([...PAGES, ...details].map(patternOf))
    expect(publicPatterns().filter((pattern) => !read.has(pattern))).toEqual([])
  })

  it('which is asked in this test at all', async () => {
    expect(await db.listing.count()).toBeGreaterThan(90_000 - 1)
    expect(recorded.statements.length).toBe(1)
  })
})
