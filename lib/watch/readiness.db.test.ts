import { afterAll, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { closeWatch } from '@/lib/watch/connection'
import { readiness } from '@/lib/watch/readiness'

afterAll(closeWatch)

it('is ok with the migrations of this version, and with those of a later one', async () => {
  expect(await readiness()).toBe('ok')
  await db.$executeRaw`
    INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
    VALUES ('later', '', '20991231000000_later', now(), 1)`
  expect(await readiness()).toBe('ok')
})

it('misses a migration that is not there, or did not end', async () => {
  const name = '20261122120000_requests'
  await db.$executeRaw`
    UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name = ${name}`
  expect(await readiness()).toBe('migrations missing')
  await db.$executeRaw`
    UPDATE _prisma_migrations SET finished_at = now() WHERE migration_name = ${name}`
  expect(await readiness()).toBe('ok')
})

it('says that the database is away, and notices when it is back', async () => {
  const url = process.env.DATABASE_URL
  await closeWatch()
  process.env.DATABASE_URL = 'postgresql://nobody@127.0.0.1:1/nothing'
  expect(await readiness()).toBe('database away')
  await closeWatch()
  process.env.DATABASE_URL = url
  expect(await readiness()).toBe('ok')
})
