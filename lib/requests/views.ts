import { GUEST } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import type { Prisma } from '@/lib/generated/prisma/client'
import type { LineMode, RequestStatus, Side } from '@/lib/generated/prisma/enums'
import type { Locale } from '@/lib/i18n/locales'
import type { CitySlug } from '@/lib/places/cities'
import { addDays, columnDay } from '@/lib/places/city-time'
import { type PlaceName, placeName, placeNameSelect } from '@/lib/places/queries'
import { visibleTo } from '@/lib/policy'
import { isOverdue } from '@/lib/requests/rules'
import { unseal } from '@/lib/seal'

/** What a request is about, as everyone may know it. */
export interface AskedListing {
  id: string
  kind: 'ride' | 'housing'
  city: CitySlug
  sample: boolean
  language: Locale
  title: string
  /** Of rides only. */
  from: PlaceName | null
  to: PlaceName | null
  /** What the volunteer is called. */
  author: string
  /** Whether its public page can be opened now. */
  isPublic: boolean
}

export interface Party {
  adults: number
  children: number
  /** A woman asks for women only. */
  womenOnly: boolean
}

/** Nights as days of the city: the first night and the day of leaving. */
export interface Stay {
  from: string
  to: string
}

export interface MessageView {
  id: string
  side: Side
  text: string
  sentAt: Date
}

export interface RequestView {
  id: string
  /** As it stands at this moment: one whose time is over is `expired` whatever the sweep did. */
  status: RequestStatus
  listing: AskedListing
  party: Party
  /** Of housing only. */
  stay: Stay | null
  /** The hour in which the ride leaves (never the minute), or when the stay begins and ends. */
  startsAt: Date
  endsAt: Date
  askedAt: Date
  /** When it ends by itself if nobody answers. */
  expiresAt: Date
  /** Until when the offered places are kept; null unless `offered`. */
  offerEndsAt: Date | null
  acceptedAt: Date | null
  closedAt: Date | null
  arrivedAt: Date | null
  /** Where it stands in the line; null unless `waiting`. */
  line: { mode: LineMode; ahead: number } | null
  messages: MessageView[]
}

export const askedListingSelect = {
  id: true,
  kind: true,
  city: true,
  sample: true,
  language: true,
  title: true,
  status: true,
  owner: { select: { publicName: true } },
  ride: {
    select: {
      fromPlace: { select: placeNameSelect },
      toPlace: { select: placeNameSelect },
    },
  },
} as const satisfies Prisma.ListingSelect

export const requestSelect = {
  id: true,
  listingId: true,
  status: true,
  adults: true,
  children: true,
  womenOnly: true,
  firstNight: true,
  lastNight: true,
  startsAt: true,
  endsAt: true,
  line: true,
  createdAt: true,
  queuedAt: true,
  expiresAt: true,
  offerEndsAt: true,
  acceptedAt: true,
  closedAt: true,
  arrivedAt: true,
  listing: { select: askedListingSelect },
  messages: {
    select: { id: true, side: true, textSealed: true, createdAt: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  },
} as const satisfies Prisma.RequestSelect

export type RequestRow = Prisma.RequestGetPayload<{ select: typeof requestSelect }>

/** Rows as both sides see them, with what only other rows know: lines, and which pages are open. */
export async function requestViews<Row extends RequestRow>(
  rows: Row[],
  locale: Locale,
  now: Date,
): Promise<{ row: Row; view: RequestView }[]> {
  const open = await publicIds(rows, now)
  const ahead = await countAhead(rows.filter(({ status }) => status === 'waiting'))
  return rows.map((row) => {
    const status = isOverdue(row, now) ? 'expired' : row.status
    const isInLine = status === 'waiting' && row.line
    return {
      row,
      view: {
        id: row.id,
        status,
        listing: askedListing(row.listing, locale, open),
        party: partyOf(row),
        stay: stayOf(row),
        startsAt: row.startsAt,
        endsAt: row.endsAt,
        askedAt: row.createdAt,
        expiresAt: row.expiresAt,
        offerEndsAt: row.offerEndsAt,
        acceptedAt: row.acceptedAt,
        closedAt: row.closedAt ?? (status === 'expired' ? row.expiresAt : null),
        arrivedAt: row.arrivedAt,
        line: isInLine ? { mode: isInLine, ahead: ahead.get(row.id) ?? 0 } : null,
        messages: row.messages.map(({ id, side, textSealed, createdAt }) => ({
          id,
          side,
          text: unseal(textSealed, 'message.text'),
          sentAt: createdAt,
        })),
      },
    }
  })
}

/** Listings that anyone can open now. */
export async function publicIds(rows: { listingId: string }[], now: Date): Promise<Set<string>> {
  const listings = await db.listing.findMany({
    where: {
      id: { in: [...new Set(rows.map(({ listingId }) => listingId))] },
      AND: [visibleTo(GUEST, now)],
    },
    select: { id: true },
  })
  return new Set(listings.map(({ id }) => id))
}

/** How many wait before each of these, for a time that is not over when theirs begins. */
async function countAhead(rows: { id: string }[]): Promise<Map<string, number>> {
  if (rows.length === 0) return new Map()
  const counts = await db.$queryRaw<{ id: string; ahead: number }[]>`
    SELECT own.id, count(other.id)::int AS ahead
    FROM request own LEFT JOIN request other ON other.listing_id = own.listing_id
      AND other.status = 'waiting' AND (other.queued_at, other.id) < (own.queued_at, own.id)
      AND other.starts_at < own.ends_at AND other.ends_at > own.starts_at
    WHERE own.id = ANY (${rows.map(({ id }) => id)}::uuid[]) GROUP BY own.id`
  return new Map(counts.map(({ id, ahead }) => [id, ahead]))
}

export function askedListing(
  listing: RequestRow['listing'],
  locale: Locale,
  open: Set<string>,
): AskedListing {
  const { ride, owner, kind, status: _, ...shared } = listing
  return {
    id: shared.id,
    kind: kind === 'ride' ? 'ride' : 'housing',
    city: shared.city,
    sample: shared.sample,
    language: shared.language,
    title: shared.title,
    from: ride ? placeName(ride.fromPlace, locale) : null,
    to: ride ? placeName(ride.toPlace, locale) : null,
    author: owner.publicName ?? '',
    isPublic: open.has(listing.id),
  }
}

function stayOf({ firstNight, lastNight }: RequestRow): Stay | null {
  if (!firstNight || !lastNight) return null
  return { from: columnDay(firstNight), to: addDays(columnDay(lastNight), 1) }
}

export function partyOf({ adults, children, womenOnly }: Party): Party {
  return { adults, children, womenOnly }
}
