import pg from 'pg'
import type { PrismaClient } from '@/lib/generated/prisma/client'
import { prepareJobs } from '@/lib/notifications/worker'
import { seal } from '@/lib/seal'
import { writeWords } from '@/lib/search/commands'
import type { SpokenWord } from '@/lib/search/terms'
import { connectTo } from '@/lib/testing/connect'
import { fillWords } from '@/lib/testing/crowd'
import { seedPlaces } from '@/prisma/seed/places'
import { seconds } from '@/scripts/progress.mjs'
import { addRound } from './multiply'
import { offerOf } from './offers'
import { prepareBatches, writeOffers } from './write-offers'
import { writeRequests } from './write-requests'

export interface Size {
  listings: number
  published: number
  requests: number
}

const BATCH = 2_000
const SPOKEN_WORDS = 50_000

/**
 * Fills a migrated database: places, public listings with what they are found by, each
 * again in the past until there are enough, requests, words of visitors. Says how far it is.
 */
export async function fill(url: string, size: Size, spokenWords = SPOKEN_WORDS): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  const db = connectTo(url)
  await client.connect()
  try {
    await prepareJobs(url)
    await seedPlaces(db)
    await writeAuthors(client, Math.max(50, size.published / 20))
    await writePublic(client, db, size, spokenWords)
    for (let round = 1; round < size.listings / size.published; round += 1) {
      await told(`${size.published * (round + 1)} listings`, () => addRound(client, round))
    }
    await told(`${size.requests} requests`, () => writeRequests(client, size.requests))
    await told('statistics', () => client.query('VACUUM ANALYZE'))
  } finally {
    await db.$disconnect()
    await client.end()
  }
}

async function writeAuthors(client: pg.Client, count: number): Promise<void> {
  const sealed = seal('bench@example.org', 'account.email')
  await client.query('CREATE TEMPORARY TABLE moderator (id uuid, yes text)')
  const { rows } = await client.query(
    `WITH made AS (
       INSERT INTO account (email_sealed, email_hash, public_name, role)
       SELECT $1, 'bench ' || yes, 'Модератор', 'moderator'
       FROM (VALUES ('endorse'), ('approve')) AS given (yes) RETURNING id, email_hash)
     INSERT INTO moderator SELECT id, split_part(email_hash, ' ', 2) FROM made RETURNING id`,
    [sealed],
  )
  await client.query(
    `INSERT INTO account (email_sealed, email_hash, public_name, verified_at, verified_how, verified_by_id)
     SELECT $1, 'bench ' || n, 'Автор', now(), 'organisation', $2 FROM generate_series(1, $3::int) AS n`,
    [sealed, rows[0].id, count],
  )
  await client.query(
    `CREATE TEMPORARY TABLE author AS SELECT id, row_number() OVER () - 1 AS number FROM account
     WHERE verified_at IS NOT NULL`,
  )
}

async function writePublic(
  client: pg.Client,
  db: PrismaClient,
  size: Size,
  spokenWords: number,
): Promise<void> {
  const places = await db.place.findMany()
  const { rows } = await client.query('SELECT count(*)::int AS authors FROM author')
  const words = new Map<string, SpokenWord>()
  const now = new Date()
  await prepareBatches(client)
  await told(`${size.published} public listings`, async () => {
    for (let first = 0; first < size.published; first += BATCH) {
      const numbers = Math.min(BATCH, size.published - first)
      const offers = Array.from({ length: numbers }, (_, n) => offerOf(first + n, places, now))
      await writeOffers(client, offers, rows[0].authors, words)
    }
  })
  await told('words', () =>
    db.$transaction(
      async (tx) => {
        await writeWords(tx, [...words.values()])
        await fillWords(tx, spokenWords)
      },
      { timeout: 120_000 },
    ),
  )
}

async function told<T>(what: string, work: () => Promise<T>): Promise<T> {
  const began = performance.now()
  const result = await work()
  console.log(`  ${what}: ${seconds(began)}`)
  return result
}
