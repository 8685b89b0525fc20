import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { causeOf } from '@/lib/errors'
import { isOutage } from '@/lib/outage/causes'

const AGAIN_MS = 500

/**
 * The connection of the queue, which waits for a database that is away and then says again what it
 * had to say. Without that a job that was done would not be known as done, and be done twice;
 * pg-boss itself lets this error end the process. All that it says may be said twice.
 */
export function openQueue(connectionString: string) {
  const pool = new pg.Pool({
    connectionString,
    max: 2,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    application_name: 'pgboss',
  })
  // Who asks next finds out.
  pool.on('error', () => {})
  let closed = false
  let away = false

  const said = new Set<Promise<unknown>>()

  return {
    async executeSql(text: string, values: unknown[]): Promise<{ rows: unknown[] }> {
      const saying = insist(text, values)
      said.add(saying)
      return saying.finally(() => said.delete(saying))
    },
    /** Ends when all that was begun has been said, as far as the database lets it. */
    async close(): Promise<void> {
      closed = true
      await Promise.allSettled(said)
      await pool.end()
    },
  }

  async function insist(text: string, values: unknown[]): Promise<{ rows: unknown[] }> {
    for (;;) {
      try {
        const answer = await pool.query(text, values)
        away = false
        return answer
      } catch (error) {
        if (closed || !isOutage(error)) throw error
        if (!away) say(error)
        away = true
        await pause(AGAIN_MS)
      }
    }
  }
}

/** Once for each time that the database is away. */
function say(error: unknown): void {
  const time = new Date().toISOString()
  console.error(JSON.stringify({ time, jobs: 'wait for the database', cause: causeOf(error) }))
}
