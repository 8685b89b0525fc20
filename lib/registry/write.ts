import type { Connection } from '@/lib/db'
import { Conflict } from '@/lib/errors'
import { timeZoneOf } from '@/lib/places/cities'
import { cityDay } from '@/lib/places/city-time'
import type { CentreFacts } from '@/lib/registry/columns'
import { HOUSE_ID } from '@/lib/registry/house'
import { indexListings } from '@/lib/search/commands'

/** A centre and what it is to say. */
export interface CentreWrite {
  id: string
  facts: CentreFacts
}

/** Publishes new centres of the house. Many at once: a statement for each table. */
export async function publishNew(tx: Connection, centres: CentreWrite[], now: Date): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO listing (id, kind, owner_id, city, language, title, body, status, published_at, sort_at)
    SELECT id, 'centre'::listing_kind, ${HOUSE_ID}::uuid, city, language, title, body,
      'published'::listing_status, ${now}::timestamptz, ${now}::timestamptz
    FROM jsonb_populate_recordset(NULL::listing, ${shared(centres)}::jsonb)`
  await writeFacts(tx, centres, now)
}

/**
 * Changes centres that everyone sees; each a version further. A later day of checking confirms them.
 * Conflict `changed_meanwhile` when one is no longer published at the version that was read.
 */
export async function rewrite(
  tx: Connection,
  centres: (CentreWrite & { version: number })[],
  now: Date,
): Promise<void> {
  const changed = await tx.$executeRaw`
    UPDATE listing SET city = next.city, language = next.language, title = next.title,
      body = next.body, version = listing.version + 1,
      confirmed_at = CASE WHEN checked.later THEN ${now}::timestamptz ELSE confirmed_at END,
      warnings_delivered = CASE WHEN checked.later THEN 0 ELSE warnings_delivered END
    FROM jsonb_to_recordset(${shared(centres)}::jsonb)
      AS next (id uuid, version int, city city, language locale, title text, body text, checked_on date)
    JOIN centre ON centre.listing_id = next.id
    CROSS JOIN LATERAL (
      SELECT next.checked_on > coalesce(centre.checked_on, '-infinity') AS later) AS checked
    WHERE listing.id = next.id AND listing.version = next.version AND listing.status = 'published'`
  if (changed !== centres.length) throw new Conflict('changed_meanwhile')
  await writeFacts(tx, centres, now)
}

/** What is sealed of a centre stays as it is: nobody but its author has read it. */
async function writeFacts(tx: Connection, centres: CentreWrite[], now: Date): Promise<void> {
  const ids = centres.map(({ id }) => id)
  await tx.$executeRaw`
    INSERT INTO centre (listing_id, key, centre_kind, district, public_address, public_phone,
      public_building, latitude, longitude, appointment, services, documents, fees, languages,
      step_free, closed_holidays, source_url, checked_on)
    SELECT listing_id, key, centre_kind, district, public_address, public_phone,
      public_building, latitude, longitude, appointment, services, documents, fees, languages,
      step_free, closed_holidays, source_url, checked_on
    FROM jsonb_populate_recordset(NULL::centre, ${JSON.stringify(centres.map(centreRow))}::jsonb)
    ON CONFLICT (listing_id) DO UPDATE SET (centre_kind, district, public_address, public_phone,
      public_building, latitude, longitude, appointment, services, documents, fees, languages,
      step_free, closed_holidays, source_url, checked_on) = (EXCLUDED.centre_kind,
      EXCLUDED.district, EXCLUDED.public_address, EXCLUDED.public_phone, EXCLUDED.public_building,
      EXCLUDED.latitude, EXCLUDED.longitude, EXCLUDED.appointment, EXCLUDED.services,
      EXCLUDED.documents, EXCLUDED.fees, EXCLUDED.languages, EXCLUDED.step_free,
      EXCLUDED.closed_holidays, EXCLUDED.source_url, EXCLUDED.checked_on)`
  await writeWeeks(tx, centres, ids)
  await writeDays(tx, centres, ids, now)
  await indexListings(tx, ids)
}

// Only what differs, so that the log of the staff names no more than that.
async function writeWeeks(tx: Connection, centres: CentreWrite[], ids: string[]): Promise<void> {
  const spans = centres.flatMap(({ id, facts }) =>
    facts.hours.map((span) => ({ listing_id: id, ...span })),
  )
  const week = JSON.stringify(spans)
  await tx.$executeRaw`
    DELETE FROM opening_hours WHERE listing_id = ANY (${ids}::uuid[])
      AND (listing_id, weekday, opens, closes) NOT IN (
        SELECT listing_id, weekday, opens, closes
        FROM jsonb_populate_recordset(NULL::opening_hours, ${week}::jsonb))`
  await tx.$executeRaw`
    INSERT INTO opening_hours SELECT * FROM jsonb_populate_recordset(NULL::opening_hours, ${week}::jsonb)
    ON CONFLICT (listing_id, weekday, opens) DO NOTHING`
}

// Days that are over stay: they are nobody's to change.
async function writeDays(
  tx: Connection,
  centres: CentreWrite[],
  ids: string[],
  now: Date,
): Promise<void> {
  const days = JSON.stringify(
    centres.flatMap(({ id, facts }) =>
      facts.exceptions.map(({ day, hours }) => ({
        listing_id: id,
        day,
        opens: hours?.opens ?? null,
        closes: hours?.closes ?? null,
      })),
    ),
  )
  const today = JSON.stringify(
    centres.map(({ id, facts }) => ({ id, today: cityDay(now, timeZoneOf(facts.city)) })),
  )
  await tx.$executeRaw`
    DELETE FROM opening_exception AS old
    USING jsonb_to_recordset(${today}::jsonb) AS centre (id uuid, today date)
    WHERE old.listing_id = ANY (${ids}::uuid[]) AND old.listing_id = centre.id
      AND old.day >= centre.today
      AND NOT EXISTS (
        SELECT FROM jsonb_populate_recordset(NULL::opening_exception, ${days}::jsonb) AS next
        WHERE next.listing_id = old.listing_id AND next.day = old.day
          AND (next.opens, next.closes) IS NOT DISTINCT FROM (old.opens, old.closes))`
  await tx.$executeRaw`
    INSERT INTO opening_exception
    SELECT * FROM jsonb_populate_recordset(NULL::opening_exception, ${days}::jsonb)
    ON CONFLICT (listing_id, day) DO NOTHING`
}

function shared(centres: (CentreWrite & { version?: number })[]): string {
  return JSON.stringify(
    centres.map(({ id, version, facts }) => ({
      id,
      version,
      city: facts.city,
      language: facts.language,
      title: facts.title,
      body: facts.body,
      checked_on: facts.checkedOn,
    })),
  )
}

function centreRow({ id, facts }: CentreWrite) {
  return {
    listing_id: id,
    key: facts.key,
    centre_kind: facts.centreKind,
    district: facts.district,
    public_address: facts.publicAddress || null,
    public_phone: facts.publicPhone,
    public_building: facts.publicBuilding,
    latitude: facts.point?.latitude ?? null,
    longitude: facts.point?.longitude ?? null,
    appointment: facts.appointment,
    services: facts.services,
    documents: facts.documents,
    fees: facts.fees,
    languages: facts.languages,
    step_free: facts.stepFree,
    closed_holidays: facts.closedHolidays,
    source_url: facts.sourceUrl,
    checked_on: facts.checkedOn,
  }
}
