import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { ask } from '@/lib/watch/connection'

export type Readiness = 'ok' | 'stopping' | 'database away' | 'migrations missing'

const FOLDER = resolve(import.meta.dirname, '../../prisma/migrations')

/**
 * Whether this process can do its work: the database answers and has every migration of this
 * version. It may have more: the version before runs on while the next one starts.
 */
export async function readiness(): Promise<Readiness> {
  try {
    const rows = await ask<{ done: number }>(
      `SELECT count(DISTINCT migration_name)::int AS done FROM _prisma_migrations
       WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL AND migration_name = ANY ($1)`,
      [migrations],
    )
    return rows[0]?.done === migrations.length ? 'ok' : 'migrations missing'
  } catch {
    return 'database away'
  }
}

const migrations = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
