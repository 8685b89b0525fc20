import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir, totalmem } from 'node:os'
import { join, resolve } from 'node:path'
import { testSettings } from '@/lib/testing/settings'
import { build, isBuilt } from '@/scripts/build'
import { seconds, step } from '@/scripts/progress.mjs'
import { explain, onStop, stopAll, stopOnSignals, stopping } from '@/scripts/shutdown'
import { readOptions, type ScenarioName } from './options'
import { startPostgres } from './postgres'
import type { Scenario, Seen } from './world'

const RESULTS = resolve(import.meta.dirname, '../results')

/** Each failure in its own file; imported when the settings are known. */
const FILES: Record<ScenarioName, () => Promise<{ default: Scenario }>> = {
  postgres: () => import('./scenarios/postgres-killed'),
  app: () => import('./scenarios/app-killed'),
  connections: () => import('./scenarios/connections-exhausted'),
  slow: () => import('./scenarios/database-slow'),
  mail: () => import('./scenarios/mail-dead'),
  clock: () => import('./scenarios/clock-moved'),
  disk: () => import('./scenarios/disk-full'),
  backup: () => import('./scenarios/backup-restored'),
  migrations: () => import('./scenarios/migrations-under-load'),
  rolling: () => import('./scenarios/rolling-restart'),
}

stopOnSignals()
try {
  const holds = await drill()
  await stopAll(holds ? 0 : 1)
} catch (error) {
  explain(error)
  await stopAll(1)
}

async function drill(): Promise<boolean> {
  const options = readOptions(process.argv.slice(2))
  const folder = mkdtempSync(join(tmpdir(), 'qadam-drill-'))
  execFileSync('chmod', ['755', folder])
  onStop(async () => rmSync(folder, { recursive: true, force: true }))
  const postgres = await step('PostgreSQL', () => startPostgres(join(folder, 'postgres')))
  onStop(postgres.stop)
  const { QADAM_EMBEDDED: _, NEXTAUTH_URL: __, PUBLIC_URL, ...operated } = testSettings
  const settings = { ...operated, DATABASE_URL: postgres.url, TRUSTED_PROXY: '127.0.0.1' }
  Object.assign(process.env, settings, { PUBLIC_URL, DATABASE_TIMEOUT: '0' })
  if (!isBuilt()) await step('Building the pages', () => build(stopping.signal))
  const { fill } = await import('./world')
  const sites = { ...settings, DATABASE_TIMEOUT: '15' }
  const world = await step('Filling the database', () => fill(folder, postgres, options, sites))
  const { db } = await import('@/lib/db')
  onStop(() => db.$disconnect())

  const results: (Seen & { scenario: ScenarioName; took: string })[] = []
  for (const scenario of options.scenarios) {
    const began = performance.now()
    const { default: run } = await FILES[scenario]()
    console.log(`\n▸ ${scenario}`)
    const seen = await run(world).catch((error: unknown) => broken(error))
    results.push({ scenario, took: seconds(began), ...seen })
    console.log(`  expected  ${seen.expected}\n  seen      ${seen.seen}`)
    write(results)
  }
  console.log('\nscenario     holds  took      seen')
  for (const { scenario, holds, took, seen } of results) {
    const word = holds === null ? 'not run' : holds ? 'yes' : 'NO'
    console.log(`${scenario.padEnd(13)}${word.padEnd(7)}${took.padEnd(10)}${seen}`)
  }
  return results.every(({ holds }) => holds !== false)

  function write(list: typeof results): void {
    mkdirSync(RESULTS, { recursive: true })
    const at = new Date().toISOString()
    const report = {
      at,
      machine: machine(),
      command: process.argv.slice(2),
      options,
      results: list,
    }
    writeFileSync(join(RESULTS, 'drill.json'), `${JSON.stringify(report, null, 2)}\n`)
  }
}

function broken(error: unknown): Seen {
  console.error(error)
  const words = error instanceof Error ? error.message : String(error)
  return { expected: 'the drill itself works', seen: words, holds: false, figures: {} }
}

/** What a figure depends on, and how busy the machine was with others. */
function machine(): Record<string, string | number> {
  return {
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memory: `${Math.round(totalmem() / 1024 ** 3)} GB`,
    load: Number(loadavg()[0]?.toFixed(2)),
    node: process.version,
    kernel: execFileSync('uname', ['-sr'], { encoding: 'utf8' }).trim(),
  }
}
