import '@/lib/testing/wide-pool'
import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { type Cast, cast } from '@/lib/testing/cast'
import {
  clearWorlds,
  every,
  type History,
  historyOf,
  live,
  lostAcceptances,
  sweep,
} from '@/lib/testing/histories'
import { CROWD, createWorlds, NEIGHBOURS, type Plan } from '@/lib/testing/history-world'
import { brokenRules } from '@/lib/testing/requests'

/*
 * Random histories of people who act at once, on a real database. QADAM_HISTORIES, QADAM_CLIENTS and
 * QADAM_CROWDS make them many (npm run test:deep); QADAM_SEED repeats a run.
 */
const HISTORIES = Number(process.env.QADAM_HISTORIES ?? 30)
const CLIENTS = Number(process.env.QADAM_CLIENTS ?? 40)
const CROWDS = Number(process.env.QADAM_CROWDS ?? 1)
const SEED = Number(process.env.QADAM_SEED ?? Date.now() % 2 ** 31)
const CLIENTS_OF_A_HISTORY = 5
const AT_ONCE = Math.max(1, Math.round(CLIENTS / CLIENTS_OF_A_HISTORY))
const DEEDS_BETWEEN_LOOKS = 50
const ROUNDS_BETWEEN_LINES = 10
/** Where one listing is all there is. */
const DEEDS_OF_AN_ENDING = 1_500
const DAY_MS = 86_400_000

let people: Cast

beforeAll(async () => {
  people = await cast()
  console.info(`seed ${SEED}`)
})

it(
  'nothing is overbooked, lost, idle or given back twice, whatever people do at once',
  () => run(historyOf(CLIENTS_OF_A_HISTORY), NEIGHBOURS, AT_ONCE, HISTORIES),
  4 * DAY_MS,
)

it(
  'nor when all of them want one ride',
  () => run(historyOf(CLIENTS, DEEDS_OF_AN_ENDING), CROWD, 1, CROWDS),
  DAY_MS,
)

/** Lets so many histories happen, some at once, and says what happened, a partial run too. */
async function run(
  history: fc.Arbitrary<History>,
  plan: Plan,
  atOnce: number,
  count: number,
): Promise<void> {
  const began = Date.now()
  const done = { histories: 0, deeds: 0, acceptances: 0, rounds: 0 }
  const say = () => {
    const seconds = Math.round((Date.now() - began) / 1_000)
    console.info(JSON.stringify({ ...done, clientsAtOnce: CLIENTS, seconds, seed: SEED }))
  }
  const together = fc.array(history, { minLength: atOnce, maxLength: atOnce })
  const round = async (histories: History[]) => {
    done.acceptances += await liveTogether(histories, plan)
    done.histories += histories.length
    done.deeds += histories.flat(2).length
    done.rounds += 1
    if (done.rounds % ROUNDS_BETWEEN_LINES === 0) say()
  }
  await fc.assert(fc.asyncProperty(together, round), {
    numRuns: Math.ceil(count / atOnce),
    seed: SEED,
    endOnFailure: true,
  })
  say()
}

/** Answers how many acceptances were acknowledged. */
async function liveTogether(histories: History[], plan: Plan): Promise<number> {
  const began = new Date()
  const worlds = await createWorlds(people.samal, histories.length, plan)
  // No clock of a history comes near: whoever waits for longer than this is never left waiting.
  const horizon = new Date(began.getTime() + DAY_MS)
  const look = every(DEEDS_BETWEEN_LOOKS, async () =>
    expect(await brokenRules(horizon, began)).toEqual([]),
  )
  await Promise.all(worlds.map((world, at) => live(world, histories[at] ?? [], look)))
  // The latest of their clocks: what is over by then is left to the sweep.
  const last = new Date(Math.max(...worlds.map(({ now }) => now.getTime())))
  expect(await brokenRules(last, began)).toEqual([])
  await sweep(last)
  expect(await brokenRules(last)).toEqual([])
  expect(await lostAcceptances(...worlds)).toEqual([])
  await clearWorlds()
  return worlds.reduce((sum, { acknowledged }) => sum + acknowledged.size, 0)
}
