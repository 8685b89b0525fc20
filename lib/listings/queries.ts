import { GUEST, type Viewer } from '@/lib/auth/viewer'
import { holidaysAround } from '@/lib/centres/rules'
import { type Connection, db } from '@/lib/db'
import { Prisma } from '@/lib/generated/prisma/client'
import { ListingKind, type VerificationMethod } from '@/lib/generated/prisma/enums'
import { type UsualPrice, usualPrice } from '@/lib/housing/rules'
import type { Locale } from '@/lib/i18n/locales'
import { CITY_SLUGS, type CitySlug } from '@/lib/places/cities'
import { cityDay } from '@/lib/places/city-time'
import { visibleRows } from '@/lib/policy'
import { COUNTED } from '@/lib/search/schema'
import type { Chosen } from '@/lib/search/sorts'
import { OWNER } from '@/lib/search/sql'
import type { Visit } from '@/lib/visits/rules'
import { isProblem } from '@/lib/visits/schema'

/** Cards on one page of a list. */
export const PAGE_SIZE = 20

/** What every public card and page says of a listing, whatever its kind. */
export interface ListingView {
  id: string
  city: CitySlug
  sample: boolean
  language: Locale
  title: string
  body: string
  confirmedAt: Date
  author: { name: string; verifiedHow: VerificationMethod | null }
  /** The author said that it is full; places may still be free in numbers. */
  full: boolean
  /** What newcomers said of it lately (lib/visits/rules.ts). */
  visits: Visit[]
}

/** Of the words of newcomers the last ones: enough to say how many say the same. */
const LATEST_VISITS = 200

export const listingSelect = {
  id: true,
  city: true,
  sample: true,
  language: true,
  title: true,
  body: true,
  confirmedAt: true,
  full: true,
  owner: { select: { publicName: true, verifiedHow: true } },
  visits: {
    select: { problem: true, createdAt: true },
    orderBy: { createdAt: 'desc' },
    take: LATEST_VISITS,
  },
} as const satisfies Prisma.ListingSelect

type ListingRow = Prisma.ListingGetPayload<{ select: typeof listingSelect }>

export function listingView(row: ListingRow): ListingView {
  const { id, city, sample, language, title, body, confirmedAt, full, owner } = row
  const author = { name: owner.publicName ?? '', verifiedHow: owner.verifiedHow }
  const visits = row.visits.flatMap(({ problem, createdAt }) =>
    problem === null || isProblem(problem) ? [{ problem, createdAt }] : [],
  )
  return { id, city, sample, language, title, body, confirmedAt, full, author, visits }
}

/** A list of one page, with a cursor when there is more. */
export interface ListPage<Card> {
  cards: Card[]
  next: string | null
}

/**
 * A page of what was chosen and could still be read, in its order. Cuts the extra one that shows
 * whether there is more.
 */
export function pageOf<Card extends { id: string }>(
  chosen: Chosen[],
  cards: Card[],
): ListPage<Card> {
  const byId = new Map(cards.map((card) => [card.id, card]))
  const read = chosen.flatMap(({ id, cursor }) => {
    const card = byId.get(id)
    return card ? [{ card, cursor }] : []
  })
  const shown = read.slice(0, PAGE_SIZE)
  return {
    cards: shown.map(({ card }) => card),
    next: read.length > PAGE_SIZE ? (shown.at(-1)?.cursor ?? null) : null,
  }
}

/** What there is in each city now, each counted to `COUNTED` and one more. */
export type CityCounts = Record<CitySlug, Record<ListingKind, number>>

export interface CityCountRow {
  city: CitySlug
  kind: ListingKind
  count: number
}

/** Rows that count what a viewer may see and use now, by city and kind. */
export function countingByCity(viewer: Viewer, now: Date): Prisma.Sql {
  const tonight = cityDay(now, 'Asia/Almaty')
  // One row at a time, by LIMIT: the planner would rather read the beds of all homes at once.
  const hasPlace = (night: Prisma.Sql) => Prisma.sql`AND (SELECT true FROM capacity
    WHERE capacity.listing_id = listing.id AND capacity.free > 0 AND capacity.night ${night} LIMIT 1)`
  const usable = {
    ride: Prisma.sql`AND listing.sort_at > ${now}::timestamptz - interval '1 hour'
      ${hasPlace(Prisma.sql`IS NULL`)}`,
    housing: hasPlace(Prisma.sql`= ${tonight}::date`),
    centre: Prisma.empty,
  }
  const parts = Object.values(ListingKind).map(
    (kind) => Prisma.sql`
      SELECT city, ${kind}::text AS kind, (SELECT count(*) FROM (
        SELECT FROM listing
        ${OWNER}
        WHERE listing.kind = ${kind}::listing_kind AND listing.city = city.city AND NOT listing.full
          AND ${visibleRows(viewer, now, kind)} ${usable[kind]}
        ORDER BY listing.sort_at, listing.id LIMIT ${COUNTED + 1}
      ) AS usable)::int AS count
      FROM unnest(enum_range(NULL::city)) AS city`,
  )
  return Prisma.join(parts, ' UNION ALL ')
}

/** What such rows say. */
export function countsByCity(rows: CityCountRow[]): CityCounts {
  const count = (city: CitySlug, kind: ListingKind) =>
    rows.find((row) => row.city === city && row.kind === kind)?.count ?? 0
  return Object.fromEntries(
    CITY_SLUGS.map((city) => [
      city,
      { ride: count(city, 'ride'), housing: count(city, 'housing'), centre: count(city, 'centre') },
    ]),
  ) as CityCounts
}

/** What cards are read against: usual prices by city, and the public holidays around now. */
export interface Background {
  usual: Map<CitySlug, UsualPrice | null>
  holidays: ReadonlySet<string>
}

/** Offers that make a usual price: the latest of a city. */
const USUAL_OF = 200

export type BackgroundRow = { city: CitySlug; price: number } | { city: null; day: string }

/** Reads usual prices of these cities and the public holidays in one statement. */
export async function readBackground(
  cities: CitySlug[],
  now: Date,
  tx: Connection = db,
): Promise<Background> {
  const rows = await tx.$queryRaw<BackgroundRow[]>`${backgroundRows(cities, now)}`
  return backgroundOf(cities, rows)
}

/** The rows of a background as `city, price, day`, to be read together with something else. */
export function backgroundRows(cities: CitySlug[], now: Date, holidays = holidaysAround(now)) {
  return Prisma.sql`
    SELECT offered.city, latest.price, NULL::text AS day
    FROM unnest(${cities}::city[]) AS offered (city), LATERAL (
      SELECT listing.price_tenge AS price FROM listing
      ${OWNER}
      WHERE listing.kind = 'housing' AND listing.city = offered.city AND listing.price_tenge > 0
        AND ${visibleRows(GUEST, now, 'housing')}
      ORDER BY listing.published_at DESC LIMIT ${USUAL_OF}
    ) AS latest
    UNION ALL
    SELECT NULL, NULL, day::text FROM public_holiday
    WHERE NOT removed AND day BETWEEN ${holidays.from}::date AND ${holidays.to}::date`
}

/** What such rows say. */
export function backgroundOf(cities: CitySlug[], rows: BackgroundRow[]): Background {
  const pricesIn = (city: CitySlug) => rows.flatMap((row) => (row.city === city ? [row.price] : []))
  return {
    usual: new Map(cities.map((city) => [city, usualPrice(pricesIn(city))])),
    holidays: new Set(rows.flatMap((row) => (row.city === null ? [row.day] : []))),
  }
}
