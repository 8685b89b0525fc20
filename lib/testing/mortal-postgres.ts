import { readFileSync } from 'node:fs'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { connectTo } from '@/lib/testing/connect'
import { scratchFolder } from '@/lib/testing/scratch'
import { seedPlaces } from '@/prisma/seed/places'
import { startEmbedded } from '@/scripts/embedded'
import { migrate } from '@/scripts/migrate'
import { commandOf, holdsWithin } from '@/scripts/processes'

/*
 * Imported before everything else, it gives this file a PostgreSQL of its own that keeps what it
 * acknowledged (fsync and all), can be killed, and comes back under the same address.
 */

/** How a database dies: one of its processes, all at once without a checkpoint, or its head alone. */
export const DEATHS = [
  'kill -9 of a backend',
  'immediate stop',
  'kill -9 of the postmaster',
] as const
export type Death = (typeof DEATHS)[number]

const folder = scratchFolder()
const dataDir = join(folder.path, 'postgres')
let server = await startEmbedded({ dataDir, durable: true })
const home = server.moved ?? dataDir
const callers = new Set<Socket>()
const door = createServer((caller) => {
  const inside = connect(server.port, '127.0.0.1')
  for (const [one, other] of [
    [caller, inside],
    [inside, caller],
  ] as const) {
    callers.add(one)
    one.on('error', () => other.destroy())
    one.on('close', () => callers.delete(one))
    one.pipe(other)
  }
})
await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve))

const url = new URL(server.url)
url.port = String((door.address() as AddressInfo).port)
process.env.DATABASE_URL = url.href
await migrate(url.href)
// Whatever imports lib/db connects to the address that stands here now.
const { prepareJobs } = await import('@/lib/notifications/worker')
await prepareJobs(url.href)
const seeding = connectTo(url.href)
await seedPlaces(seeding)
await seeding.$disconnect()

/** Lets the database die in the middle of whatever goes on and resolves when it answers again. */
export async function die(death: Death): Promise<void> {
  const postmaster = Number(readFileSync(join(home, 'postmaster.pid'), 'utf8').split('\n')[0])
  if (death === 'kill -9 of a backend') process.kill(await busyBackend(), 'SIGKILL')
  else {
    process.kill(postmaster, death === 'immediate stop' ? 'SIGQUIT' : 'SIGKILL')
    await holdsWithin(20_000, () => commandOf(postmaster) === '')
    await restart()
  }
  await untilItAnswers()
}

/** Resolves when a query succeeds. Throws when none does for half a minute. */
export async function untilItAnswers(): Promise<void> {
  const end = Date.now() + 30_000
  for (;;) {
    try {
      return await query('SELECT 1').then(() => undefined)
    } catch (error) {
      if (Date.now() > end) throw error
      await pause(50)
    }
  }
}

/** Stops it for good. */
export async function bury(): Promise<void> {
  for (const caller of callers) caller.destroy()
  door.close()
  await server.stop()
  folder.remove()
}

async function busyBackend(): Promise<number> {
  const rows = await query(`
    SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend'
      AND datname = current_database() AND pid <> pg_backend_pid()
    ORDER BY xact_start NULLS LAST LIMIT 1`)
  return Number(rows[0]?.pid)
}

// Backends that outlive their postmaster for a moment hold the shared memory.
async function restart(attempts = 20): Promise<void> {
  try {
    server = await startEmbedded({ dataDir, durable: true })
  } catch (error) {
    if (attempts === 0) throw error
    await pause(200)
    await restart(attempts - 1)
  }
}

async function query(sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url.href, connectionTimeoutMillis: 2_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return (await client.query(sql)).rows
  } finally {
    await client.end().catch(() => {})
  }
}
