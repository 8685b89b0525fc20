import type { Actor } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import type { RequestStatus } from '@/lib/generated/prisma/enums'
import { FITS } from '@/lib/holds/places'
import { daysOf } from '@/lib/housing/rules'
import type { Locale } from '@/lib/i18n/locales'
import { addDays, cityDay, cityInstant, columnDay, dayColumn } from '@/lib/places/city-time'
import type { Asker } from '@/lib/requests/links'
import { isPending } from '@/lib/requests/rules'
import {
  type AskedListing,
  askedListing,
  askedListingSelect,
  type Party,
  partyOf,
  publicIds,
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

export interface HostRequest extends RequestView {
  /** What they want to be called; null when they gave no name or erased it. */
  name: string | null
  /** Whether accepting it would find its places free now. */
  fits: boolean
}

/** A day on which someone is expected; days are of the city. */
export interface DayAhead {
  day: string
  entries: {
    listing: AskedListing
    startsAt: Date
    held: number
    total: number
    guests: { requestId: string; name: string | null; party: Party; arrivedAt: Date | null }[]
  }[]
}

const DAYS_AHEAD = 7

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

/** Requests on one's own listings: those that wait for an answer first, then the newest. */
export async function listHostRequests(
  actor: Actor,
  locale: Locale,
  now: Date,
): Promise<HostRequest[]> {
  const rows = await db.request.findMany({
    where: { listing: { ownerId: actor.id } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { ...requestSelect, nameSealed: true },
  })
  const views = await requestViews(rows, locale, now)
  const fitting = await fittingIds(rows.filter(isWaiting).map(({ id }) => id))
  return views
    .map(({ row, view }) => ({
      ...view,
      name: nameOf(row),
      fits: isWaiting(view) && (view.status === 'offered' || fitting.has(view.id)),
    }))
    .sort((a, b) => Number(isWaiting(b)) - Number(isWaiting(a)))
}

/** Whom a volunteer expects today and in the six days after it; days without anyone are left out. */
export async function weekAhead(actor: Actor, locale: Locale, now: Date): Promise<DayAhead[]> {
  const today = cityDay(now, ZONE)
  const end = addDays(today, DAYS_AHEAD)
  const rows = await db.request.findMany({
    where: {
      status: 'accepted',
      listing: { ownerId: actor.id },
      startsAt: { lt: cityInstant(end, '00:00', ZONE) },
      endsAt: { gt: cityInstant(today, '00:00', ZONE) },
    },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    select: {
      ...requestSelect,
      nameSealed: true,
      listing: {
        select: {
          ...askedListingSelect,
          capacity: {
            where: { OR: [{ night: null }, { night: { gte: dayColumn(today) } }] },
            select: { night: true, held: true, total: true },
          },
        },
      },
    },
  })
  const open = await publicIds(rows, now)
  const days = daysOf({ first: today, last: addDays(end, -1) })
  return days.flatMap((day) => {
    const expected = rows.filter((row) => daysOfRequest(row).includes(day))
    const listings = new Map(expected.map((row) => [row.listingId, row]))
    const entries = [...listings.values()].map(({ listing, startsAt }) => {
      const places = listing.capacity.find(({ night }) => !night || columnDay(night) === day)
      return {
        listing: askedListing(listing, locale, open),
        startsAt,
        held: places?.held ?? 0,
        total: places?.total ?? 0,
        guests: expected
          .filter((row) => row.listingId === listing.id)
          .map((row) => ({
            requestId: row.id,
            name: nameOf(row),
            party: partyOf(row),
            arrivedAt: row.arrivedAt,
          })),
      }
    })
    return entries.length > 0 ? [{ day, entries }] : []
  })
}

// All of Kazakhstan has one time.
const ZONE = 'Asia/Almaty'

/** Those whose places are all free on every night. */
async function fittingIds(ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT request.id FROM request WHERE request.id = ANY (${ids}::uuid[]) AND ${FITS}`
  return new Set(rows.map(({ id }) => id))
}

function daysOfRequest({ firstNight, lastNight, startsAt }: RequestRow): string[] {
  if (!firstNight || !lastNight) return [cityDay(startsAt, ZONE)]
  return daysOf({ first: columnDay(firstNight), last: columnDay(lastNight) })
}

function nameOf({ nameSealed }: { nameSealed: string | null }): string | null {
  return nameSealed ? unseal(nameSealed, 'request.name') : null
}

function isWaiting({ status }: { status: RequestStatus }): boolean {
  return isPending(status)
}
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
