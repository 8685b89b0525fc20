import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { measureLoad } from '../load/start'
import type { BenchPage } from '../site/pages'

const CROWD = 50
const WRITES_A_SECOND = 10
const LIST = '/ru/astana/housing?sort=newest'

/**
 * A crowd on all pages while ten listings a second are confirmed and, one after the other, new ones
 * published: how many answers a second, and how long until each new listing stands in its list.
 */
export async function rush(port: number, pages: BenchPage[], seconds: number) {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  const until = performance.now() + seconds * 1_000
  const paths = [...pages.map(({ path }) => path), LIST]
  const [measured, writes, delays] = await Promise.all([
    measureLoad({ port, paths, connections: CROWD, seconds }),
    confirm(client, until),
    publishAgain(client, port, until),
  ])
  await client.end()
  const { perSecond, p50, p99, failed } = measured
  const slowest = Number((Math.max(...delays) / 1_000).toFixed(2))
  return {
    perSecond,
    p50,
    p99,
    failed,
    writes,
    published: delays.length,
    'seconds until seen': slowest,
  }
}

async function confirm(client: pg.Client, until: number): Promise<number> {
  let writes = 0
  for (; performance.now() < until; writes += 1) {
    await client.query(
      `UPDATE listing SET confirmed_at = now() WHERE id = (SELECT id FROM listing
         WHERE status = 'published' AND kind = 'ride' AND sort_at > now()
         ORDER BY sort_at LIMIT 1 OFFSET $1)`,
      [writes % 100],
    )
    await pause(1_000 / WRITES_A_SECOND)
  }
  return writes
}

async function publishAgain(client: pg.Client, port: number, until: number): Promise<number[]> {
  const delays: number[] = []
  while (performance.now() < until - 3_000) {
    const id = await publish(client)
    const began = performance.now()
    while (!(await page(port)).includes(id)) await pause(20)
    delays.push(performance.now() - began)
  }
  return delays
}

/** A home like the others of the city, published now. */
async function publish(client: pg.Client): Promise<string> {
  const { rows } = await client.query(
    `WITH model AS (
       SELECT listing.id FROM listing JOIN housing ON listing_id = listing.id
       WHERE status = 'published' AND city = 'astana' AND last_night > current_date + 5
         AND housing_kind <> 'shelter' -- which two have to agree on
       LIMIT 1
     ), home AS (
       INSERT INTO listing (kind, owner_id, city, language, title, body, status, published_at,
         expires_at, sort_at, price_tenge)
       SELECT kind, owner_id, city, language, title, body, status, now(), expires_at, sort_at, price_tenge
       FROM listing WHERE id = (SELECT id FROM model) RETURNING id
     ), facts AS (
       INSERT INTO housing (listing_id, housing_kind, first_night, last_night, max_nights, price_tenge,
         languages, address_sealed)
       SELECT home.id, housing_kind, first_night, last_night, max_nights, price_tenge, languages,
         address_sealed FROM home, housing WHERE listing_id = (SELECT id FROM model)
     ), nights AS (
       INSERT INTO capacity (listing_id, night, total)
       SELECT home.id, night, 3 FROM home, capacity WHERE listing_id = (SELECT id FROM model)
     )
     SELECT id FROM home`,
  )
  return rows[0].id
}

async function page(port: number): Promise<string> {
  return (await fetch(`http://127.0.0.1:${port}${LIST}`)).text()
}
