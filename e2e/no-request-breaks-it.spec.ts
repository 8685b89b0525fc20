import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, test } from './support/fixtures'
import type { Outcome } from './support/fuzz/main'
import { launchApp } from './support/launch'

/*
 * Seeded random requests of every kind over every route, action and handler, by guests, volunteers
 * and staff, on sockets of their own: docs/security.md. QADAM_FUZZ makes them many (npm run
 * test:deep -- fuzz), QADAM_SEED repeats a run, QADAM_FUZZ_FROM begins with one of them.
 */
const COUNT = Number(process.env.QADAM_FUZZ ?? 400)
/** The seed that found something last, so that `npm test` says the same each time; deep runs take others. */
const SEED = Number(process.env.QADAM_SEED ?? 659_902_728)
const MINUTE_MS = 60_000

test('no request gets a failure, our insides, half a page or a way out, and all are answered', async () => {
  test.setTimeout(5 * MINUTE_MS + COUNT * 500)
  const app = await launchApp('embedded')
  try {
    const outcome = await askAll(app.settings)
    console.info(JSON.stringify({ seed: SEED, ...outcome, faults: outcome.faults.length }))
    expect(outcome.faults, `QADAM_SEED=${SEED} repeats this`).toEqual([])
    expect(outcome.asked).toBe(COUNT)
    // Forms were really taken: actions answer with 303.
    expect(outcome.statuses['303']).toBeGreaterThan(COUNT / 40)
    const alive = await fetch(`${app.settings.PUBLIC_URL}/api/health`)
    expect(alive.status).toBe(200)
  } finally {
    await app.stop()
  }
})

/** Lets a process with the settings of that app ask it, and tells what it heard. */
async function askAll(settings: Record<string, string>): Promise<Outcome> {
  const counts = { QADAM_FUZZ: String(COUNT), QADAM_SEED: String(SEED) }
  const child = fork(join(import.meta.dirname, 'support/fuzz/main.ts'), [], {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, QADAM_DIST_DIR: '.next-test', ...settings, ...counts },
  })
  const [outcome] = (await Promise.race([once(child, 'message'), once(child, 'exit')])) as [Outcome]
  expect(outcome, 'the process that asks').toHaveProperty('asked')
  return outcome
}
