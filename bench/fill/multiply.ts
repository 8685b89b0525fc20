import type pg from 'pg'

/**
 * Copies every public listing once as one of the past: the same offer so many rounds ago, withdrawn,
 * rejected, taken down or waiting. In plain SQL, so that a million take minutes.
 */
export async function addRound(client: pg.Client, round: number): Promise<number> {
  await client.query('BEGIN')
  await client.query('DROP TABLE IF EXISTS copied')
  const { rowCount } = await client.query(
    `CREATE TEMPORARY TABLE copied AS
     SELECT id AS original, gen_random_uuid() AS id, $1::int * interval '1440 hours' AS back,
       CASE WHEN hash < 2 THEN 'pending' WHEN hash < 40 THEN 'changes_requested'
         WHEN hash < 150 THEN 'rejected' WHEN hash < 180 THEN 'taken_down'
         ELSE 'withdrawn' END::listing_status AS status
     FROM (SELECT id, abs(hashtext(id::text || $1)) % 1000 AS hash FROM listing
       WHERE status = 'published') AS public`,
    [round],
  )
  for (const statement of COPIES) await client.query(statement)
  await client.query('COMMIT')
  return rowCount ?? 0
}

const COPIES = [
  'ALTER TABLE copied ADD PRIMARY KEY (original)',
  `INSERT INTO listing (id, kind, owner_id, city, other_city, status, language, title, body,
     published_at, confirmed_at, expires_at, sort_at, price_tenge, created_at, submitted_at)
   SELECT copied.id, kind, owner_id, city, other_city, copied.status, language, title, body,
     published_at - back, confirmed_at - back, expires_at - back, sort_at - back, price_tenge,
     created_at - back, submitted_at - back
   FROM copied JOIN listing ON listing.id = original`,
  `INSERT INTO ride (listing_id, from_place_id, to_place_id, departs_at, price_tenge, luggage,
     child_seats, pets, languages, meeting_sealed)
   SELECT id, from_place_id, to_place_id, departs_at - back, price_tenge, luggage, child_seats,
     pets, languages, meeting_sealed FROM copied JOIN ride ON listing_id = original`,
  `INSERT INTO housing (listing_id, housing_kind, district, first_night, last_night, max_nights,
     price_tenge, families, children, women_only, men_only, smokers, step_free,
     confirms_registration, languages, address_sealed)
   SELECT id, housing_kind, district, (first_night - back)::date, (last_night - back)::date,
     max_nights, price_tenge, families, children, women_only, men_only, smokers, step_free,
     confirms_registration, languages, address_sealed FROM copied JOIN housing ON listing_id = original`,
  `INSERT INTO centre (listing_id, centre_kind, district, latitude, longitude, appointment, services,
     languages, step_free, source_url, checked_on)
   SELECT id, centre_kind, district, latitude, longitude, appointment, services, languages, step_free,
     source_url, checked_on FROM copied JOIN centre ON listing_id = original`,
  // Of a home the first two nights: the others are long erased.
  `INSERT INTO capacity (listing_id, night, total, held)
   SELECT copied.id, (night - back)::date, total, held
   FROM copied JOIN capacity ON listing_id = original
     LEFT JOIN housing ON housing.listing_id = original
   WHERE night IS NULL OR night < housing.first_night + 2`,
]
