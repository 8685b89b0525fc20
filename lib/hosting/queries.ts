import type { Actor } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import { Prisma } from '@/lib/generated/prisma/client'
import { FITS } from '@/lib/holds/places'
import { daysOf } from '@/lib/housing/rules'
import type { Locale } from '@/lib/i18n/locales'
import { addDays, cityDay, cityInstant, columnDay, dayColumn } from '@/lib/places/city-time'
import { isPending, PENDING } from '@/lib/requests/rules'
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
import { unseal } from '@/lib/seal'

/** A request as the volunteer sees it who is asked. */
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

/** The parts of the inbox in the order in which they are read. */
export const INBOX_GROUPS = ['open', 'line', 'accepted', 'past'] as const

export interface InboxEntry extends HostRequest {
  group: (typeof INBOX_GROUPS)[number]
}

/** Requests on one page of the inbox. */
export const INBOX_SIZE = 25
const DAYS_AHEAD = 7
// All of Kazakhstan has one time.
const ZONE = 'Asia/Almaty'
const hostSelect = { ...requestSelect, nameSealed: true } as const satisfies Prisma.RequestSelect

/**
 * One page of the requests on one's own listings, and a cursor when there are more: what waits
 * for an answer, who stands in line, who is expected, what is past. What ends or begins first
 * stands first; of the past the newest. An unreadable cursor is the beginning.
 */
export async function listHostRequests(
  actor: Actor,
  locale: Locale,
  now: Date,
  cursor?: string,
): Promise<{ requests: InboxEntry[]; next: string | null }> {
  const places = await db.$queryRaw<InboxPlace[]>`
    SELECT * FROM (${inboxOf(actor, now)}) AS inbox ${after(cursor)}
    ORDER BY part, moment, asked, id LIMIT ${INBOX_SIZE + 1}`
  const shown = places.slice(0, INBOX_SIZE)
  const ids = shown.map(({ id }) => id)
  const rows = await db.request.findMany({ where: { id: { in: ids } }, select: hostSelect })
  const views = new Map((await hostViews(rows, locale, now)).map((view) => [view.id, view]))
  const last = shown.at(-1)
  return {
    requests: shown.flatMap(({ id, part }) => {
      const [view, group] = [views.get(id), INBOX_GROUPS[part]]
      return view && group ? [{ ...view, group }] : []
    }),
    next: places.length > INBOX_SIZE && last ? cursorOf(last) : null,
  }
}

/** One request on one's own listing. Throws NotFound for every other. */
export async function getHostRequest(
  actor: Actor,
  id: string,
  locale: Locale,
  now: Date,
): Promise<HostRequest> {
  const row = await db.request.findFirst({
    where: { id, listing: { ownerId: actor.id } },
    select: hostSelect,
  })
  const [view] = row ? await hostViews([row], locale, now) : []
  if (!view) throw new NotFound('request')
  return view
}

/** Requests that a volunteer has not answered yet; `since` is when the first of them came. */
export interface Unanswered {
  count: number
  since: Date | null
}

/** How many requests on one's own listings wait for an answer now, and for how long. */
export async function countUnanswered(actor: Actor, now: Date): Promise<Unanswered> {
  const found = await db.request.aggregate({
    where: { listing: { ownerId: actor.id }, status: 'open', expiresAt: { gt: now } },
    _count: true,
    _min: { createdAt: true },
  })
  return { count: found._count, since: found._min.createdAt }
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

interface InboxPlace {
  id: string
  /** Index in INBOX_GROUPS. */
  part: number
  /** What it is ordered by, in milliseconds; of the past negative. */
  moment: bigint
  /** When it was asked, which decides where many end at one moment. */
  asked: bigint
}

function cursorOf({ part, moment, asked, id }: InboxPlace): string {
  return [part, moment, asked, id].join('.')
}

// SQL: where each request stands in the inbox.
function inboxOf({ id }: Actor, now: Date): Prisma.Sql {
  const at = Prisma.sql`${now.toISOString()}::timestamptz`
  const isAwaited = Prisma.sql`status = ANY (${PENDING}::request_status[]) AND expires_at > ${at}`
  return Prisma.sql`
    SELECT own.id, part, (1000 * extract(epoch FROM first))::bigint * sign AS moment,
      (1000 * extract(epoch FROM created_at))::bigint AS asked
    FROM (SELECT request.* FROM request JOIN listing ON listing.id = request.listing_id
        WHERE listing.owner_id = ${id}::uuid) AS own,
      LATERAL (SELECT CASE WHEN ${isAwaited} THEN CASE status WHEN 'open' THEN 0 ELSE 1 END
        WHEN status = 'accepted' AND ends_at > ${at} THEN 2 ELSE 3 END AS part) AS stands,
      LATERAL (SELECT CASE part WHEN 2 THEN starts_at WHEN 3 THEN created_at ELSE expires_at END
        AS first, CASE part WHEN 3 THEN -1 ELSE 1 END AS sign) AS ordered`
}

const CURSOR = /^([0-3])\.(-?\d{1,15})\.(\d{1,15})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

function after(cursor: string | undefined): Prisma.Sql {
  const [, part, moment, asked, id] = CURSOR.exec(cursor ?? '') ?? []
  if (!part || !moment || !asked || !id) return Prisma.empty
  return Prisma.sql`WHERE (part, moment, asked, id)
    > (${part}::int, ${moment}::bigint, ${asked}::bigint, ${id}::uuid)`
}

type HostRow = Prisma.RequestGetPayload<{ select: typeof hostSelect }>

async function hostViews(rows: HostRow[], locale: Locale, now: Date): Promise<HostRequest[]> {
  const views = await requestViews(rows, locale, now)
  const waiting = views.flatMap(({ view }) => (isPending(view.status) ? [view.id] : []))
  const fitting = await fittingIds(waiting)
  return views.map(({ row, view }) => ({
    ...view,
    name: nameOf(row),
    fits: isPending(view.status) && (view.status === 'offered' || fitting.has(view.id)),
  }))
}

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
