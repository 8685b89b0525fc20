import { GUEST } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import type { ListingKind } from '@/lib/generated/prisma/enums'
import type { Locale } from '@/lib/i18n/locales'
import type { CitySlug } from '@/lib/places/cities'
import { cityDay } from '@/lib/places/city-time'
import { visibleTo } from '@/lib/policy'
import type { Asker } from '@/lib/requests/links'
import {
  type RequestRow,
  type RequestView,
  requestSelect,
  requestViews,
} from '@/lib/requests/views'
import type { Meeting } from '@/lib/rides/commands'
import { unseal } from '@/lib/seal'

/** Why a request was released without anyone saying no to it. */
export type ReleaseReason = 'accepted_elsewhere' | 'listing_withdrawn' | 'listing_taken_down'

export interface AskerRequest extends RequestView {
  /** Only when `released`. */
  releasedBecause: ReleaseReason | null
  /** What only the accepted see. */
  released: ReleasedRide | ReleasedHousing | null
}

export interface ReleasedRide {
  kind: 'ride'
  /** `HH:MM` in Kazakhstan. */
  exactTime: string
  point: string
  car: string
  plate: string
}

export interface ReleasedHousing {
  kind: 'housing'
  address: string
}

/** Everything behind a link, the newest first. */
export async function listAskerRequests(
  asker: Asker,
  locale: Locale,
  now: Date,
): Promise<AskerRequest[]> {
  const rows = await db.request.findMany({
    where: { linkId: asker.linkId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: requestSelect,
  })
  const views = await requestViews(rows, locale, now)
  const accepted = rows.filter(({ status }) => status === 'accepted')
  const secrets = await readReleased(
    asker,
    accepted.map(({ listingId }) => listingId),
  )
  return views.map(({ row, view }) => ({
    ...view,
    releasedBecause: view.status === 'released' ? releaseReason(row, rows) : null,
    released: view.status === 'accepted' ? (secrets.get(row.listingId) ?? null) : null,
  }))
}

/** Which list a listing stands in, and on which day a ride leaves; null when nobody may see it. */
export async function findAskedList(
  id: string,
  now: Date,
): Promise<{ kind: ListingKind; city: CitySlug; date: string | null } | null> {
  const listing = await db.listing.findFirst({
    where: { id, AND: [visibleTo(GUEST, now)] },
    select: { kind: true, city: true, ride: { select: { departsAt: true } } },
  })
  if (!listing) return null
  const { kind, city, ride } = listing
  return { kind, city, date: ride && cityDay(ride.departsAt, ZONE) }
}

// All of Kazakhstan has one time.
const ZONE = 'Asia/Almaty'

/** What only the accepted learn, by listing; nothing once it was erased. */
async function readReleased(
  asker: Asker,
  ids: string[],
): Promise<Map<string, ReleasedRide | ReleasedHousing>> {
  const listings = await db.listing.findMany({
    where: {
      id: { in: ids },
      privateErasedAt: null,
      requests: { some: { linkId: asker.linkId, status: 'accepted' } },
    },
    select: {
      id: true,
      ride: { select: { meetingSealed: true } },
      housing: { select: { addressSealed: true } },
    },
  })
  return new Map(
    listings.flatMap<[string, ReleasedRide | ReleasedHousing]>(({ id, ride, housing }) => {
      if (ride) return [[id, { kind: 'ride', ...openMeeting(ride.meetingSealed) }]]
      const address = housing && unseal(housing.addressSealed, 'housing.address')
      return address ? [[id, { kind: 'housing', address }]] : []
    }),
  )
}

function openMeeting(sealed: string): Meeting {
  return JSON.parse(unseal(sealed, 'ride.meeting')) as Meeting
}

// Whoever was accepted elsewhere was released at that very moment (lib/holds/commands.ts).
function releaseReason({ closedAt, listing }: RequestRow, siblings: RequestRow[]): ReleaseReason {
  const moment = closedAt?.getTime()
  const elsewhere = siblings.some(({ acceptedAt }) => acceptedAt?.getTime() === moment)
  if (elsewhere) return 'accepted_elsewhere'
  return listing.status === 'withdrawn' ? 'listing_withdrawn' : 'listing_taken_down'
}
