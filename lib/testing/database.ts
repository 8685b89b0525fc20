import { afterAll, inject } from 'vitest'
import { cloneDatabase } from '@/lib/testing/clone'
import { testSettings } from '@/lib/testing/settings'

/*
 * Runs before each *.db.test.ts: the file gets a database of its own, migrated and with the
 * real places, and `db` from '@/lib/db' is connected to it.
 */
const own = await cloneDatabase(inject('postgres'))
Object.assign(process.env, testSettings, {
  DATABASE_URL: own.url,
  // Some tests fill tables with what a site writes in years.
  DATABASE_TIMEOUT: '0',
})

afterAll(async () => {
  const { db } = await import('@/lib/db')
  await db.$disconnect()
  await own.drop()
})
