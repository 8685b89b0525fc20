import type { Viewer } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import type { Prisma } from '@/lib/generated/prisma/client'
import type { Luggage } from '@/lib/generated/prisma/enums'
import type { Locale } from '@/lib/i18n/locales'
import {
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
import { chooseRides, type RideFilter } from '@/lib/search/rides'

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
  const chosen = await chooseRides(viewer, filter, PAGE_SIZE + 1, now)
  if (chosen.length === 0) return { cards: [], next: null }
  const rows = await db.listing.findMany({
    where: { id: { in: chosen.map(({ id }) => id) }, AND: [visibleTo(viewer, now)] },
    select: rideCardSelect,
  })
  return pageOf(
    chosen,
    rows.map((row) => rideCard(row, locale, near)),
  )
}

/** The next ride that fits and that a viewer may see; null when there is none. Two statements. */
export async function nextRide(
  viewer: Viewer,
  filter: RideFilter,
  locale: Locale,
  now: Date,
): Promise<RideCardView | null> {
  const [chosen] = await chooseRides(viewer, filter, 1, now)
  if (!chosen) return null
  const row = await db.listing.findFirst({
    where: { id: chosen.id, AND: [visibleTo(viewer, now)] },
    select: rideCardSelect,
  })
  return row && rideCard(row, locale)
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
