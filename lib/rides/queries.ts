import type { Viewer } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import type { Prisma } from '@/lib/generated/prisma/client'
import type { Luggage } from '@/lib/generated/prisma/enums'
import type { Locale } from '@/lib/i18n/locales'
import {
  afterCursor,
  inCity,
  type ListingView,
  type ListPage,
  listingSelect,
  listingView,
  PAGE_SIZE,
  pageOf,
} from '@/lib/listings/queries'
import type { CitySlug } from '@/lib/places/cities'
import { addDays, cityInstant } from '@/lib/places/city-time'
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
import { RIDE_ZONE } from '@/lib/rides/schema'

export interface RideCardView extends ListingView {
  from: PlaceName
  to: PlaceName
  /** The full hour in which it leaves. */
  departsAt: Date
  seats: { free: number; total: number }
  priceTenge: number
  childSeats: number
  pets: boolean
  luggage: Luggage
  languages: Locale[]
}

export interface RideDetailView extends RideCardView {
  /** The Russian post opposite, when it starts at a crossing. */
  otherSide: string | null
  notices: PlaceNotice[]
}

export interface RideFilter {
  city: CitySlug | null
  from?: string | undefined
  to?: string | undefined
  /** Only from crossings: a way on from the border. */
  fromBorder?: boolean
  /** A day, `YYYY-MM-DD`. */
  date?: string | undefined
  people?: number | undefined
  cursor?: string | undefined
}

const cardSelect = {
  ...listingSelect,
  sortAt: true,
  capacity: { select: { total: true, free: true } },
  ride: {
    select: {
      departsAt: true,
      priceTenge: true,
      childSeats: true,
      pets: true,
      luggage: true,
      languages: true,
      fromPlace: { select: placeNameSelect },
      toPlace: { select: placeNameSelect },
    },
  },
} as const satisfies Prisma.ListingSelect

/** Rides that a viewer may see, soonest first, one page of them. */
export async function listRides(
  viewer: Viewer,
  filter: RideFilter,
  locale: Locale,
  now: Date,
): Promise<ListPage<RideCardView>> {
  const rows = await db.listing.findMany({
    where: {
      kind: 'ride',
      AND: [visibleTo(viewer, now), inCity(filter.city), afterCursor(filter.cursor)],
      ...rideConditions(filter),
    },
    orderBy: [{ sortAt: 'asc' }, { id: 'asc' }],
    take: PAGE_SIZE + 1,
    select: cardSelect,
  })
  return pageOf(rows, (row) => cardView(row, locale))
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
      ...cardSelect,
      ride: {
        select: {
          ...cardSelect.ride.select,
          fromPlace: { select: { ...placeNameSelect, ...noticeSelect, ...otherSideSelect } },
          toPlace: { select: { ...placeNameSelect, ...noticeSelect } },
        },
      },
    },
  })
  if (!row?.ride) throw new NotFound('ride')
  const ends = [row.ride.fromPlace, row.ride.toPlace]
  return {
    ...cardView(row, locale),
    otherSide: otherSide(row.ride.fromPlace, locale),
    notices: ends.flatMap((place) => noticeOf(place, locale) ?? []),
  }
}

function rideConditions({
  from,
  to,
  fromBorder,
  date,
  people,
}: RideFilter): Prisma.ListingWhereInput {
  const ride: Prisma.RideWhereInput = {
    ...(from ? { fromPlaceId: from } : {}),
    ...(to ? { toPlaceId: to } : {}),
    ...(fromBorder ? { fromPlace: { kind: 'crossing' } } : {}),
    ...(date ? { departsAt: dayRange(date) } : {}),
  }
  return {
    ride: { is: ride },
    ...(people ? { full: false, capacity: { some: { free: { gte: people } } } } : {}),
  }
}

function dayRange(date: string) {
  return {
    gte: cityInstant(date, '00:00', RIDE_ZONE),
    lt: cityInstant(addDays(date, 1), '00:00', RIDE_ZONE),
  }
}

type CardRow = Prisma.ListingGetPayload<{ select: typeof cardSelect }>

function cardView(row: CardRow, locale: Locale): RideCardView {
  const { ride, capacity, sortAt: _, ...listing } = row
  if (!ride) throw new Error('a ride listing without its ride')
  const { fromPlace, toPlace, ...facts } = ride
  const { total = 0, free = 0 } = capacity[0] ?? {}
  return {
    ...listingView(listing),
    ...facts,
    from: placeName(fromPlace, locale),
    to: placeName(toPlace, locale),
    seats: { total, free: listing.full ? 0 : (free ?? 0) },
  }
}
