import { GUEST, type Viewer } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import type { Prisma } from '@/lib/generated/prisma/client'
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
  type UsualPrice,
  usualPrice,
} from '@/lib/housing/rules'
import type { Suit } from '@/lib/housing/schema'
import type { Locale } from '@/lib/i18n/locales'
import {
  afterCursor,
  cursorOf,
  type ListingView,
  type ListPage,
  listingSelect,
  listingView,
  PAGE_SIZE,
} from '@/lib/listings/queries'
import { FRESHNESS } from '@/lib/listings/rules'
import { type CitySlug, districtName } from '@/lib/places/cities'
import { cityDay, columnDay, dayColumn, daysBetween } from '@/lib/places/city-time'
import { visibleTo } from '@/lib/policy'

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

export interface HousingFilter {
  city: CitySlug | null
  /** Only free of charge. */
  free?: '1' | undefined
  people?: number | undefined
  /** Arrival and departure, `YYYY-MM-DD`. */
  from?: string | undefined
  to?: string | undefined
  kind?: HousingKind | undefined
  cursor?: string | undefined
}

/** How far beyond the nights asked for the next free night is looked for. */
const NIGHTS_AHEAD = 60

// All of Kazakhstan has one time; a list of all cities needs one zone for "tonight".
const ZONE = 'Asia/Almaty'

function cardSelect(tonight: string, stay: Stay | null) {
  return {
    ...listingSelect,
    sortAt: true,
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
 * lately, then the full and the faded, last those nobody confirmed for long; within each the
 * soonest first. Homes that do not cover the nights asked for, or lack the beds, are left out.
 */
export async function listHousing(
  viewer: Viewer,
  filter: HousingFilter,
  locale: Locale,
  now: Date,
): Promise<ListPage<HousingCardView>> {
  const tonight = cityDay(now, ZONE)
  const stay = stayOf(filter, tonight)
  const { group: firstGroup, after } = readCursor(filter.cursor)
  const rows: (CardRow & { group: Group })[] = []
  for (const group of GROUPS.slice(GROUPS.indexOf(firstGroup))) {
    const missing = PAGE_SIZE + 1 - rows.length
    if (missing === 0) break
    const found = await db.listing.findMany({
      where: {
        kind: 'housing',
        AND: [
          visibleTo(viewer, now),
          filter.city ? { city: filter.city } : {},
          ...filterConditions(filter, stay, tonight),
          groupCondition(group, stay, tonight, now),
          group === firstGroup ? afterCursor(after) : {},
        ],
      },
      orderBy: [{ sortAt: 'asc' }, { id: 'asc' }],
      take: missing,
      select: cardSelect(tonight, stay),
    })
    rows.push(...found.map((row) => ({ ...row, group })))
  }
  const shown = rows.slice(0, PAGE_SIZE)
  const last = shown.at(-1)
  const usual = await usualPrices(shown, now)
  return {
    cards: shown.map((row) => cardView(row, { locale, stay, tonight, usual })),
    next: rows.length > PAGE_SIZE && last ? `${last.group}.${cursorOf(last)}` : null,
  }
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
    select: cardSelect(tonight, stay),
  })
  if (!row?.housing) throw new NotFound('housing')
  const usual = await usualPrices([row], now)
  return {
    ...cardView(row, { locale, stay, tonight, usual }),
    houseRules: row.housing.houseRules,
    nights: row.full ? [] : runsOf(nightsOf(row)),
  }
}

/** Beds of a city that are free tonight in homes confirmed lately. */
export async function countFreeBeds(viewer: Viewer, city: CitySlug | null, now: Date) {
  const { _sum } = await db.capacity.aggregate({
    where: {
      night: dayColumn(cityDay(now, ZONE)),
      listing: {
        kind: 'housing',
        full: false,
        confirmedAt: { gt: before(now, FRESHNESS.housing.fadesMs) },
        AND: [visibleTo(viewer, now), city ? { city } : {}],
      },
    },
    _sum: { free: true },
  })
  return _sum.free ?? 0
}

const GROUPS = ['free', 'rest', 'sunk'] as const
type Group = (typeof GROUPS)[number]

// `<group>.<milliseconds>.<id>`: where in which group the list goes on.
function readCursor(cursor = ''): { group: Group; after?: string } {
  const [name = '', ...after] = cursor.split('.')
  const group = GROUPS.find((known) => known === name)
  return group ? { group, after: after.join('.') } : { group: 'free' }
}

function groupCondition(
  group: Group,
  stay: Stay | null,
  tonight: string,
  now: Date,
): Prisma.ListingWhereInput {
  const fades = before(now, FRESHNESS.housing.fadesMs)
  const sinks = before(now, FRESHNESS.housing.sinksMs)
  const isFree = { AND: [{ confirmedAt: { gt: fades } }, hasBeds(1, stay, tonight)] }
  if (group === 'free') return isFree
  if (group === 'rest') return { confirmedAt: { gt: sinks }, NOT: isFree }
  return { confirmedAt: { lte: sinks } }
}

function filterConditions(
  { free, people, kind }: HousingFilter,
  stay: Stay | null,
  tonight: string,
): Prisma.ListingWhereInput[] {
  const housing: Prisma.HousingWhereInput = {
    ...(free ? { priceTenge: 0 } : {}),
    ...(kind ? { housingKind: kind } : {}),
    ...(stay ? covers(stay) : {}),
  }
  return [{ housing: { is: housing } }, people ? hasBeds(people, stay, tonight) : {}]
}

function covers({ first, last }: Stay): Prisma.HousingWhereInput {
  const nights = daysBetween(first, last) + 1
  return {
    firstNight: { lte: dayColumn(first) },
    lastNight: { gte: dayColumn(last) },
    ...(nights > 1 ? { minNights: { lte: nights }, maxNights: { gte: nights } } : {}),
  }
}

// The same rule as `bedsFor`, for the database: each night of a stay, else tonight, else any
// night of an offer that begins later. A stay is covered already, so no night of it is missing.
function hasBeds(people: number, stay: Stay | null, tonight: string): Prisma.ListingWhereInput {
  const free = { gte: people }
  if (stay) {
    const night = { gte: dayColumn(stay.first), lte: dayColumn(stay.last) }
    return { full: false, capacity: { none: { night, free: { lt: people } } } }
  }
  const night = dayColumn(tonight)
  return {
    full: false,
    OR: [
      { capacity: { some: { night, free } } },
      { housing: { is: { firstNight: { gt: night } } }, capacity: { some: { free } } },
    ],
  }
}

/** What is usual in the cities of the priced homes, by city; empty when none has a price. */
async function usualPrices(rows: CardRow[], now: Date): Promise<Map<CitySlug, UsualPrice | null>> {
  const cities = [...new Set(rows.filter(hasPrice).map(({ city }) => city))]
  if (cities.length === 0) return new Map()
  const offers = await db.housing.findMany({
    where: {
      priceTenge: { gt: 0 },
      listing: { city: { in: cities }, AND: [visibleTo(GUEST, now)] },
    },
    select: { priceTenge: true, listing: { select: { city: true } } },
  })
  const pricesIn = (city: CitySlug) => offers.filter(({ listing }) => listing.city === city)
  return new Map(
    cities.map((city) => [city, usualPrice(pricesIn(city).map(({ priceTenge }) => priceTenge))]),
  )
}

type CardRow = Prisma.ListingGetPayload<{ select: ReturnType<typeof cardSelect> }>

interface Reading {
  locale: Locale
  stay: Stay | null
  tonight: string
  usual: Map<CitySlug, UsualPrice | null>
}

function cardView(row: CardRow, { locale, stay, tonight, usual }: Reading): HousingCardView {
  const { housing, capacity: _, sortAt: __, ...listing } = row
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

function nightsOf({ capacity }: CardRow): Night[] {
  return capacity.flatMap(({ night, total, free }) =>
    night ? [{ day: columnDay(night), total, free: free ?? 0 }] : [],
  )
}

function hasPrice({ housing }: CardRow): boolean {
  return housing !== null && housing.priceTenge > 0
}

function before(now: Date, milliseconds: number): Date {
  return new Date(now.getTime() - milliseconds)
}
