import type { Viewer } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import { Prisma } from '@/lib/generated/prisma/client'
import type { HousingKind } from '@/lib/generated/prisma/enums'
import {
  type Beds,
  bedsFor,
  isFarAboveUsual,
  type Night,
  runsOf,
  type Stay,
  stayOf,
  suitsOf,
} from '@/lib/housing/rules'
import type { Suit } from '@/lib/housing/schema'
import type { Locale } from '@/lib/i18n/locales'
import {
  type Background,
  type ListingView,
  type ListPage,
  listingSelect,
  listingView,
  PAGE_SIZE,
  pageOf,
  readBackground,
} from '@/lib/listings/queries'
import { FRESHNESS } from '@/lib/listings/rules'
import { type CitySlug, districtName } from '@/lib/places/cities'
import { cityDay, columnDay, dayColumn, daysBetween } from '@/lib/places/city-time'
import { visibleRows, visibleTo } from '@/lib/policy'
import { chooseHomes, type HousingFilter } from '@/lib/search/homes'
import { COUNTED } from '@/lib/search/schema'
import { OWNER } from '@/lib/search/sql'

export interface HousingCardView extends ListingView {
  housingKind: HousingKind
  /** Its name in the reader's language. */
  district: string | null
  /** Free beds for the nights asked for, else for tonight. */
  beds: Beds
  firstNight: string
  lastNight: string
  minNights: number
  maxNights: number
  priceTenge: number
  isPriceHigh: boolean
  suits: Suit[]
  confirmsRegistration: boolean
  languages: Locale[]
}

export interface HousingDetailView extends HousingCardView {
  houseRules: string
  /** Free beds by night, neighbouring nights with the same count as one. */
  nights: ReturnType<typeof runsOf>
}

/** How far beyond the nights asked for the next free night is looked for. */
const NIGHTS_AHEAD = 60

// All of Kazakhstan has one time; a list of all cities needs one zone for "tonight".
const ZONE = 'Asia/Almaty'

export function homeCardSelect(tonight: string, stay: Stay | null) {
  return {
    ...listingSelect,
    capacity: {
      where: { night: { gte: dayColumn(stay?.first ?? tonight) } },
      orderBy: { night: 'asc' },
      take: NIGHTS_AHEAD + (stay ? daysBetween(stay.first, stay.last) : 0),
      select: { night: true, total: true, free: true },
    },
    housing: { omit: { listingId: true, kind: true, addressSealed: true } },
  } as const satisfies Prisma.ListingSelect
}

/**
 * Homes that a viewer may see, one page of them: first those with a free bed that were confirmed
 * lately, the soonest first, then the others, the last confirmed first; or as they are to be
 * sorted. Homes that do not cover the nights asked for, or lack the beds, are left out.
 */
export async function listHousing(
  viewer: Viewer,
  filter: HousingFilter,
  locale: Locale,
  now: Date,
): Promise<ListPage<HousingCardView>> {
  const tonight = cityDay(now, ZONE)
  const stay = stayOf(filter, tonight)
  const chosen = await chooseHomes(viewer, filter, tonight, PAGE_SIZE + 1, now)
  if (chosen.length === 0) return { cards: [], next: null }
  const rows = await db.listing.findMany({
    where: { id: { in: chosen.map(({ id }) => id) }, AND: [visibleTo(viewer, now)] },
    select: homeCardSelect(tonight, stay),
  })
  const usual = await usualPricesFor(rows, now)
  return pageOf(
    chosen,
    rows.map((row) => homeCard(row, { locale, stay, tonight, usual })),
  )
}

/** One home. Throws NotFound when this viewer may not see it. */
export async function getHousing(
  viewer: Viewer,
  id: string,
  locale: Locale,
  now: Date,
  asked: Pick<HousingFilter, 'from' | 'to'> = {},
): Promise<HousingDetailView> {
  const tonight = cityDay(now, ZONE)
  const stay = stayOf(asked, tonight)
  const row = await db.listing.findFirst({
    where: { id, kind: 'housing', AND: [visibleTo(viewer, now)] },
    select: homeCardSelect(tonight, stay),
  })
  if (!row?.housing) throw new NotFound('housing')
  const usual = await usualPricesFor([row], now)
  return {
    ...homeCard(row, { locale, stay, tonight, usual }),
    houseRules: row.housing.houseRules,
    nights: row.full ? [] : runsOf(nightsOf(row)),
  }
}

/** Beds of a city that are free tonight in homes confirmed lately; above `COUNTED` only that. */
export async function countFreeBeds(viewer: Viewer, city: CitySlug | null, now: Date) {
  const [counted] = await db.$queryRaw<{ beds: number }[]>`${countingBeds(viewer, city, now)}`
  return counted?.beds ?? 0
}

/** One row that counts them as `beds`. */
export function countingBeds(viewer: Viewer, city: CitySlug | null, now: Date): Prisma.Sql {
  const fades = new Date(now.getTime() - FRESHNESS.housing.fadesMs)
  const here = city ? Prisma.sql`AND listing.city = ${city}::city` : Prisma.empty
  return Prisma.sql`
    SELECT least(coalesce(sum(free), 0), ${COUNTED + 1})::int AS beds FROM (
      SELECT tonight.free FROM listing
      ${OWNER}
      JOIN LATERAL (
        SELECT free FROM capacity
        WHERE listing_id = listing.id AND night = ${cityDay(now, ZONE)}::date AND free > 0 LIMIT 1
      ) AS tonight ON true
      WHERE listing.kind = 'housing' ${here} AND NOT listing.full AND listing.confirmed_at > ${fades}
        AND ${visibleRows(viewer, now, 'housing')}
      ORDER BY listing.confirmed_at DESC, listing.id DESC LIMIT ${COUNTED + 1}) AS free_tonight`
}

type CardRow = Prisma.ListingGetPayload<{ select: ReturnType<typeof homeCardSelect> }>

interface Reading {
  locale: Locale
  stay: Stay | null
  tonight: string
  usual: Background['usual']
}

/** A home as a card shows it. */
export function homeCard(row: CardRow, { locale, stay, tonight, usual }: Reading): HousingCardView {
  const { housing, capacity: _, ...listing } = row
  if (!housing) throw new Error('a housing listing without its housing')
  const { city, full } = listing
  const { district, priceTenge } = housing
  const beds = bedsFor(nightsOf(row), stay, tonight)
  return {
    ...listingView(listing),
    housingKind: housing.housingKind,
    district: district ? (districtName(city, district, locale) ?? null) : null,
    beds: full ? { ...beds, free: 0, freeFrom: null } : beds,
    firstNight: columnDay(housing.firstNight),
    lastNight: columnDay(housing.lastNight),
    minNights: housing.minNights,
    maxNights: housing.maxNights,
    priceTenge,
    isPriceHigh: isFarAboveUsual(priceTenge, usual.get(city) ?? null),
    suits: suitsOf(housing),
    confirmsRegistration: housing.confirmsRegistration,
    languages: housing.languages,
  }
}

async function usualPricesFor(rows: CardRow[], now: Date): Promise<Background['usual']> {
  const priced = rows.filter(({ housing }) => housing?.priceTenge)
  const cities = [...new Set(priced.map(({ city }) => city))]
  return cities.length > 0 ? (await readBackground(cities, now)).usual : new Map()
}

function nightsOf({ capacity }: CardRow): Night[] {
  return capacity.flatMap(({ night, total, free }) =>
    night ? [{ day: columnDay(night), total, free: free ?? 0 }] : [],
  )
}
