import { readMetricsListen, readSettings } from '@/lib/env'
import { reachDatabase } from './database'
import { loadDotEnv } from './environment'
import { step } from './progress.mjs'
import { explain, onStop, stopAll, stopOnSignals, stopping } from './shutdown'

stopOnSignals()
try {
  await start()
} catch (error) {
  if (!stopping.signal.aborted) {
    explain(error)
    await stopAll(1)
  }
}

/** `npm run worker`: the background work alone, for a site that runs with QADAM_WORKER=separate. */
async function start(): Promise<void> {
  loadDotEnv()
  const given = process.env.DATABASE_URL
  if (!given) {
    throw new Error(
      'npm run worker needs a DATABASE_URL. With the embedded database npm start does this work itself.',
    )
  }
  // Only the embedded database switches samples and mailbox on, never a setting left behind.
  delete process.env.QADAM_EMBEDDED
  const { databaseUrl, ownerUrl } = readSettings(process.env)
  await step('Database', () => reachDatabase(databaseUrl))
  const { prepareDatabase } = await import('./prepare')
  await step('Migrations', () => prepareDatabase(databaseUrl, ownerUrl))
  delete process.env.DATABASE_OWNER_URL
  // Only now: lib/db takes its settings when it is loaded, and they may stand in .env.
  const { db } = await import('@/lib/db')
  const { prepareJobs, startWorker } = await import('@/lib/notifications/worker')
  onStop(() => db.$disconnect())
  await prepareJobs(databaseUrl)
  const worker = await startWorker(databaseUrl)
  onStop(worker.stop)
  await tellFigures()
  console.log('The worker is ready. Ctrl-C stops it.')
}

async function tellFigures(): Promise<void> {
  const listen = readMetricsListen(process.env)
  if (!listen) return
  const { openMetrics } = await import('@/server/metrics')
  onStop((await openMetrics(listen)).close)
}
