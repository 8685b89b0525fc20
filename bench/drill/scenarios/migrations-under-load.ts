import { execFile } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { migrate } from '@/scripts/migrate'
import { percentile } from '../load'
import type { Scenario } from '../world'

const FOLDER = resolve(import.meta.dirname, '../../../prisma/migrations')
const GOAL_MS = 1_000
/** How many migrations count as new. */
const NEWEST = 4
/** What the version before asks all day, in the words of the tables it knew. */
const STATEMENTS = [
  `SELECT id, title FROM listing WHERE status = 'published' AND city = 'uralsk' ORDER BY sort_at, id LIMIT 20`,
  `SELECT listing.id, departs_at FROM listing JOIN ride ON listing_id = listing.id WHERE status = 'published' LIMIT 20`,
  `SELECT id, role FROM account LIMIT 1`,
  `UPDATE listing SET body = body WHERE id = (SELECT id FROM listing WHERE status = 'published' LIMIT 1)`,
]

/**
 * A database as the version before the newest migrations left it is filled; then they are applied
 * while the statements of that version run, and what waits is watched.
 */
const migrationsUnderLoad: Scenario = async ({ postgres, options }) => {
  const names = readdirSync(FOLDER)
    .filter((name) => /^\d/.test(name))
    .sort()
  const before = names.slice(0, -NEWEST)
  const url = new URL(postgres.url)
  url.pathname = '/drill_before'
  await postgres.query('CREATE DATABASE drill_before')
  await migrate(url.href, undefined, before)
  await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', 'bench/drill/fill.ts', String(options.listings)],
    { env: { ...process.env, DATABASE_URL: url.href } },
  )
  const watcher = new pg.Client({ connectionString: url.href })
  await watcher.connect()
  const times: number[] = []
  let running = true
  let failures = 0
  let longest = 0
  const crowd = Array.from({ length: 4 }, async (_, first) => {
    const client = new pg.Client({ connectionString: url.href })
    await client.connect()
    for (let n = first; running; n += 1) {
      const began = performance.now()
      await client.query(STATEMENTS[n % STATEMENTS.length] ?? '').catch(() => {
        failures += 1
      })
      times.push(performance.now() - began)
      await pause(5)
    }
    await client.end()
  })
  const watch = (async () => {
    while (running) {
      const { rows } = await watcher.query<{ ms: number }>(
        `SELECT coalesce(max(extract(epoch FROM clock_timestamp() - waitstart)) * 1000, 0)::float AS ms
         FROM pg_locks WHERE NOT granted`,
      )
      longest = Math.max(longest, rows[0]?.ms ?? 0)
      await pause(20)
    }
  })()
  await pause(1_000)
  const began = performance.now()
  const applied = await migrate(url.href)
  const took = Math.round(performance.now() - began)
  await pause(1_000)
  running = false
  await Promise.all([...crowd, watch])
  await watcher.end()
  await postgres.query('DROP DATABASE drill_before WITH (FORCE)')
  const slowest = Math.round(Math.max(...times))
  return {
    expected: `nobody waits more than ${GOAL_MS} ms for a lock; the statements of the version before go on`,
    seen: `${applied.join(', ')} in ${took} ms: ${times.length} statements, ${failures} failed, the slowest ${slowest} ms (p99 ${percentile(times, 0.99)}), the longest wait for a lock ${Math.round(longest)} ms`,
    holds: failures === 0 && slowest <= GOAL_MS && longest <= GOAL_MS,
    figures: { applied, took, statements: times.length, failures, slowest, longest },
  }
}

export default migrationsUnderLoad
