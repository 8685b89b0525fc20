import { type AddressInfo, createConnection, createServer } from 'node:net'
import pg from 'pg'
import { afterEach, expect, it } from 'vitest'
import { PrismaClient } from '@/lib/generated/prisma/client'
import { steadyPostgres } from '@/lib/outage/adapter'
import { isOutage } from '@/lib/outage/causes'
import { watchOutage } from '@/lib/outage/seen'

const clients: PrismaClient[] = []

afterEach(async () => {
  for (const client of clients.splice(0)) await client.$disconnect()
})

function connect(config: pg.PoolConfig = {}): PrismaClient {
  const connectionString = process.env.DATABASE_URL ?? ''
  const adapter = steadyPostgres({ connectionString, max: 1, ...config }, () => {})
  const client = new PrismaClient({ adapter, errorFormat: 'minimal' })
  clients.push(client)
  return client
}

/** Ends the one connection of this client behind its back. */
async function cut(client: PrismaClient): Promise<void> {
  const [row] = await client.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`
  const killer = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await killer.connect()
  await killer.query('SELECT pg_terminate_backend($1, 1000)', [row?.pid])
  await killer.end()
}

/** What a request meets: the answer or the error, and whether it was the database. */
const meet = (work: () => Promise<unknown>) =>
  watchOutage(() => work().catch((error: unknown) => error))

const row = (key: string) => ({ data: { key, hits: 1, expiresAt: new Date() } })

it('asks again what only reads, when the connection broke in the middle', async () => {
  const db = connect()
  await db.$executeRaw`CREATE SEQUENCE tries`
  const { result, outage } = await meet(async () => {
    const [asked] = await Promise.all([
      db.$queryRaw`
        SELECT CASE nextval('tries') WHEN 1 THEN pg_sleep(60)::text ELSE 'again' END AS slept`,
      cutSleeper(),
    ])
    return asked
  })
  expect(result).toEqual([{ slept: 'again' }])
  expect(outage).toBe(false)
})

it('writes nothing twice: a write on a broken connection fails and says so', async () => {
  const db = connect()
  await db.$queryRaw`SELECT 1`
  const { result, outage } = await meet(() =>
    Promise.all([
      db.$executeRaw`INSERT INTO rate_limit (key, hits, expires_at)
        SELECT 'sleeper', 1, now() FROM pg_sleep(60)`,
      cutSleeper(),
    ]),
  )
  expect(isOutage(result)).toBe(true)
  expect(outage).toBe(true)
  expect(await db.rateLimit.count({ where: { key: 'sleeper' } })).toBe(0)
})

it('works again with the first request after the connection broke', async () => {
  const db = connect()
  await cut(db)
  await db.rateLimit.create(row('back'))
  expect(await db.rateLimit.count({ where: { key: 'back' } })).toBe(1)
})

it('ends a transaction whose connection broke as an outage, and goes on', async () => {
  const db = connect()
  const { result, outage } = await meet(() =>
    db.$transaction(async (tx) => {
      await tx.rateLimit.create(row('half'))
      await Promise.all([tx.$queryRaw`SELECT pg_sleep(60)::text`, cutSleeper()])
    }),
  )
  expect(isOutage(result)).toBe(true)
  expect(outage).toBe(true)
  expect(await db.rateLimit.count({ where: { key: 'half' } })).toBe(0)
})

it('lives on when a connection ends in the moment in which it is handed over', async () => {
  const { url, close } = await endingAtOnce()
  const db = connect({ connectionString: url })
  const { result, outage } = await meet(() => db.$transaction((tx) => tx.rateLimit.count()))
  expect(isOutage(result)).toBe(true)
  expect(outage).toBe(true)
  expect(await db.rateLimit.count({ where: { key: 'nobody' } })).toBe(0)
  close()
})

it('waits for a free connection and for an answer only as long as it is told', async () => {
  const db = connect({ connectionTimeoutMillis: 1_500, options: '-c statement_timeout=3000' })
  await db.$queryRaw`SELECT 1`
  const [slow, second] = await Promise.all([
    meet(() => db.$queryRaw`SELECT pg_sleep(60)::text`),
    meet(() => db.$queryRaw`SELECT 1`),
  ])
  expect(isOutage(slow.result)).toBe(true)
  expect(isOutage(second.result)).toBe(true)
  expect([slow.outage, second.outage]).toEqual([true, true])
  expect(await db.$queryRaw`SELECT 1 AS one`).toEqual([{ one: 1 }])
})

it('does not call a broken rule an outage', async () => {
  const db = connect()
  await db.rateLimit.create(row('once'))
  const { result, outage } = await meet(() => db.rateLimit.create(row('once')))
  expect(result).toBeInstanceOf(Error)
  expect(isOutage(result)).toBe(false)
  expect(outage).toBe(false)
})

/** What PostgreSQL says to whom it throws out, as it goes over the wire. */
const THROWN_OUT = (() => {
  const words = 'SFATAL\0VFATAL\0C57P01\0Mterminating connection\0\0'
  const length = Buffer.alloc(4)
  length.writeInt32BE(4 + words.length)
  return Buffer.concat([Buffer.from('E'), length, Buffer.from(words)])
})()
const READY = Buffer.from('Z\0\0\0\u0005I', 'latin1')

/** The database at another address, where the first connection ends in the packet that opens it. */
async function endingAtOnce(): Promise<{ url: string; close: () => void }> {
  const target = new URL(process.env.DATABASE_URL ?? '')
  let isFirst = true
  const server = createServer((caller) => {
    const upstream = createConnection(Number(target.port), target.hostname)
    const endsAtOnce = isFirst
    isFirst = false
    caller.on('error', () => upstream.destroy())
    upstream.on('error', () => caller.destroy())
    caller.pipe(upstream)
    upstream.on('data', (chunk) => {
      if (!endsAtOnce || !chunk.subarray(-READY.length).equals(READY)) caller.write(chunk)
      else caller.end(Buffer.concat([chunk, THROWN_OUT]), () => upstream.destroy())
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = new URL(target)
  url.port = String((server.address() as AddressInfo).port)
  return { url: url.href, close: () => server.close() }
}

/** Ends the connection that sleeps in this database, as soon as one does. */
async function cutSleeper(): Promise<void> {
  const killer = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await killer.connect()
  for (let cuts = 0; cuts === 0; ) {
    const { rowCount } = await killer.query(`
      SELECT pg_terminate_backend(pid, 1000) FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event = 'PgSleep'`)
    cuts = rowCount ?? 0
  }
  await killer.end()
}
