import { readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { acceptRequest } from '@/lib/requests/commands'
import { hashEmail } from '@/lib/seal'
import { actorOf } from '@/lib/testing/cast'
import { ask } from '@/lib/testing/requests'
import { publishRide } from '@/lib/testing/rides'
import { CAST, type CastName } from '@/prisma/seed/samples/people'
import { writeSamples } from '@/prisma/seed/write-samples'
import { readBackup } from './read'
import { writeBackup } from './write'

const url = process.env.DATABASE_URL ?? ''
const made: string[] = []
let folder: string
let file: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qadam-backup-'))
  file = join(folder, 'qadam.backup')
  await writeSamples(db, new Date())
  const marta = await person('marta')
  const listingId = await publishRide(marta, await person('samal'))
  const { id } = await ask(listingId, { name: 'Тайное "имя"', text: 'Слова, с\nпереносом\\' })
  await acceptRequest(marta, id)
  await db.session.create({
    data: { tokenHash: 'session of today', accountId: marta.id, expiresAt: new Date() },
  })
  await db.$executeRaw`INSERT INTO visitor_salt (day, salt) VALUES (current_date, 'salt of today')
    ON CONFLICT DO NOTHING`
}, 60_000)

afterAll(async () => {
  for (const name of made) await query(url, `DROP DATABASE ${name} WITH (FORCE)`)
  await rm(folder, { recursive: true })
})

async function person(name: CastName) {
  const where = { emailHash: hashEmail(CAST[name].email) }
  return actorOf((await db.account.findUniqueOrThrow({ where, select: { id: true } })).id)
}

async function query(address: string, sql: string) {
  const client = new pg.Client({ connectionString: address })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

async function emptyDatabase(): Promise<string> {
  const name = `restored_${process.pid}_${made.length}`
  await query(url, `CREATE DATABASE ${name} TEMPLATE template0`)
  made.push(name)
  const address = new URL(url)
  address.pathname = name
  return address.href
}

/** What a schema is made of, in words that two databases share when they are built alike. */
const structure = (address: string) =>
  query(
    address,
    `SELECT 'index ' || indexdef AS part FROM pg_indexes WHERE schemaname = 'public'
     UNION ALL SELECT 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
       FROM pg_constraint WHERE connamespace = 'public'::regnamespace
     UNION ALL SELECT 'trigger ' || pg_get_triggerdef(oid) || tgenabled::text FROM pg_trigger WHERE NOT tgisinternal
     ORDER BY 1`,
  )

it('a restored copy equals the original, and is built like it', async () => {
  const written = await writeBackup(url, file)
  const copy = await emptyDatabase()
  const restored = await readBackup(copy, file)
  expect(restored).toEqual(written)
  expect(Number(written.find(({ table }) => table === 'listing')?.rows)).toBeGreaterThan(30)
  expect(await structure(copy)).toEqual(await structure(url))
  const holds = 'SELECT kept::text FROM hold AS kept ORDER BY 1'
  expect(await query(copy, holds)).toEqual(await query(url, holds))
  // The next number of the log goes on where the original stands.
  const next = `SELECT nextval(pg_get_serial_sequence('staff_log', 'id'))::text AS next`
  expect(await query(copy, next)).toEqual(await query(url, next))
}, 60_000)

it('keeps nothing that opens a door, and nothing in clear that is sealed', async () => {
  const text = gunzipSync(readFileSync(file)).toString()
  expect(text).toContain('"table":"request"')
  for (const trace of ['session of today', 'salt of today', 'Тайное', 'переносом']) {
    expect(text).not.toContain(trace)
  }
  expect(statSync(file).mode & 0o077).toBe(0)
})

it('never writes over a backup, nor into a database that holds something', async () => {
  await expect(writeBackup(url, file)).rejects.toThrow('exists already')
  await expect(readBackup(url, file)).rejects.toThrow('not empty')
})

it('keeps nothing of a backup that is cut short, changed or of a later version', async () => {
  const lines = gunzipSync(readFileSync(file)).toString().split('\n')
  const write = (name: string, text: string) => {
    const changed = join(folder, name)
    writeFileSync(changed, gzipSync(text))
    return changed
  }
  const cut = write('cut', lines.slice(0, -2).join('\n'))
  const changed = write('changed', lines.join('\n').replace('Еду домой', 'Иду домой'))

  const broken = write('broken', lines.join('\n'))
  truncateSync(broken, statSync(broken).size - 100)
  const later = write(
    'later',
    lines.join('\n').replace('"migrations":[', '"migrations":["9999_x",'),
  )

  const copy = await emptyDatabase()
  await expect(readBackup(copy, cut)).rejects.toThrow('cut short')
  await expect(readBackup(copy, changed)).rejects.toThrow('differs from the original')
  await expect(readBackup(copy, broken)).rejects.toThrow('unexpected end of file')
  await expect(readBackup(copy, later)).rejects.toThrow('does not know 9999_x')
  await expect(readBackup(copy, join(folder, 'nowhere'))).rejects.toThrow('ENOENT')
  expect(await query(copy, 'SELECT FROM listing')).toEqual([])
  // After all this the right file still goes in.
  await readBackup(copy, file)
  expect(await query(copy, 'SELECT count(*) FROM hold')).toEqual([{ count: '1' }])
}, 60_000)
