import '@/lib/testing/mortal-postgres'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { acceptRequest } from '@/lib/requests/commands'
import { type Cast, cast } from '@/lib/testing/cast'
import { clearWorlds, every, historyOf, live, lostAcceptances } from '@/lib/testing/histories'
import { createWorld } from '@/lib/testing/history-world'
import { bury, DEATHS, type Death, die, untilItAnswers } from '@/lib/testing/mortal-postgres'
import { ask, brokenRules } from '@/lib/testing/requests'
import { publishRide } from '@/lib/testing/rides'

/* QADAM_DEATHS makes the database die more often of each cause; QADAM_SEED repeats a run. */
const DEATHS_OF_EACH = Number(process.env.QADAM_DEATHS ?? 1)
const SEED = Number(process.env.QADAM_SEED ?? Date.now() % 2 ** 31)
const STEPS_BEFORE = 8
const MINUTE_MS = 60_000
let people: Cast
/** Deeds that a death broke off. */
let interrupted = 0

beforeAll(async () => {
  console.info(`seed ${SEED}`)
  people = await cast()
}, 60_000)

afterAll(async () => {
  await db.$disconnect()
  await bury()
})

const rounds = DEATHS.flatMap((death) =>
  fc
    .sample(historyOf(8), { numRuns: DEATHS_OF_EACH, seed: SEED })
    .map((history, round) => ({ death, history, round: `${round + 1}` })),
)

it.each(rounds)(
  'loses nothing and holds nothing twice when the database dies: $death ($round)',
  async ({ death, history }) => {
    const world = await createWorld(people.samal)
    let deaths = 0
    // Each client waits for the database and goes on with what it does next.
    await live(
      world,
      history,
      every(STEPS_BEFORE, () => dieOnce(death)),
      async () => {
        interrupted += 1
        await untilItAnswers()
        return true
      },
    )
    async function dieOnce(cause: Death): Promise<void> {
      deaths += 1
      if (deaths === 1) await die(cause)
    }
    expect(deaths).toBeGreaterThan(0)
    expect(world.acknowledged.size).toBeGreaterThan(0)
    expect(await brokenRules(world.now, world.began)).toEqual([])
    expect(await lostAcceptances(world)).toEqual([])
    await clearWorlds()
  },
  3 * MINUTE_MS,
)

it('goes on afterwards as if nothing had been', async () => {
  expect(interrupted).toBeGreaterThan(0)
  const { id } = await ask(await publishRide(people.marta, people.samal))
  await acceptRequest(people.marta, id)
  expect(await brokenRules(new Date())).toEqual([])
}, 30_000)
