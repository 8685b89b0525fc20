import { db } from '@/lib/db'
import { writeDayFigures } from '@/lib/figures/commands'
import { publicPages } from '@/lib/testing/public-pages'
import {
  planLine,
  plansOf,
  readWhole,
  recordStatements,
  type Statement,
} from '@/lib/testing/statements'
import { onStop } from '@/scripts/shutdown'
import { type Percentiles, percentiles } from '../durations'
import type { Options } from '../options'
import { printTable } from '../table'

const WARM_UP = 2
const GOAL = { p95: 10, p99: 50, statements: 4 }
/** Words that the texts of bench/fill say: a rare one, a common one, one in between. */
const WORDS: [string, string, string] = ['переноска', 'парк', 'кошка']

interface Result extends Percentiles {
  page: string
  statements: number
  /** Tables read from end to end. */
  whole: string | null
  plans: string[]
}

/** What each public page asks of the database: how long one statement takes, how many, and how. */
export default async function measureQueries({ rounds }: Options): Promise<object> {
  onStop(() => db.$disconnect())
  // As the worker of a site does in the first minute of a day.
  await writeDayFigures(new Date())
  const pages = await publicPages(WORDS)
  const results: Result[] = []
  for (const [page, ask] of Object.entries(pages)) {
    const asked = await repeat(ask, rounds)
    const [last] = asked.slice(-1)
    if (!last) continue
    const nodes = await plansOf(last)
    const each = asked.flat().flatMap(({ milliseconds = [] }) => milliseconds)
    const whole = [...new Set(nodes.flatMap(readWhole))]
    const figures = {
      statements: last.length,
      ...percentiles(each),
      whole: whole.join(' ') || null,
    }
    results.push({ page, ...figures, plans: nodes.map(planLine) })
  }
  const isMissed = ({ statements, p95, p99, whole }: Result) =>
    statements > GOAL.statements || p95 > GOAL.p95 || p99 > GOAL.p99 || whole !== null
  printTable(
    `Statements of each public page, ${rounds} times, in milliseconds`,
    results.map((result) => {
      const { plans: _, ...row } = result
      return { ...row, goal: isMissed(result) ? 'missed' : 'held' }
    }),
  )
  return { rounds, goal: GOAL, results }
}

/** Asks again and again, one page at a time; the first times only warm up. */
async function repeat(ask: () => Promise<unknown>, times: number): Promise<Statement[][]> {
  const recorded = recordStatements()
  try {
    const rounds: Statement[][] = []
    for (let round = 0; round < times + WARM_UP; round += 1) {
      await ask()
      rounds.push(recorded.statements.splice(0))
    }
    return rounds.slice(WARM_UP)
  } finally {
    recorded.stop()
  }
}
