import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { MigrationList } from '@prisma/schema-engine-wasm/schema_engine_bg'
import pg from 'pg'
import { startEmbedded } from './embedded'
import { withSchemaEngine } from './schema-engine'

const root = resolve(import.meta.dirname, '..')
const schemaFile = join(root, 'prisma', 'schema.prisma')
const migrationsDir = join(root, 'prisma', 'migrations')

/** Any number, the same for every starter of this product. */
const MIGRATION_LOCK = 7_214_052
const filters = { externalTables: [], externalEnums: [] }

/**
 * Applies the migrations the database does not have yet and names them. The record is the table
 * `_prisma_migrations`, so `prisma migrate deploy` can take over at any time. Starters that come
 * together wait for each other. `only` leaves out the migrations that it does not name. Throws with the engine's words when a migration fails.
 */
export async function migrate(
  databaseUrl: string,
  folder = migrationsDir,
  only?: readonly string[],
): Promise<string[]> {
  const gate = new pg.Client({ connectionString: databaseUrl })
  await gate.connect()
  try {
    await gate.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK])
    return await withSchemaEngine(databaseUrl, async (engine) => {
      const migrationsList = readMigrations(folder, only)
      const known = { migrationsList, filters, optInToShadowDatabase: false }
      // Each script ran as one transaction: what failed earlier left nothing and may be tried again.
      const { failedMigrationNames } = await engine.diagnoseMigrationHistory(known)
      for (const migrationName of failedMigrationNames) {
        await engine.markMigrationRolledBack({ migrationName })
      }
      const done = await engine.applyMigrations({ migrationsList, filters })
      return done.appliedMigrationNames
    })
  } finally {
    await gate.end()
  }
}

/**
 * The SQL that would turn what the migrations build into prisma/schema.prisma; '' when they agree.
 * Needs the right to create a database. Does not see CHECK and EXCLUDE constraints, functions,
 * partial and expression indexes: tests name those.
 */
export async function drift(databaseUrl: string): Promise<string> {
  return difference(databaseUrl, { tag: 'migrations', ...readMigrations(migrationsDir) })
}

/** The SQL that builds prisma/schema.prisma in an empty database; the engine wants one to talk to. */
async function fromEmpty(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'qadam-'))
  chmodSync(folder, 0o755)
  const database = await startEmbedded({ dataDir: join(folder, 'postgres'), durable: false })
  try {
    return await difference(database.url, { tag: 'empty' })
  } finally {
    await database.stop()
    rmSync(folder, { recursive: true })
  }
}

async function difference(
  databaseUrl: string,
  from: { tag: 'empty' } | ({ tag: 'migrations' } & MigrationList),
): Promise<string> {
  const content = readFileSync(schemaFile, 'utf8')
  const files = [{ path: schemaFile, content }]
  return withSchemaEngine(databaseUrl, async (engine) => {
    const answer = await engine.diff({
      from,
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: true,
      filters,
    })
    return answer.exitCode === 0 ? '' : (answer.stdout ?? '')
  })
}

function readMigrations(folder: string, only?: readonly string[]): MigrationList {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && (only?.includes(entry.name) ?? true))
    .map((entry) => entry.name)
    .sort()
  return {
    baseDir: folder,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: names.map((name) => {
      const value = readFileSync(join(folder, name, 'migration.sql'), 'utf8')
      return { path: name, migrationFile: { path: 'migration.sql', content: { tag: 'ok', value } } }
    }),
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (process.argv[2] === '--from-empty') console.log(await fromEmpty())
  else console.error('node --import tsx scripts/migrate.ts --from-empty')
}
