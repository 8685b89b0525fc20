import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import pg from 'pg'
import { migrate } from '../migrate'
import { bareTables } from './bare'
import {
  appliedMigrations,
  keptTables,
  quoted,
  spellAlike,
  sumOf,
  type TableSum,
  writableColumns,
} from './tables'
import type { BackupEnd, BackupHead } from './write'

const ROWS_AT_ONCE = 2_000

/**
 * Fills an empty database from a backup: first with the migrations that the backup was made with,
 * then in one transaction with its rows, and compares every table by its checksum. Later
 * migrations are applied by the next start. Throws, and leaves no row, when anything differs.
 */
export async function readBackup(databaseUrl: string, file: string): Promise<TableSum[]> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const lines = linesOf(file)
  try {
    await refuseFilled(client)
    const head = headOf((await lines.next()).value)
    await migrate(databaseUrl, undefined, head.migrations)
    await refuseOther(client, head.migrations)
    await spellAlike(client)
    await client.query('BEGIN')
    const sums = await fill(client, lines)
    await client.query('COMMIT')
    return sums
  } finally {
    await lines.return(undefined)
    await client.end()
  }
}

/** Each line as what it stands for: a table's head, or the text of one of its rows. */
async function* linesOf(file: string): AsyncGenerator<unknown, undefined> {
  const disk = createReadStream(file)
  const unpacked = createGunzip()
  disk.once('error', (error) => unpacked.destroy(error))
  try {
    const input = disk.pipe(unpacked)
    for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      yield JSON.parse(line)
    }
  } finally {
    disk.destroy()
    unpacked.destroy()
  }
}

function headOf(line: unknown): BackupHead {
  const head = line as Partial<BackupHead> | undefined
  if (head?.qadam === 'backup' && head.version === 1) return head as BackupHead
  throw new Error('This file is not a backup of Qadam that this version can read.')
}

async function refuseFilled(client: pg.Client): Promise<void> {
  const { rows } = await client.query(`SELECT to_regclass('public.account') AS account`)
  if (rows[0]?.account === null) return
  const { rowCount } = await client.query('SELECT FROM account LIMIT 1')
  if (rowCount) throw new Error('This database is not empty. Restore into a new one.')
}

async function refuseOther(client: pg.Client, wanted: string[]): Promise<void> {
  const found = await appliedMigrations(client)
  const strange = wanted.filter((name) => !found.includes(name))
  if (strange.length > 0) {
    throw new Error(`The backup is of a later version: this one does not know ${strange[0]}.`)
  }
  if (found.length > wanted.length) {
    throw new Error('This database is of a later version than the backup. Restore into a new one.')
  }
}

async function fill(
  client: pg.Client,
  lines: AsyncGenerator<unknown, undefined>,
): Promise<TableSum[]> {
  const tables = await keptTables(client)
  const dressAgain = await bareTables(client, tables)
  await client.query(`TRUNCATE ${tables.map(quoted).join(', ')}`)
  const { sums, end } = await load(client, lines)
  for (const [name, value] of Object.entries(end.sequences)) {
    await client.query('SELECT setval($1::regclass, $2)', [quoted(name), value])
  }
  await dressAgain()
  for (const wanted of sums) {
    const { rows, sum } = await sumOf(client, wanted.table)
    if (rows !== wanted.rows || sum !== wanted.sum) {
      throw new Error(`The copy of ${wanted.table} differs from the original: nothing was kept.`)
    }
  }
  return sums
}

async function load(
  client: pg.Client,
  lines: AsyncGenerator<unknown, undefined>,
): Promise<{ sums: TableSum[]; end: BackupEnd }> {
  const sums: TableSum[] = []
  let insert = ''
  let rows: unknown[] = []
  const flush = async () => {
    if (rows.length > 0) await client.query(insert, [rows])
    rows = []
  }
  for await (const line of lines) {
    if (typeof line === 'string') {
      rows.push(line)
      if (rows.length === ROWS_AT_ONCE) await flush()
      continue
    }
    await flush()
    if ((line as Partial<BackupEnd>).end) return { sums, end: line as BackupEnd }
    sums.push(line as TableSum)
    insert = await insertInto(client, (line as TableSum).table)
  }
  throw new Error('The backup was cut short: nothing was kept.')
}

async function insertInto(client: pg.Client, table: string): Promise<string> {
  const columns = (await writableColumns(client, table)).join(', ')
  return `INSERT INTO ${quoted(table)} (${columns}) OVERRIDING SYSTEM VALUE
    SELECT ${columns} FROM unnest($1::${quoted(table)}[])`
}
