import { type Connection, db } from '@/lib/db'
import { SEALED } from '@/lib/testing/world'

/**
 * Fills the database with so many published listings of many authors: rides of the coming weeks and
 * of the past year, homes with their nights, centres with their hours, and what visitors said. In
 * plain SQL as a replica, which checks no foreign key, for speed.
 */
export async function fillCrowd(count: {
  /** The first of so many authors, where it is somebody known. */
  owner?: string
  accounts: number
  rides: number
  homes: number
  centres: number
}) {
  await db.$transaction(
    async (tx) => {
      await tx.$executeRaw`SET LOCAL session_replication_role = replica`
      await tx.$executeRaw`
        CREATE TEMPORARY TABLE crowd ON COMMIT DROP AS
        SELECT gen_random_uuid() AS id, kind::listing_kind AS kind, n,
          (enum_range(NULL::city))[1 + (n * 7) % 4] AS city,
          -- Of the rides every second has left; homes began up to a month ago.
          date_trunc('hour', now()) + (CASE kind
            WHEN 'ride' THEN (n % 2000 - 1000) * interval '1 hour'
            ELSE (n % 60 - 30) * interval '1 day' END) AS starts
        FROM (
          SELECT 'ride' AS kind, n FROM generate_series(1, ${count.rides}::int) AS n
          UNION ALL SELECT 'housing', n FROM generate_series(1, ${count.homes}::int) AS n
          UNION ALL SELECT 'centre', n FROM generate_series(1, ${count.centres}::int) AS n
        ) AS kinds`
      await fillAccounts(tx, count.accounts, count.owner)
      await fillKinds(tx)
      // A trigger says in which order they are read.
      await tx.$executeRaw`SET LOCAL session_replication_role = origin`
      await fillTerms(tx)
      await fillWords(tx, 20_000)
      await tx.$executeRaw`
        INSERT INTO visit (listing_id, visitor_key, created_at)
        SELECT id, 'key ' || visit, now() - visit * interval '1 hour'
        FROM crowd, generate_series(1, 2) AS visit WHERE n % 2 = 0`
      await tx.$executeRaw`
        INSERT INTO wait_report (listing_id, visitor_key, minutes)
        SELECT id, 'key', n % 60 FROM crowd WHERE kind = 'centre'`
    },
    { timeout: 120_000 },
  )
  await db.$executeRawUnsafe('ANALYZE')
}

type Transaction = Parameters<Parameters<typeof db.$transaction>[0]>[0]

async function fillAccounts(tx: Transaction, accounts: number, owner: string | null = null) {
  await tx.$executeRaw`
    CREATE TEMPORARY TABLE author ON COMMIT DROP AS
    SELECT CASE WHEN n = 0 THEN coalesce(${owner}::uuid, gen_random_uuid()) ELSE gen_random_uuid() END AS id, n
    FROM generate_series(0, ${accounts}::int - 1) AS n`
  await tx.$executeRaw`
    INSERT INTO account (id, email_sealed, email_hash, public_name, verified_at, verified_how, verified_by_id)
    SELECT id, ${SEALED}, 'crowd ' || n, 'Автор', now(), 'organisation', gen_random_uuid()
    FROM author WHERE NOT EXISTS (SELECT FROM account WHERE account.id = author.id)`
  await tx.$executeRaw`
    INSERT INTO listing (id, kind, owner_id, city, language, title, body, status, published_at,
      confirmed_at, expires_at, sort_at, price_tenge)
    SELECT crowd.id, kind, author.id, city, 'ru', 'Одно из многих', '', 'published',
      now() - crowd.n * interval '1 second', now() - (crowd.n % 15) * interval '1 day',
      CASE kind WHEN 'ride' THEN starts + interval '1 hour' WHEN 'housing' THEN starts + interval '40 days' END,
      starts, CASE WHEN kind = 'centre' THEN NULL ELSE (crowd.n % 3) * 1000 END
    FROM crowd JOIN author ON author.n = crowd.n % ${accounts}`
}

async function fillKinds(tx: Transaction) {
  await tx.$executeRaw`
    INSERT INTO ride (listing_id, from_place_id, to_place_id, departs_at, price_tenge, luggage, languages, meeting_sealed)
    SELECT crowd.id, place.id, 'city-uralsk', starts, (n % 3) * 1000, 'none', '{ru}', ${SEALED}
    FROM crowd JOIN (SELECT id, row_number() OVER (ORDER BY id) AS number, count(*) OVER () AS places
      FROM place WHERE id <> 'city-uralsk') AS place ON place.number = 1 + n % places
    WHERE kind = 'ride'`
  await tx.$executeRaw`
    INSERT INTO housing (listing_id, housing_kind, first_night, last_night, max_nights, price_tenge, languages, address_sealed)
    SELECT id, (enum_range(NULL::housing_kind))[1 + n % 5], starts, starts + interval '39 days', 40, (n % 3) * 1000, '{ru}', ${SEALED}
    FROM crowd WHERE kind = 'housing'`
  await tx.$executeRaw`
    INSERT INTO centre (listing_id, centre_kind, appointment, services, languages, public_building,
      public_address, latitude, longitude)
    SELECT id, 'help_point', 'walk_in', ARRAY[(enum_range(NULL::centre_service))[1 + n % 6]], '{ru}', true,
      'Дом для всех', CASE WHEN n % 10 > 0 THEN 43 + n % 800 / 100.0 END, CASE WHEN n % 10 > 0 THEN 51 + n % 2500 / 100.0 END
    FROM crowd WHERE kind = 'centre'`
  await tx.$executeRaw`
    INSERT INTO opening_hours (listing_id, weekday, opens, closes)
    SELECT id, weekday, 540, 1080 FROM crowd, generate_series(1, 5) AS weekday
    WHERE kind = 'centre' AND n % 3 > 0`
  await tx.$executeRaw`
    INSERT INTO opening_exception (listing_id, day)
    SELECT id, current_date + n % 30 FROM crowd WHERE kind = 'centre' AND n % 3 = 1`
  await tx.$executeRaw`
    INSERT INTO capacity (listing_id, night, total, held)
    SELECT id, CASE kind WHEN 'housing' THEN current_date + night END, 3, n % 4
    FROM crowd, generate_series(0, 3) AS night
    WHERE kind = 'housing' OR (kind = 'ride' AND night = 0)`
}

async function fillTerms(tx: Transaction) {
  await tx.$executeRaw`
    INSERT INTO listing_search (listing_id, terms, edition)
    SELECT id, ARRAY['is:' || kind, 'in:' || city, 'ru:слово' || n % 997, 'ru:реже' || n % 9973,
      CASE n % 5 WHEN 0 THEN 'is:flat' ELSE 'is:room' END, CASE n % 3 WHEN 0 THEN 'is:free' ELSE 'is:pets' END], 'crowd'
    FROM crowd`
}

/** Adds so many words that listings say, with every slip of them. */
export async function fillWords(tx: Connection, count: number) {
  await tx.$executeRaw`
    INSERT INTO spoken_word (term, word, sound)
    SELECT 'ru:слово' || n, 'слово' || n, 'слово' || n FROM generate_series(1, ${count}::int) AS n`
  await tx.$executeRaw`
    INSERT INTO spoken_slip
    SELECT overlay(sound PLACING '' FROM letter FOR 1), term, word, sound
    FROM spoken_word, generate_series(1, length(sound)) AS letter ON CONFLICT DO NOTHING`
}
