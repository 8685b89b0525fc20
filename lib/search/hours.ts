import { Prisma } from '@/lib/generated/prisma/client'
import { CITY_SLUGS, type CitySlug, timeZoneOf } from '@/lib/places/cities'
import { cityDay, cityMinutes } from '@/lib/places/city-time'

/** Days in which the next opening is looked for; no row of holidays is as long. */
const OPENING_DAYS = 14

/** Whether anybody told us when a centre is open (`listing`, `centre` are joined). */
export const HOURS_KNOWN = isThere(
  Prisma.sql`opening_hours AS usual WHERE usual.listing_id = centre.listing_id`,
)

/**
 * `openState` for statements that choose in SQL: whether a centre is open at an instant on the
 * clock of its city. lib/search/hours.db.test.ts compares the two.
 */
export function isOpenAt(instant: Date): Prisma.Sql {
  const { day, minute } = localTime(instant)
  const now = Prisma.sql`span.opens <= ${minute} AND span.closes > ${minute}`
  return Prisma.sql`(${HOURS_KNOWN} AND ${isThere(Prisma.sql`(${spansOn(day)}) AS span WHERE ${now}`)})`
}

/** Minutes from an instant until a centre is open, 0 when it is; null when nothing says so. */
export function minutesUntilOpen(instant: Date): Prisma.Sql {
  const { day, minute } = localTime(instant)
  return Prisma.sql`(
    SELECT min(greatest(ahead.days * 1440 + span.opens - ${minute}, 0))
    FROM generate_series(0, ${OPENING_DAYS}::int) AS ahead (days),
      LATERAL (${spansOn(Prisma.sql`(${day} + ahead.days)`)}) AS span
    WHERE ahead.days * 1440 + span.closes > ${minute} AND ${HOURS_KNOWN})`
}

// An exception for the day outweighs a public holiday, and that outweighs the week.
function spansOn(day: Prisma.Sql): Prisma.Sql {
  const unusual = Prisma.sql`opening_exception AS unusual
    WHERE unusual.listing_id = centre.listing_id AND unusual.day = ${day}`
  return Prisma.sql`
    SELECT unusual.opens, unusual.closes FROM ${unusual}
      AND unusual.opens IS NOT NULL AND unusual.closes IS NOT NULL
    UNION ALL
    SELECT usual.opens, usual.closes FROM opening_hours AS usual
    WHERE usual.listing_id = centre.listing_id AND usual.weekday = extract(isodow FROM ${day})
      AND NOT EXISTS (SELECT FROM ${unusual})
      AND NOT (centre.closed_holidays
        AND EXISTS (SELECT FROM public_holiday AS holiday WHERE holiday.day = ${day} AND NOT removed))`
}

// One row at a time: for EXISTS the planner would rather read the hours of all centres at once.
function isThere(rows: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`coalesce((SELECT true FROM ${rows} LIMIT 1), false)`
}

function localTime(instant: Date): { day: Prisma.Sql; minute: Prisma.Sql } {
  const day = (city: CitySlug) => Prisma.sql`${cityDay(instant, timeZoneOf(city))}::date`
  const minute = (city: CitySlug) => Prisma.sql`${cityMinutes(instant, timeZoneOf(city))}::int`
  return { day: inEachCity(day), minute: inEachCity(minute) }
}

function inEachCity(valueIn: (city: CitySlug) => Prisma.Sql): Prisma.Sql {
  const cases = CITY_SLUGS.map((city) => Prisma.sql`WHEN ${city}::city THEN ${valueIn(city)}`)
  return Prisma.sql`(CASE listing.city ${Prisma.join(cases, ' ')} END)`
}
