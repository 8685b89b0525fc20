import { afterAll, inject } from 'vitest'
import type { PrismaClient } from '@/lib/generated/prisma/client'
import { cloneDatabase } from '@/lib/testing/clone'
import { connectTo } from '@/lib/testing/connect'

/**
 * A fresh migrated database on PostgreSQL 18 and, where installed, on 15; for
 * `describe.each(await everyPostgres())('constraints on $name', ({ db }) => …)`.
 */
export async function everyPostgres(): Promise<{ name: string; url: string; db: PrismaClient }[]> {
  const templates = [
    { name: 'PostgreSQL 18', template: inject('postgres') },
    { name: 'PostgreSQL 15', template: inject('postgres15') },
  ]
  return Promise.all(
    templates.flatMap(({ name, template }) => (template ? [connectToClone(name, template)] : [])),
  )
}

async function connectToClone(name: string, template: string) {
  const { url, drop } = await cloneDatabase(template)
  const db = connectTo(url)
  afterAll(async () => {
    await db.$disconnect()
    await drop()
  })
  return { name, url, db }
}
