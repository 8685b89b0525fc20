import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { prepareJobs } from '@/lib/notifications/worker'
import { connectTo } from '@/lib/testing/connect'
import { startPostgres15 } from '@/lib/testing/postgres15'
import { scratchFolder } from '@/lib/testing/scratch'
import { seedPlaces } from '@/prisma/seed/places'
import { startEmbedded } from '@/scripts/embedded'
import { migrate } from '@/scripts/migrate'

declare module 'vitest' {
  interface ProvidedContext {
    /** The migrated database with its places that every test file copies. */
    postgres: string
    /** The same on PostgreSQL 15; null where it is not installed. */
    postgres15: string | null
  }
}

/** Starts the servers once for the whole run and makes the databases that test files copy. */
export default async function startPostgres(project: TestProject): Promise<() => Promise<void>> {
  const folder = scratchFolder()
  const eighteen = await startEmbedded({ dataDir: join(folder.path, '18'), durable: false })
  const fifteen = await startPostgres15(join(folder.path, '15'))
  const stop = async () => {
    await eighteen.stop()
    await fifteen?.stop()
    folder.remove()
  }
  try {
    await prepare(eighteen.url)
    if (fifteen) await prepare(fifteen.url)
  } catch (error) {
    await stop()
    throw error
  }
  project.provide('postgres', eighteen.url)
  project.provide('postgres15', fifteen?.url ?? null)
  return stop
}

async function prepare(url: string): Promise<void> {
  await migrate(url)
  await prepareJobs(url)
  const db = connectTo(url)
  await seedPlaces(db)
  await db.$disconnect()
}
