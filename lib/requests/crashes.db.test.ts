import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { setPlaces } from '@/lib/listings/commands'
import { acceptRequest } from '@/lib/requests/commands'
import { type Cast, cast } from '@/lib/testing/cast'
import { clearWorlds, every, historyOf, live, lostAcceptances } from '@/lib/testing/histories'
import { createWorld } from '@/lib/testing/history-world'
import { ask, brokenRules } from '@/lib/testing/requests'
import { publishRide } from '@/lib/testing/rides'

/* QADAM_DEATHS makes connections and processes die more often; QADAM_SEED repeats a run. */
const DEATHS = Number(process.env.QADAM_DEATHS ?? 1)
const SEED = Number(process.env.QADAM_SEED ?? Date.now() % 2 ** 31)
const HISTORIES_OF_A_DEATH = 4
const ACCEPTED_BEFORE_THE_KILL = 15
const MINUTE_MS = 60_000
const observer = new pg.Client({ connectionString: process.env.DATABASE_URL })
let people: Cast

beforeAll(async () => {
  people = await cast()
  await observer.connect()
})

afterAll(() => observer.end())

const broken = 'loses nothing and holds nothing twice when connections break in the middle'
it(broken, { timeout: DEATHS * 3 * MINUTE_MS }, async () => {
  console.info(`seed ${SEED}`)
  let cuts = 0
  const look = async () => {
    const { rowCount } = await observer.query(`
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid() AND xact_start IS NOT NULL
      ORDER BY random() LIMIT 1`)
    cuts += rowCount ?? 0
  }
  const numRuns = HISTORIES_OF_A_DEATH * DEATHS
  const histories = fc.sample(historyOf(8), { numRuns, seed: SEED })
  for (const history of histories) {
    const world = await createWorld(people.samal)
    await live(world, history, every(3, look), () => true)
    expect(await brokenRules(world.now, world.began)).toEqual([])
    expect(await lostAcceptances(world)).toEqual([])
    await clearWorlds()
  }
  expect(cuts).toBeGreaterThan(histories.length)
  console.info(`${cuts} connections cut in ${histories.length} histories`)
})

const killed = 'loses nothing and holds nothing twice when the process is killed (%i)'
const rounds = Array.from({ length: DEATHS }, (_, round) => round + 1)
it.each(rounds)(killed, { timeout: 3 * MINUTE_MS }, async () => {
  const listingId = await publishRide(people.marta, people.samal, { seats: 50 })
  const url = new URL(process.env.DATABASE_URL ?? '')
  url.searchParams.set('application_name', 'restless')
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'lib/testing/restless.ts', listingId, people.marta.id],
    { env: { ...process.env, DATABASE_URL: url.href }, stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const accepted = new Set<string>()
  const ending = new Set<string>()
  for await (const words of createInterface({ input: child.stdout })) {
    const [what, id = ''] = words.split(' ')
    if (what === 'accepted') accepted.add(id)
    else ending.add(id)
    if (accepted.size === ACCEPTED_BEFORE_THE_KILL) child.kill('SIGKILL')
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  expect(child.signalCode).toBe('SIGKILL')
  await expect.poll(openConnections, { timeout: 10_000 }).toBe(0)

  expect(await brokenRules(new Date())).toEqual([])
  const kept = [...accepted].filter((id) => !ending.has(id))
  expect(kept.length).toBeGreaterThan(0)
  expect(await db.hold.count({ where: { requestId: { in: kept } } })).toBe(kept.length)

  const { id } = await ask(listingId)
  await acceptRequest(people.marta, id)
  await setPlaces(people.marta, listingId, 50)
  expect(await brokenRules(new Date())).toEqual([])
})

async function openConnections(): Promise<number> {
  const { rows } = await observer.query<{ open: number }>(`
    SELECT count(*)::int AS open FROM pg_stat_activity
    WHERE datname = current_database() AND application_name = 'restless'`)
  return rows[0]?.open ?? 0
}
