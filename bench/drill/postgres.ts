import { existsSync, readFileSync } from 'node:fs'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { type Embedded, startEmbedded } from '@/scripts/embedded'
import { commandOf, holdsWithin } from '@/scripts/processes'

/** A PostgreSQL that keeps what it acknowledged, can be killed, and comes back under one address. */
export interface Postgres {
  url: string
  /** From now on each packet to it takes so long; 0 is none. */
  delay(milliseconds: number): void
  /** `kill -9` of its head and of all its processes; it stays away. */
  kill(): Promise<void>
  /** Starts it again and answers when it took the first query. */
  restart(): Promise<void>
  query<Row extends pg.QueryResultRow>(sql: string, values?: unknown[]): Promise<Row[]>
  stop(): Promise<void>
}

/** Starts one in this folder, behind a door that stays open while it is away. */
export async function startPostgres(dataDir: string): Promise<Postgres> {
  let server: Embedded = await startEmbedded({ dataDir, durable: true })
  let slow = 0
  const callers = new Set<Socket>()
  const door = createServer((caller) => {
    const inside = connect(server.port, '127.0.0.1')
    for (const [one, other] of [
      [caller, inside],
      [inside, caller],
    ] as const) {
      callers.add(one)
      one.on('error', () => other.destroy())
      one.on('close', () => {
        callers.delete(one)
        other.destroy()
      })
    }
    inside.pipe(caller)
    caller.on('data', (packet) => {
      if (slow === 0) inside.write(packet)
      else setTimeout(() => inside.writable && inside.write(packet), slow)
    })
  })
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve))
  const url = new URL(server.url)
  url.port = String((door.address() as AddressInfo).port)
  const home = server.moved ?? dataDir

  async function query<Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []) {
    // Straight to the server: the drill itself is not slowed down.
    const straight = new URL(server.url)
    const client = new pg.Client({
      connectionString: straight.href,
      connectionTimeoutMillis: 2_000,
    })
    client.on('error', () => {})
    try {
      await client.connect()
      return (await client.query<Row>(sql, values)).rows
    } finally {
      await client.end().catch(() => {})
    }
  }

  async function untilItAnswers(): Promise<void> {
    for (const end = Date.now() + 120_000; ; await pause(20)) {
      try {
        await query('SELECT 1')
        return
      } catch (error) {
        if (Date.now() > end) throw error
      }
    }
  }

  async function restart(attempts = 40): Promise<void> {
    try {
      server = await startEmbedded({ dataDir, durable: true })
    } catch (error) {
      // Backends that outlive their head for a moment hold the shared memory.
      if (attempts === 0) throw error
      await pause(250)
      return restart(attempts - 1)
    }
    await untilItAnswers()
  }

  return {
    url: url.href,
    query,
    restart: () => restart(),
    delay(milliseconds) {
      slow = milliseconds
    },
    async kill() {
      const file = join(home, 'postmaster.pid')
      if (!existsSync(file)) return
      const postmaster = Number(readFileSync(file, 'utf8').split('\n')[0])
      process.kill(postmaster, 'SIGKILL')
      await holdsWithin(20_000, () => commandOf(postmaster) === '')
    },
    async stop() {
      for (const caller of callers) caller.destroy()
      door.close()
      await server.stop()
    },
  }
}
