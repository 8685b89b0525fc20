import pg from 'pg'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { openQueue } from '@/lib/notifications/queue'

const url = process.env.DATABASE_URL ?? ''
const observer = new pg.Client({ connectionString: url })
const queue = openQueue(url)

beforeAll(() => observer.connect())

afterAll(async () => {
  await queue.close()
  await observer.end()
})

/** Ends every connection of the queue as soon as one sleeps. */
async function cutSleeper(): Promise<void> {
  for (let cuts = 0; cuts === 0; ) {
    const { rowCount } = await observer.query(`
      SELECT pg_terminate_backend(pid, 1000) FROM pg_stat_activity
      WHERE datname = current_database() AND application_name = 'pgboss' AND wait_event = 'PgSleep'`)
    cuts = rowCount ?? 0
  }
}

it('says again what it could not say, and once that it waits', async () => {
  const error = vi.spyOn(console, 'error').mockImplementation(() => {})
  await observer.query('CREATE SEQUENCE tries')
  const [answer] = await Promise.all([
    queue.executeSql(
      `SELECT $1::int AS one, CASE nextval('tries') WHEN 1 THEN pg_sleep(60)::text END`,
      [1],
    ),
    cutSleeper(),
  ])
  expect(answer.rows).toMatchObject([{ one: 1 }])
  expect(error).toHaveBeenCalledOnce()
  expect(error.mock.lastCall?.[0]).toContain('wait for the database')
  error.mockRestore()
})

it('hands on every other error at once', async () => {
  await expect(queue.executeSql('SELECT FROM nowhere', [])).rejects.toThrow('nowhere')
})

it('lets what was begun end before it closes', async () => {
  const closing = openQueue(url)
  const saying = closing.executeSql('SELECT 1 AS one FROM pg_sleep(0.2)', [])
  await closing.close()
  expect((await saying).rows).toEqual([{ one: 1 }])
})
