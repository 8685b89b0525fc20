import '@/lib/testing/wide-pool'
import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { type Cast, cast } from '@/lib/testing/cast'
import {
  clearWorlds,
  createWorld,
  type History,
  historyOf,
  live,
  lostAcceptances,
} from '@/lib/testing/histories'
import { brokenRules } from '@/lib/testing/requests'

/*
 * Random histories of people who act at once, on a real database. QADAM_HISTORIES and
 * QADAM_CLIENTS make them many (npm run test:deep); QADAM_SEED repeats a run.
 */
const HISTORIES = Number(process.env.QADAM_HISTORIES ?? 30)
const CLIENTS = Number(process.env.QADAM_CLIENTS ?? 40)
const SEED = Number(process.env.QADAM_SEED ?? Date.now() % 2 ** 31)
const CLIENTS_OF_A_HISTORY = 5
const AT_ONCE = Math.max(1, Math.round(CLIENTS / CLIENTS_OF_A_HISTORY))
const DAY_MS = 86_400_000

let people: Cast

beforeAll(async () => {
  people = await cast()
})

it(
  'nothing is overbooked, lost, idle or given back twice, whatever people do at once',
  async () => {
    console.info(`${HISTORIES} histories, ${AT_ONCE} at once, seed ${SEED}`)
    const together = fc.array(historyOf(CLIENTS_OF_A_HISTORY), {
      minLength: AT_ONCE,
      maxLength: AT_ONCE,
    })
    await fc.assert(fc.asyncProperty(together, liveTogether), {
      numRuns: Math.ceil(HISTORIES / AT_ONCE),
      seed: SEED,
      endOnFailure: true,
    })
  },
  4 * DAY_MS,
)

async function liveTogether(histories: History[]): Promise<void> {
  const worlds = await Promise.all(histories.map(() => createWorld(people.samal)))
  // No clock of a history comes near: whoever waits for longer than this is never left waiting.
  const horizon = new Date(Date.now() + DAY_MS)
  const look = async () => expect(await brokenRules(horizon)).toEqual([])
  const observe = { everySteps: 10, look }
  await Promise.all(worlds.map((world, at) => live(world, histories[at] ?? [], observe)))
  // The latest of their clocks: what is over by then is left to the sweep.
  const last = new Date(Math.max(...worlds.map(({ now }) => now.getTime())))
  expect(await brokenRules(last)).toEqual([])
  for (const world of worlds) {
    expect(await lostAcceptances(world)).toEqual([])
  }
  await clearWorlds()
}
