import type { Viewer } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import type { Prisma } from '@/lib/generated/prisma/client'
import type { Luggage } from '@/lib/generated/prisma/enums'
import type { Locale } from '@/lib/i18n/locales'
import {
  inCity,
  type ListingView,
  type ListPage,
  listingSelect,
  listingView,
  PAGE_SIZE,
  pageOf,
} from '@/lib/listings/queries'
import { kilometres, type Position, readPosition } from '@/lib/places/position'
import {
  noticeOf,
  noticeSelect,
  otherSide,
  otherSideSelect,
  type PlaceName,
  type PlaceNotice,
  placeName,
  placeNameSelect,
} from '@/lib/places/queries'
import { visibleTo } from '@/lib/policy'
import { chooseNearest, dayRange, type RideFilter } from '@/lib/search/rides'
import { afterCursor, cursorOf, orderBy, placeCursor, sortSelect } from '@/lib/search/sorts'
import { isMeetable, saying } from '@/lib/search/sql'

export interface RideCardView extends ListingView {
  from: PlaceName
  to: PlaceName
  /** The full hour in which it leaves. */
  departsAt: Date
  seats: { free: number; total: number }
  priceTenge: number
  childSeats: number
  pets: boolean
  /** Whether a woman may ask for women only. */
  womenOnRequest: boolean
  luggage: Luggage
  languages: Locale[]
  /** From where the reader is to its start, when both are known. */
  distanceKm?: number | undefined
}

export interface RideDetailView extends RideCardView {
  /** The Russian post opposite, when it starts at a crossing. */
  otherSide: string | null
  notices: PlaceNotice[]
}

export const rideCardSelect = {
  ...listingSelect,
  ...sortSelect,
  capacity: { select: { total: true, free: true } },
  ride: {
    select: {
      departsAt: true,
      priceTenge: true,
      childSeats: true,
      pets: true,
      womenOnRequest: true,
      luggage: true,
      languages: true,
      fromPlace: { select: { ...placeNameSelect, latitude: true, longitude: true } },
      toPlace: { select: placeNameSelect },
    },
  },
} as const satisfies Prisma.ListingSelect

/** Rides that a viewer may see, one page of them, soonest first or as they are to be sorted. */
export async function listRides(
  viewer: Viewer,
  filter: RideFilter,
  locale: Locale,
  now: Date,
): Promise<ListPage<RideCardView>> {
  const near = filter.near ? readPosition(filter.near) : null
  if (filter.sort === 'nearest' && near) return listNearest(viewer, filter, near, locale, now)
  const sort = filter.sort && filter.sort !== 'nearest' ? filter.sort : 'soonest'
  const rows = await db.listing.findMany({
    where: {
      AND: [
        visibleTo(viewer, now, 'ride'),
        isAhead(now),
        inCity(filter.city),
        saying(filter.words),
        rideConditions(filter),
        afterCursor(sort, filter.cursor),
      ],
    },
    orderBy: orderBy(sort),
    take: PAGE_SIZE + 1,
    select: rideCardSelect,
  })
  return pageOf(
    rows,
    (row) => rideCard(row, locale, near),
    (row) => cursorOf(sort, row),
  )
}

// Rides that have left pile up in the table; the index leaves them out by their time.
function isAhead(now: Date): Prisma.ListingWhereInput {
  return { kind: 'ride', sortAt: { gt: new Date(now.getTime() - 3_600_000) } }
}

async function listNearest(
  viewer: Viewer,
  filter: RideFilter,
  near: Position,
  locale: Locale,
  now: Date,
): Promise<ListPage<RideCardView>> {
  const { words } = filter
  const order =
    words && !isMeetable(words) ? [] : await chooseNearest(viewer, filter, near, PAGE_SIZE + 1, now)
  if (order.length === 0) return { cards: [], next: null }
  const rows = await db.listing.findMany({
    where: { id: { in: order.map(({ id }) => id) }, AND: [visibleTo(viewer, now)] },
    select: rideCardSelect,
  })
  const byId = new Map(rows.map((row) => [row.id, row]))
  const sorted = order.flatMap((place) => {
    const row = byId.get(place.id)
    return row ? [{ row, place }] : []
  })
  return pageOf(
    sorted,
    ({ row }) => rideCard(row, locale, near),
    ({ place }) => placeCursor(place),
  )
}

/** One ride. Throws NotFound when this viewer may not see it. */
export async function getRide(
  viewer: Viewer,
  id: string,
  locale: Locale,
  now: Date,
): Promise<RideDetailView> {
  const row = await db.listing.findFirst({
    where: { id, kind: 'ride', AND: [visibleTo(viewer, now)] },
    select: {
      ...rideCardSelect,
      ride: {
        select: {
          ...rideCardSelect.ride.select,
          fromPlace: { select: { ...placeNameSelect, ...noticeSelect, ...otherSideSelect } },
          toPlace: { select: { ...placeNameSelect, ...noticeSelect } },
        },
      },
    },
  })
  if (!row?.ride) throw new NotFound('ride')
  const ends = [row.ride.fromPlace, row.ride.toPlace]
  return {
    ...rideCard(row, locale),
    otherSide: otherSide(row.ride.fromPlace, locale),
    notices: ends.flatMap((place) => noticeOf(place, locale) ?? []),
  }
}

function rideConditions({ from, to, fromBorder, date, people }: RideFilter) {
  const ride: Prisma.RideWhereInput = {
    ...(from ? { fromPlaceId: from } : {}),
    ...(to ? { toPlaceId: to } : {}),
    ...(fromBorder ? { fromPlace: { kind: 'crossing' } } : {}),
    ...(date ? { departsAt: dayRange(date) } : {}),
  }
  return {
    ride: { is: ride },
    ...(people ? { full: false, capacity: { some: { free: { gte: people } } } } : {}),
  } satisfies Prisma.ListingWhereInput
}

type CardRow = Prisma.ListingGetPayload<{ select: typeof rideCardSelect }>

/** A ride as a card shows it. */
export function rideCard(row: CardRow, locale: Locale, near: Position | null = null): RideCardView {
  const { ride, capacity, ...listing } = row
  if (!ride) throw new Error('a ride listing without its ride')
  const { fromPlace, toPlace, ...facts } = ride
  const distanceKm = near && kilometres(near, fromPlace)
  const { total = 0, free = 0 } = capacity[0] ?? {}
  return {
    ...listingView(listing),
    ...facts,
    from: placeName(fromPlace, locale),
    to: placeName(toPlace, locale),
    seats: { total, free: listing.full ? 0 : (free ?? 0) },
    ...(distanceKm === null ? {} : { distanceKm }),
  }
}
