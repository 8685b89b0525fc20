import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Embedded, startEmbedded } from './embedded'
import { drift, migrate } from './migrate'

const folder = mkdtempSync(join(tmpdir(), 'qadam-migrate-'))
let database: Embedded

beforeAll(async () => {
  chmodSync(folder, 0o755)
  database = await startEmbedded({ dataDir: join(folder, 'postgres'), durable: false })
}, 60_000)

afterAll(async () => {
  await database.stop()
  rmSync(folder, { recursive: true })
})

function migrations(name: string, files: Record<string, string>): string {
  const list = join(folder, name)
  for (const [migration, sql] of Object.entries(files)) {
    mkdirSync(join(list, migration), { recursive: true })
    writeFileSync(join(list, migration, 'migration.sql'), sql)
  }
  return list
}

async function query(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

async function emptyDatabase(name: string): Promise<string> {
  await query(database.url, `CREATE DATABASE ${name}`)
  const url = new URL(database.url)
  url.pathname = name
  return url.href
}

const table = `
  -- a comment; with a semicolon
  CREATE TABLE seat (id int PRIMARY KEY, free int NOT NULL, CONSTRAINT seat_free CHECK (free >= 0));
  CREATE FUNCTION take() RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    UPDATE seat SET free = free - 1;
  END $$;`

test('applies each migration once, in the order of their names', async () => {
  const url = await emptyDatabase('in_order')
  const first = migrations('in_order', { '001_table': table })
  expect(await migrate(url, first)).toEqual(['001_table'])
  expect(await migrate(url, first)).toEqual([])

  const second = migrations('in_order', { '002_row': 'INSERT INTO seat VALUES (1, 4);' })
  expect(await migrate(url, second)).toEqual(['002_row'])
  expect(await query(url, 'SELECT free FROM seat')).toEqual([{ free: 4 }])
})

test('two starters at once apply a migration once', async () => {
  const url = await emptyDatabase('at_once')
  const list = migrations('at_once', { '001_table': table })
  const applied = await Promise.all([migrate(url, list), migrate(url, list)])
  expect(applied.flat()).toEqual(['001_table'])
})

test('a migration that fails leaves nothing, says why, and is tried again when repaired', async () => {
  const url = await emptyDatabase('failing')
  const list = migrations('failing', { '001_half': 'CREATE TABLE half (id int); SELECT 1 / 0;' })
  await expect(migrate(url, list)).rejects.toThrow(/division by zero[\s\S]*001_half/)
  expect(await query(url, `SELECT to_regclass('half') AS half`)).toEqual([{ half: null }])

  migrations('failing', { '001_half': 'CREATE TABLE half (id int);' })
  expect(await migrate(url, list)).toEqual(['001_half'])
})

test('the version before this one starts on the schema of this one', async () => {
  const url = await emptyDatabase('before')
  const list = migrations('before', { '001_table': table, '002_row': 'SELECT 1;' })
  await migrate(url, list)
  expect(await migrate(url, list, ['001_table'])).toEqual([])
})

test('one that builds an index without a lock runs by itself', async () => {
  const url = await emptyDatabase('concurrent')
  const sql = 'CREATE INDEX CONCURRENTLY seat_free_index ON seat (free);'
  const list = migrations('concurrent', { '001_table': table, '002_index': sql })
  expect(await migrate(url, list)).toEqual(['001_table', '002_index'])
})

test('the migrations build exactly prisma/schema.prisma', async () => {
  expect(await drift(database.url)).toBe('')
})
