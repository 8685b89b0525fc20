import type pg from 'pg'
import { seal } from '@/lib/seal'

/**
 * Writes so many requests for public rides, two of each private page: accepted ones with their seats,
 * open, declined and cancelled ones, each with a message. Then what visitors said of public listings.
 */
export async function writeRequests(client: pg.Client, count: number): Promise<void> {
  await client.query('BEGIN')
  const { rowCount: rides } = await client.query(RIDES)
  for (const [statement, ...values] of steps(count, rides ?? 0))
    await client.query(statement, values)
  await client.query('COMMIT')
}

function steps(count: number, rides: number): [string, ...unknown[]][] {
  return [
    [
      `CREATE TEMPORARY TABLE page ON COMMIT DROP AS
       SELECT gen_random_uuid() AS id, n AS number FROM generate_series(0, $1::int / 2) AS n`,
      count,
    ],
    [
      `INSERT INTO private_link (id, token_hash, locale)
       SELECT id, 'bench ' || number, (enum_range(NULL::locale))[1 + number % 3] FROM page`,
    ],
    // Every ride whose seats are held has the one request that holds them.
    [
      `CREATE TEMPORARY TABLE asked ON COMMIT DROP AS
       SELECT gen_random_uuid() AS id, page.id AS link_id, listing_id, held, n AS number, starts,
         CASE WHEN n % 2 = 0 AND n / 2 < $2::int AND held > 0 THEN 'accepted'
           WHEN n % 10 = 1 THEN 'open' WHEN n % 10 < 5 THEN 'cancelled'
           ELSE 'declined' END::request_status AS status
       FROM generate_series(0, $1::int - 1) AS n JOIN page ON page.number = n / 2
       JOIN offered ON offered.number = n / 2 % $2::int`,
      count,
      rides,
    ],
    [
      `INSERT INTO request (id, link_id, listing_id, kind, status, adults, children, starts_at,
         ends_at, created_at, expires_at, accepted_at, closed_at)
       SELECT id, link_id, listing_id, 'ride', status,
         CASE status WHEN 'accepted' THEN held ELSE 1 + number % 3 END, 0, starts,
         starts + interval '6 hours', now() - interval '1 day', starts,
         CASE status WHEN 'accepted' THEN now() END,
         CASE WHEN status IN ('cancelled', 'declined') THEN now() END
       FROM asked`,
    ],
    [
      `INSERT INTO hold (request_id, link_id, listing_id, kind, places, period)
       SELECT id, link_id, listing_id, 'ride', held, tstzrange(starts, starts + interval '6 hours')
       FROM asked WHERE status = 'accepted'`,
    ],
    [
      "INSERT INTO message (request_id, side, text_sealed) SELECT id, 'asker', $1 FROM asked",
      seal('Едем вдвоём, вещей немного.', 'message.text'),
    ],
    [
      `UPDATE listing SET open_requests = least(open, 20)
       FROM (SELECT listing_id, count(*) AS open FROM asked WHERE status = 'open' GROUP BY 1) AS waiting
       WHERE listing.id = listing_id`,
    ],
    [
      `UPDATE private_link SET open_requests = open
       FROM (SELECT link_id, count(*) AS open FROM asked WHERE status = 'open' GROUP BY 1) AS waiting
       WHERE private_link.id = link_id`,
    ],
    [
      `INSERT INTO visit (listing_id, visitor_key, problem, created_at)
       SELECT id, 'bench ' || n, CASE WHEN n % 5 = 0 THEN 'full'::report_reason END,
         now() - n * interval '3 hours'
       FROM (SELECT id, abs(hashtext(id::text)) AS hash FROM listing WHERE status = 'published') AS public,
         generate_series(1, CASE WHEN hash % 10 = 0 THEN 12 ELSE 1 END) AS n`,
    ],
  ]
}

const RIDES = `CREATE TEMPORARY TABLE offered ON COMMIT DROP AS
  SELECT listing.id AS listing_id, held, departs_at AS starts,
    row_number() OVER (ORDER BY listing.id) - 1 AS number
  FROM listing JOIN ride ON ride.listing_id = listing.id
  JOIN capacity ON capacity.listing_id = listing.id WHERE status = 'published'`
