import { once } from 'node:events'
import { createWriteStream, existsSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { finished } from 'node:stream/promises'
import { createGzip, type Gzip } from 'node:zlib'
import pg from 'pg'
import { appliedMigrations, keptTables, quoted, spellAlike, sumOf, type TableSum } from './tables'

const ROWS_AT_ONCE = 2_000

/** The first line of a backup. */
export interface BackupHead {
  qadam: 'backup'
  version: 1
  takenAt: string
  migrations: string[]
}

/** The last line: without it the file was cut short. */
export interface BackupEnd {
  end: true
  /** The last value of every sequence that has been used. */
  sequences: Record<string, string>
}

/**
 * Writes everything worth keeping of a database, as it is at one moment, into a new file that only
 * its owner may read: compressed lines of JSON, a row being the text PostgreSQL itself gives it.
 * Sealed columns stay sealed. The site goes on meanwhile. Answers the tables with their checksums.
 */
export async function writeBackup(databaseUrl: string, file: string): Promise<TableSum[]> {
  if (existsSync(file)) throw new Error(`${file} exists already: choose another name.`)
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const part = `${file}.part`
  try {
    await spellAlike(client)
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const sums = await writeTo(client, part)
    await client.query('COMMIT')
    await settle(part)
    await rename(part, file)
    return sums
  } finally {
    await client.end()
    await rm(part, { force: true })
  }
}

async function writeTo(client: pg.Client, file: string): Promise<TableSum[]> {
  const packed = createGzip({ level: 3 })
  const disk = packed.pipe(createWriteStream(file, { mode: 0o600 }))
  const written = finished(disk)
  const broken = new Promise<never>((_, reject) => disk.once('error', reject))
  const work = (async () => {
    const head: BackupHead = {
      qadam: 'backup',
      version: 1,
      takenAt: new Date().toISOString(),
      migrations: await appliedMigrations(client),
    }
    await say(packed, [head])
    const sums: TableSum[] = []
    for (const table of await keptTables(client)) {
      const sum = await sumOf(client, table)
      await say(packed, [sum])
      await copyOut(client, table, packed)
      sums.push(sum)
    }
    const end: BackupEnd = { end: true, sequences: await sequences(client) }
    await say(packed, [end])
    packed.end()
    await written
    return sums
  })()
  // A full disk ends the work instead of leaving it to wait for room.
  return Promise.race([work, broken])
}

async function copyOut(client: pg.Client, table: string, packed: Gzip): Promise<void> {
  await client.query(
    `DECLARE kept NO SCROLL CURSOR FOR SELECT kept::text AS row FROM ${quoted(table)} AS kept`,
  )
  for (let more = true; more; ) {
    const { rows } = await client.query<{ row: string }>(`FETCH ${ROWS_AT_ONCE} FROM kept`)
    await say(
      packed,
      rows.map(({ row }) => row),
    )
    more = rows.length === ROWS_AT_ONCE
  }
  await client.query('CLOSE kept')
}

async function sequences(client: pg.Client): Promise<Record<string, string>> {
  const { rows } = await client.query<{ name: string; value: string }>(
    `SELECT sequencename AS name, last_value::text AS value FROM pg_sequences
     WHERE schemaname = 'public' AND last_value IS NOT NULL`,
  )
  return Object.fromEntries(rows.map(({ name, value }) => [name, value]))
}

async function say(packed: Gzip, lines: unknown[]): Promise<void> {
  const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('')
  if (!packed.write(text)) await once(packed, 'drain')
}

/** A backup that stands in a cache of the disk is none yet. */
async function settle(file: string): Promise<void> {
  const handle = await open(file, 'r+')
  await handle.sync()
  await handle.close()
}
