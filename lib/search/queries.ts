import type { Viewer } from '@/lib/auth/viewer'
import { type CentreCardView, centreCard, centreCardSelect } from '@/lib/centres/queries'
import { db } from '@/lib/db'
import type { ListingKind } from '@/lib/generated/prisma/enums'
import { countingBeds, type HousingCardView, homeCard, homeCardSelect } from '@/lib/housing/queries'
import type { Stay } from '@/lib/housing/rules'
import type { Locale } from '@/lib/i18n/locales'
import {
  type Background,
  type CityCountRow,
  type CityCounts,
  countingByCity,
  countsByCity,
  readBackground,
} from '@/lib/listings/queries'
import { freshness } from '@/lib/listings/rules'
import type { CitySlug } from '@/lib/places/cities'
import { cityDay } from '@/lib/places/city-time'
import { visibleTo } from '@/lib/policy'
import { type RideCardView, rideCard, rideCardSelect } from '@/lib/rides/queries'
import { type Asked, chooseListings, firstInCity } from '@/lib/search/choose'
import { chooseTogether } from '@/lib/search/together'

/** What was found of one kind. */
export interface Group {
  kind: ListingKind
  /** Whether it is what was asked for, and not only what would do. */
  exact: boolean
  /** To `COUNTED` and one more. */
  count: number
  cards: Card[]
}

export type Card =
  | { kind: 'ride'; card: RideCardView }
  | { kind: 'housing'; card: HousingCardView }
  | { kind: 'centre'; card: CentreCardView }

/**
 * What meets a query, by kind: first the kind that says most of its very words, of each the best
 * `take` as cards. At most three statements.
 */
export async function search(
  viewer: Viewer,
  asked: Asked,
  take: number,
  locale: Locale,
  now: Date,
): Promise<Group[]> {
  const found = await chooseListings(viewer, asked, now)
  const kinds = [...new Set(found.map(({ kind }) => kind))]
  const shown = kinds.flatMap((kind) => found.filter((one) => one.kind === kind).slice(0, take))
  const ids = shown.map(({ id }) => id)
  const cards = await readCards(viewer, ids, { locale }, now)
  return kinds.map((kind) => ({
    kind,
    exact: found.every((one) => one.exact),
    count: found.filter((one) => one.kind === kind).length,
    cards: cards.filter((card) => card.kind === kind),
  }))
}

/** What there is in each city now, and how many beds are free tonight in all. One statement. */
export async function countAll(
  viewer: Viewer,
  now: Date,
): Promise<{ counts: CityCounts; freeBeds: number }> {
  const rows = await db.$queryRaw<(CityCountRow | { city: null; count: number })[]>`
    ${countingByCity(viewer, now)}
    UNION ALL SELECT NULL, NULL, free.beds FROM (${countingBeds(viewer, null, now)}) AS free`
  return {
    counts: countsByCity(rows.filter((row) => row.city !== null)),
    freeBeds: rows.find(({ city }) => city === null)?.count ?? 0,
  }
}

/** Rows of each kind that an overview chooses the best of. */
const CONSIDERED = 8

/**
 * The best of each kind in a city now: the next rides, homes with a free bed that were confirmed
 * last, open centres. Two statements.
 */
export async function overview(
  viewer: Viewer,
  city: CitySlug,
  locale: Locale,
  now: Date,
): Promise<Card[]> {
  const choices = {
    rides: firstInCity(viewer, 'ride', city, now),
    homes: firstInCity(viewer, 'housing', city, now),
    centres: firstInCity(viewer, 'centre', city, now),
  }
  const { ids, background } = await chooseTogether(choices, { cities: [city] }, now)
  const first = Object.values(ids).flatMap((chosen) => chosen.slice(0, CONSIDERED))
  const cards = await readCards(viewer, first, { locale, background }, now)
  return cards.sort((a, b) => Number(isUsable(b, now)) - Number(isUsable(a, now)))
}

/** Of cards of several kinds those of one. */
export function cardsOf<Kind extends ListingKind>(cards: Card[], kind: Kind) {
  type Own = Extract<Card, { kind: Kind }>
  const isOwn = (card: Card): card is Own => card.kind === kind
  return cards.filter(isOwn).map(({ card }) => card as Own['card'])
}

function isUsable(found: Card, now: Date): boolean {
  const { kind, card } = found
  if (freshness({ kind, confirmedAt: card.confirmedAt }, now).state !== 'fresh') return false
  if (found.kind === 'centre') return found.card.opening.open === true
  return found.kind === 'ride' ? found.card.seats.free > 0 : found.card.beds.free > 0
}

/** How cards are read. */
interface Reading {
  locale: Locale
  /** When it has been read with the ids; else it costs a statement. */
  background?: Background
  /** The nights that are asked for. */
  stay?: Stay
  /** When centres are asked whether they are open, if not now. */
  at?: Date
}

/** The listings with these ids that a viewer may see, in this order, as cards of their kinds. */
export async function readCards(
  viewer: Viewer,
  ids: string[],
  { locale, background, stay, at }: Reading,
  now: Date,
): Promise<Card[]> {
  if (ids.length === 0) return []
  const tonight = cityDay(now, 'Asia/Almaty')
  const home = homeCardSelect(tonight, stay ?? null)
  const night = { OR: [{ night: null }, home.capacity.where] }
  const rows = await db.listing.findMany({
    where: { id: { in: ids }, AND: [visibleTo(viewer, now)] },
    select: {
      ...centreCardSelect,
      ...rideCardSelect,
      ...home,
      kind: true,
      capacity: { ...home.capacity, where: night },
    },
  })
  const priced = rows.filter(({ housing }) => housing?.priceTenge).map(({ city }) => city)
  const { usual, holidays } = background ?? (await readBackground([...new Set(priced)], now))
  const cardOf = (row: (typeof rows)[number]): Card => {
    switch (row.kind) {
      case 'ride':
        return { kind: 'ride', card: rideCard(row, locale) }
      case 'housing':
        return {
          kind: 'housing',
          card: homeCard(row, { locale, stay: stay ?? null, tonight, usual }),
        }
      case 'centre':
        return { kind: 'centre', card: centreCard(row, holidays, locale, at ?? now) }
    }
  }
  const byId = new Map(rows.map((row) => [row.id, cardOf(row)]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}
