import pg from 'pg'
import { expect, it } from 'vitest'
import { db } from '@/lib/db'
import { recordStatements } from '@/lib/testing/statements'

const SLEEP_MS = 50

it('a statement is measured until its last row is here, whoever asks it', async () => {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  const recorded = recordStatements()
  await db.$queryRaw`SELECT pg_sleep(0.05)::text`
  await client.query({ text: 'SELECT pg_sleep(0.05)' })
  recorded.stop()
  await client.end()
  expect(recorded.statements).toHaveLength(2)
  for (const { milliseconds = 0 } of recorded.statements) {
    expect(milliseconds).toBeGreaterThanOrEqual(SLEEP_MS)
  }
})
