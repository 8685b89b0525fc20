/*
 * Sends seeded random requests to a running Qadam and tells its parent what went wrong. Its
 * settings are those of the app, of which everything may be broken afterwards.
 */

import { fault } from './judge'
import { randomOf } from './random'
import { anyRequest } from './requests'
import { talk } from './wire'
import { createWorld, type World } from './world'

export interface Outcome {
  asked: number
  statuses: Record<string, number>
  faults: { index: number; what: string; fault: string; request: string }[]
  slowest: { index: number; what: string; ms: number }
}

const COUNT = Number(process.env.QADAM_FUZZ ?? 400)
const SEED = Number(process.env.QADAM_SEED)
const FIRST = Number(process.env.QADAM_FUZZ_FROM ?? 0)
const PATIENCE_MS = Number(process.env.QADAM_FUZZ_PATIENCE_MS ?? 30_000)
const AT_ONCE = 4
/** Requests after which people, listings and sessions are made anew: the old ones are worn out. */
const WORLD_LASTS = 1_000
const MOST_FAULTS = 40

const origin = process.env.PUBLIC_URL ?? ''
const outcome: Outcome = {
  asked: 0,
  statuses: {},
  faults: [],
  slowest: { index: -1, what: '', ms: 0 },
}

for (let from = FIRST; from < FIRST + COUNT; from += WORLD_LASTS) {
  const world = await createWorld(Number(new URL(origin).port), origin)
  const until = Math.min(from + WORLD_LASTS, FIRST + COUNT)
  let next = from
  const ask = async () => {
    for (let index = next++; index < until; index = next++) await sendOne(world, index)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, ask))
  if (COUNT > WORLD_LASTS) console.log(`${outcome.asked} asked, ${outcome.faults.length} faults`)
}
process.send?.(outcome)
process.exit(0)

async function sendOne(world: World, index: number): Promise<void> {
  const { what, bytes, whole } = anyRequest(randomOf(SEED, index), world)
  const began = performance.now()
  const heard = await talk(world.port, bytes, whole, PATIENCE_MS)
  const ms = Math.round(performance.now() - began)
  if (ms > outcome.slowest.ms) outcome.slowest = { index, what, ms }
  outcome.asked += 1
  const status = String(heard.answers[0]?.status ?? 'closed')
  outcome.statuses[status] = (outcome.statuses[status] ?? 0) + 1
  const found = fault(heard, origin)
  if (!found || outcome.faults.length >= MOST_FAULTS) return
  const request = bytes.subarray(0, 3_000).toString('latin1')
  outcome.faults.push({ index, what, fault: found, request })
  console.log(`request ${index}, ${what}: ${found}`)
}
