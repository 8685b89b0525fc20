import pg from 'pg'
import { Asker } from '../asks'
import { percentile, type Reads, readOnce, untilRead } from '../load'
import { startSite } from '../site'
import type { Scenario } from '../world'

/** Others take every connection of PostgreSQL; then somebody locks a table that all pages read. */
const connectionsExhausted: Scenario = async ({ postgres, settings, logs, rides }) => {
  const site = await startSite({ ...settings, DATABASE_TIMEOUT: '5' }, logs)
  const asker = new Asker(site.url, rides)
  await asker.learn()
  const taken = await takeAll(postgres.url)
  const full = await crowd(site.url, 40)
  const form = await asker.send()
  for (const client of taken) await client.end()
  const afterFull = await untilRead(site.url)

  const locker = new pg.Client({ connectionString: postgres.url })
  await locker.connect()
  await locker.query('BEGIN; LOCK TABLE listing IN ACCESS EXCLUSIVE MODE')
  const locked = await crowd(site.url, 40)
  await locker.query('ROLLBACK')
  await locker.end()
  const afterLock = await untilRead(site.url)
  const lived = site.deaths() === 0
  await site.stop()

  const slowest = Math.round(Math.max(...full.times, ...locked.times))
  const statuses = (reads: Reads) => JSON.stringify(reads.statuses)
  const isCalm = (reads: Reads) =>
    Object.keys(reads.statuses).every((status) => status === '200' || status === '503')
  return {
    expected: 'every answer is a page or a 503 within 20 s, none hangs; back within 1 s',
    seen: `${taken.length} connections taken: ${statuses(full)}, a form ${form.acknowledged ? 'done' : 'kept'}, back after ${Math.round(afterFull)} ms; a table locked: ${statuses(locked)}, back after ${Math.round(afterLock)} ms; the slowest answer took ${slowest} ms`,
    holds:
      isCalm(full) &&
      isCalm(locked) &&
      slowest < 20_000 &&
      afterFull < 1_000 &&
      afterLock < 1_000 &&
      lived,
    figures: {
      full: full.statuses,
      fullP99: percentile(full.times, 0.99),
      locked: locked.statuses,
      lockedP99: percentile(locked.times, 0.99),
      lived,
    },
  }
}

async function takeAll(connectionString: string): Promise<pg.Client[]> {
  const taken: pg.Client[] = []
  for (;;) {
    const client = new pg.Client({ connectionString })
    client.on('error', () => {})
    try {
      await client.connect()
      taken.push(client)
    } catch {
      return taken
    }
  }
}

/** So many readers at once, each of a page that nobody keeps. */
async function crowd(url: string, readers: number): Promise<Reads> {
  const reads: Reads = { count: 0, failures: 0, times: [], statuses: {} }
  const paths = Array.from({ length: readers }, (_, n) => `/ru/search?q=place${n}${Date.now()}`)
  await Promise.all(paths.map((path) => readOnce(url, path, reads)))
  return reads
}

export default connectionsExhausted
