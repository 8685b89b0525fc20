import type pg from 'pg'
import { seal } from '@/lib/seal'
import { EDITION } from '@/lib/search/commands'
import { describedBy } from '@/lib/search/describe'
import { type SpokenWord, termsOf } from '@/lib/search/terms'
import type { Offer } from './offers'

/** Columns of the temporary table that a batch passes through, as JSON names them. */
const COLUMNS = `id uuid, kind listing_kind, owner int, city city, other_city city,
  language locale, title text, body text, published_at timestamptz, confirmed_at timestamptz,
  expires_at timestamptz, sort_at timestamptz, price_tenge int, terms text[], from_place_id text,
  to_place_id text, luggage luggage, child_seats int, pets boolean, housing_kind housing_kind,
  district text, first_night date, last_night date, max_nights int, families boolean,
  children boolean, women_only boolean, men_only boolean, smokers boolean, step_free boolean,
  confirms_registration boolean, centre_kind centre_kind, latitude float, longitude float,
  appointment appointment_rule, services centre_service[], source_url text, checked_on date,
  languages locale[], total int, held int, nights int`

/** Makes the table that batches pass through; it belongs to this connection. */
export async function prepareBatches(client: pg.Client): Promise<void> {
  await client.query(`CREATE TEMPORARY TABLE batch (${COLUMNS})`)
}

/** Writes offers of the accounts `owners`, with what they are found by; collects the words they say. */
export async function writeOffers(
  client: pg.Client,
  offers: Offer[],
  owners: number,
  words: Map<string, SpokenWord>,
): Promise<void> {
  const rows = offers.map((offer, n) => flat(offer, n % owners, words))
  await client.query('BEGIN')
  await client.query('TRUNCATE batch')
  await client.query(
    `INSERT INTO batch SELECT * FROM jsonb_to_recordset($1::jsonb) AS given (${COLUMNS})`,
    [JSON.stringify(rows)],
  )
  for (const [statement, ...values] of inserts()) await client.query(statement, values)
  await client.query('COMMIT')
}

function flat(offer: Offer, owner: number, words: Map<string, SpokenWord>): object {
  const { row, places, publishedAt, confirmedAt, expiresAt, sortAt } = offer
  const { terms, words: said } = termsOf(describedBy(row))
  for (const word of said) words.set(`${word.term} ${word.word}`, word)
  const { kind, city, language, body } = row
  const shared = {
    id: row.id,
    kind,
    owner,
    city,
    other_city: row.otherCity,
    language,
    body,
  }
  const own = { ...shared, title: row.title, terms, languages: [language], ...places }
  const dates = {
    published_at: publishedAt,
    confirmed_at: confirmedAt,
    expires_at: expiresAt,
    sort_at: sortAt,
    price_tenge: offer.priceTenge,
  }
  return { ...own, ...dates, ...rideColumns(row), ...homeColumns(row), ...centreColumns(row) }
}

function rideColumns({ ride }: Offer['row']): object {
  if (!ride) return {}
  const { fromPlace, toPlace, luggage, childSeats, pets } = ride
  const ends = { from_place_id: fromPlace.id, to_place_id: toPlace.id }
  return { ...ends, luggage, child_seats: childSeats, pets }
}

function homeColumns({ housing }: Offer['row']): object {
  if (!housing) return {}
  const { district, families, children, pets, smokers } = housing
  return {
    district,
    families,
    children,
    pets,
    smokers,
    housing_kind: housing.housingKind,
    first_night: housing.firstNight,
    last_night: housing.lastNight,
    max_nights: housing.maxNights,
    women_only: housing.womenOnly,
    men_only: housing.menOnly,
    step_free: housing.stepFree,
    confirms_registration: housing.confirmsRegistration,
  }
}

function centreColumns({ centre }: Offer['row']): object {
  if (!centre) return {}
  const { district, latitude, longitude, appointment, services } = centre
  return {
    district,
    latitude,
    longitude,
    appointment,
    services,
    centre_kind: centre.centreKind,
    step_free: centre.stepFree,
    source_url: centre.sourceUrl,
    checked_on: centre.checkedOn,
  }
}

function inserts(): [string, ...unknown[]][] {
  return [
    [
      `INSERT INTO listing (id, kind, owner_id, city, other_city, language, title, body,
         confirmed_at, expires_at, sort_at, price_tenge, created_at, submitted_at)
       SELECT batch.id, kind, author.id, city, other_city, language, title, body,
         confirmed_at, expires_at, sort_at, price_tenge, published_at, published_at
       FROM batch JOIN author ON author.number = owner`,
    ],
    [
      `INSERT INTO ride (listing_id, from_place_id, to_place_id, departs_at, price_tenge, luggage,
         child_seats, pets, languages, meeting_sealed)
       SELECT id, from_place_id, to_place_id, sort_at, price_tenge, luggage, child_seats, pets,
         languages, $1 FROM batch WHERE kind = 'ride'`,
      seal(JSON.stringify({ exactTime: '10:15', point: '', car: '', plate: '' }), 'ride.meeting'),
    ],
    [
      `INSERT INTO housing (listing_id, housing_kind, district, first_night, last_night, max_nights,
         price_tenge, families, children, women_only, men_only, pets, smokers, step_free,
         confirms_registration, languages, address_sealed)
       SELECT id, housing_kind, district, first_night, last_night, max_nights, price_tenge, families,
         children, women_only, men_only, false, smokers, step_free, confirms_registration, languages,
         $1 FROM batch WHERE kind = 'housing'`,
      seal('Улица для примера', 'housing.address'),
    ],
    [
      `INSERT INTO centre (listing_id, centre_kind, district, latitude, longitude, appointment,
         services, languages, step_free, source_url, checked_on)
       SELECT id, centre_kind, district, latitude, longitude, appointment, services, languages,
         step_free, source_url, checked_on FROM batch WHERE kind = 'centre'`,
    ],
    [
      `INSERT INTO opening_hours (listing_id, weekday, opens, closes)
       SELECT id, weekday, opens, opens + 240
       FROM batch, generate_series(1, 5) AS weekday, (VALUES (540), (840)) AS half (opens)
       WHERE kind = 'centre'`,
    ],
    [
      `INSERT INTO opening_exception (listing_id, day)
       SELECT id, current_date + 1 + (row_number() OVER ())::int % 20 FROM batch WHERE kind = 'centre'`,
    ],
    [
      `INSERT INTO wait_report (listing_id, visitor_key, minutes)
       SELECT id, 'key ' || report, 10 * report FROM batch, generate_series(1, 6) AS report
       WHERE kind = 'centre'`,
    ],
    [
      `INSERT INTO capacity (listing_id, night, total, held)
       SELECT id, CASE kind WHEN 'housing' THEN first_night + night END, total,
         CASE kind WHEN 'housing' THEN (held + night) % (total + 1) ELSE held END
       FROM batch, generate_series(0, greatest(nights - 1, 0)) AS night WHERE kind <> 'centre'`,
    ],
    [
      `INSERT INTO listing_search (listing_id, terms, edition) SELECT id, terms, $1 FROM batch
       WHERE expires_at IS NULL OR expires_at > now()`,
      EDITION,
    ],
    // Whom people sleep at is agreed on by two.
    [
      `INSERT INTO decision (listing_id, owner_id, moderator_id, action, reason, created_at)
       SELECT batch.id, author.id, moderator.id, yes::decision_action, 'fine', published_at
       FROM batch JOIN author ON author.number = owner, moderator
       WHERE yes = 'approve' OR kind = 'housing'`,
    ],
    [
      `UPDATE listing SET status = 'published', published_at = batch.published_at
       FROM batch WHERE batch.id = listing.id`,
    ],
  ]
}
