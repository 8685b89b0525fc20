import { beforeAll, describe, expect, it } from 'vitest'
import { forgetPerson } from '@/lib/data-rights/commands'
import { db } from '@/lib/db'
import { columnsKept, tablesKept } from '@/lib/manifest/manifest'
import { eraseWhatIsOver } from '@/lib/retention/commands'
import { KEPT } from '@/lib/retention/rules'
import { seal } from '@/lib/seal'
import { type Cast, cast } from '@/lib/testing/cast'
import { standing, textColumns, wordEverything } from '@/lib/testing/words'
import { CAST } from '@/prisma/seed/samples/people'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** The title of a ride is made of its places: nobody worded it. */
const isRoute = (text: string) => /^[^{]+ → /.test(text)

type Key = (typeof KEPT)[number]['key']

const limitOf = ({ values }: (typeof KEPT)[number]) => {
  const { days = 0, hours = 0, minutes = 0 } = values as Record<string, number>
  return days * DAY_MS + hours * HOUR_MS + minutes * MINUTE_MS
}
/** What ends by the clock, and the clock of this test can move it. */
const ending = KEPT.filter((kept) => limitOf(kept) > 0 && !('test' in kept))
const limits = [...new Set(ending.map(limitOf))]
  .sort((a, b) => a - b)
  .map((limitMs) => ({
    limitMs,
    keys: ending.filter((kept) => limitOf(kept) === limitMs).map(({ key }) => key),
  }))
const keys: Key[] = [...ending.map(({ key }) => key), 'account']

/** Holds are given back when a listing is taken back: requests.db.test.ts shows one that is over. */
const NO_ROWS = ['hold']
/** Columns of text that stay: codes and places of ours, in which nobody words anything. */
const STAYS = [
  'account.suspension_reason',
  'centre.district',
  'centre.key',
  'decision.reason',
  'housing.district',
  'ride.from_place_id',
  'ride.to_place_id',
]

/** Of the previous version: sealed, and so emptied, by lib/notes before anything else. */
const IN_CLEAR = ['account.suspension_note', 'decision.note']

let text: string[]
/** Of the columns that are kept so long, those in which text can stand. */
const wordsKept = (key: Key) => columnsKept(key).filter((column) => text.includes(column))
const rowsOf = async (table: string) => {
  const [row] = await db.$queryRawUnsafe<{ rows: number }[]>(
    `SELECT count(*)::int AS rows FROM ${table}`,
  )
  return row?.rows ?? 0
}

let people: Cast
let end: Date
const worded = new Map<string, string[]>()

beforeAll(async () => {
  people = await cast()
  end = await wordEverything(people)
  text = (await textColumns()).filter((column) => !IN_CLEAR.includes(column))
  for (const column of keys.flatMap(wordsKept)) {
    const standsThere = await standing(column)
    worded.set(
      column,
      standsThere.filter((words) => !isRoute(words)),
    )
  }
}, 60_000)

/** Of what stood there at the end, what is left. */
async function left(column: string): Promise<string[]> {
  const now = await standing(column)
  return (worded.get(column) ?? []).filter((words) => now.includes(words))
}

describe('this test', () => {
  it('fills every column in which somebody can word something', () => {
    const empty = keys.flatMap(wordsKept).filter((column) => worded.get(column)?.length === 0)
    expect(empty).toEqual([])
    const staying = columnsKept('remains').filter((column) => text.includes(column))
    expect(staying.sort()).toEqual(STAYS)
  })

  it('fills every table whose rows end', async () => {
    const tables = ending.flatMap(({ key }) => tablesKept(key))
    const rows = await Promise.all(tables.map(rowsOf))
    expect(tables.filter((_, index) => rows[index] === 0)).toEqual(NO_ROWS)
    expect(tables.length).toBeGreaterThan(9)
  })
})

describe('with the clock moved on, whatever a person worded', () => {
  it.each(limits)('$keys stays until its time and goes then', async ({ limitMs, keys }) => {
    const columns = keys.flatMap(wordsKept)
    const tables = keys.flatMap(tablesKept).filter((table) => !NO_ROWS.includes(table))
    const margin = Math.min(limitMs / 10, HOUR_MS)
    await eraseWhatIsOver(new Date(end.getTime() + limitMs - margin))
    for (const column of columns) expect(await left(column), column).not.toEqual([])
    for (const table of tables) expect(await rowsOf(table), table).toBeGreaterThan(0)
    await eraseWhatIsOver(new Date(end.getTime() + limitMs + margin))
    for (const column of columns) expect(await left(column), column).toEqual([])
    for (const table of tables) expect(await rowsOf(table), table).toBe(0)
  })

  it('has gone once: a second run finds nothing to do', async () => {
    const rows = () => db.listing.findMany({ orderBy: { id: 'asc' } })
    const before = await rows()
    await eraseWhatIsOver(new Date(end.getTime() + 2_000 * DAY_MS))
    expect(await rows()).toEqual(before)
  })

  it('and has no limit stays until that person asks, and goes then', async () => {
    const columns = wordsKept('account')
    for (const column of columns) expect(await left(column), column).toEqual(worded.get(column))
    const suspended = await db.account.findMany({
      where: { suspendedAt: { not: null } },
      select: { emailHash: true },
    })
    // A site without an admin cannot be: account_last_admin_stays.
    await db.account.create({
      data: { emailSealed: seal('', 'account.email'), emailHash: 'other', role: 'admin' },
    })
    for (const { email } of Object.values(CAST)) expect(await forgetPerson(email)).toBe(true)
    const banned = suspended.map(({ emailHash }) => emailHash)
    for (const column of keys.flatMap(wordsKept)) {
      expect(
        (await left(column)).filter((words) => !banned.includes(words)),
        column,
      ).toEqual([])
    }
    for (const table of tablesKept('account')) expect(await rowsOf(table), table).toBe(0)
  })
})
