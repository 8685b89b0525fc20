import type { Viewer } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import type { Prisma } from '@/lib/generated/prisma/client'
import type { ListingKind, VerificationMethod } from '@/lib/generated/prisma/enums'
import type { Locale } from '@/lib/i18n/locales'
import { CITY_SLUGS, type CitySlug } from '@/lib/places/cities'
import { cityDay, dayColumn } from '@/lib/places/city-time'
import { visibleTo } from '@/lib/policy'

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
}

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
} as const satisfies Prisma.ListingSelect

type ListingRow = Prisma.ListingGetPayload<{ select: typeof listingSelect }>

export function listingView(row: ListingRow): ListingView {
  const { owner, ...shared } = row
  return { ...shared, author: { name: owner.publicName ?? '', verifiedHow: owner.verifiedHow } }
}

/** Where a list goes on: the sort key of the last card, `<milliseconds>.<id>`. */
export function cursorOf(row: { sortAt: Date; id: string }): string {
  return `${row.sortAt.getTime()}.${row.id}`
}

const CURSOR = /^(\d{1,15})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** The rows behind a cursor (keyset); an unreadable cursor is the beginning. */
export function afterCursor(cursor: string | undefined): Prisma.ListingWhereInput {
  const [, time, id] = CURSOR.exec(cursor ?? '') ?? []
  if (!time || !id) return {}
  const sortAt = new Date(Number(time))
  return { OR: [{ sortAt: { gt: sortAt } }, { sortAt, id: { gt: id } }] }
}

/** A list of one page, with a cursor when there is more. */
export interface ListPage<Card> {
  cards: Card[]
  next: string | null
}

/** Cuts the extra row that shows whether there is more. */
export function pageOf<Row extends { sortAt: Date; id: string }, Card>(
  rows: Row[],
  toCard: (row: Row) => Card,
): ListPage<Card> {
  const shown = rows.slice(0, PAGE_SIZE)
  const last = shown.at(-1)
  return {
    cards: shown.map(toCard),
    next: rows.length > PAGE_SIZE && last ? cursorOf(last) : null,
  }
}

/** Listings of a city: its own, and rides whose other end it is. */
export function inCity(city: CitySlug | null): Prisma.ListingWhereInput {
  return city ? { OR: [{ city }, { otherCity: city }] } : {}
}

/** What there is in each city now: rides, homes with a bed tonight, centres. */
export type CityCounts = Record<CitySlug, Record<ListingKind, number>>

/** Counts of what a viewer may see and use now, by city, in one statement. */
export async function countByCity(viewer: Viewer, now: Date): Promise<CityCounts> {
  const tonight = dayColumn(cityDay(now, 'Asia/Almaty'))
  const free: Prisma.CapacityWhereInput = { free: { gt: 0 } }
  const groups = await db.listing.groupBy({
    by: ['city', 'kind'],
    where: {
      full: false,
      AND: [
        visibleTo(viewer, now),
        {
          OR: [
            { kind: 'centre' },
            { kind: 'ride', capacity: { some: free } },
            { kind: 'housing', capacity: { some: { ...free, night: tonight } } },
          ],
        },
      ],
    },
    _count: true,
  })
  const count = (city: CitySlug, kind: ListingKind) =>
    groups.find((group) => group.city === city && group.kind === kind)?._count ?? 0
  return Object.fromEntries(
    CITY_SLUGS.map((city) => [
      city,
      { ride: count(city, 'ride'), housing: count(city, 'housing'), centre: count(city, 'centre') },
    ]),
  ) as CityCounts
}
