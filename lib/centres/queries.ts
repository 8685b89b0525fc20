import type { Viewer } from '@/lib/auth/viewer'
import { type OpenState, openState, SEARCH_DAYS, type Timetable } from '@/lib/centres/rules'
import { db } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import type { Prisma } from '@/lib/generated/prisma/client'
import type { AppointmentRule, CentreKind, CentreService } from '@/lib/generated/prisma/enums'
import type { Locale } from '@/lib/i18n/locales'
import {
  inCity,
  type ListingView,
  type ListPage,
  listingSelect,
  listingView,
  PAGE_SIZE,
} from '@/lib/listings/queries'
import { freshness } from '@/lib/listings/rules'
import { type CitySlug, districtName, timeZoneOf } from '@/lib/places/cities'
import { addDays, cityDay, columnDay, dayColumn } from '@/lib/places/city-time'
import { visibleTo } from '@/lib/policy'

export interface CentreCardView extends ListingView {
  centreKind: CentreKind
  /** In the reader's language; null when only the city is known. */
  district: string | null
  opening: OpenState
  appointment: AppointmentRule
  services: CentreService[]
  languages: Locale[]
  /** Null when nobody told us. */
  stepFree: boolean | null
}

export interface CentreDetailView extends CentreCardView {
  timetable: Timetable
  /** Public holidays of the next 30 days. */
  holidays: ReadonlySet<string>
  publicAddress: string | null
  publicPhone: string | null
  documents: string
  fees: string
  source: { url: string; checkedOn: Date } | null
}

export interface CentreFilter {
  city: CitySlug | null
  open?: 'now' | undefined
  service?: CentreService | undefined
  cursor?: string | undefined
}

const cardSelect = {
  ...listingSelect,
  sortAt: true,
  centre: {
    select: {
      centreKind: true,
      district: true,
      appointment: true,
      services: true,
      languages: true,
      stepFree: true,
      closedHolidays: true,
      hours: { select: { weekday: true, opens: true, closes: true } },
      exceptions: { select: { day: true, opens: true, closes: true } },
    },
  },
} as const satisfies Prisma.ListingSelect

// The sealed address is not among them: it never leaves the database for a page.
const detailSelect = {
  ...cardSelect,
  centre: {
    select: {
      ...cardSelect.centre.select,
      publicAddress: true,
      publicPhone: true,
      documents: true,
      fees: true,
      sourceUrl: true,
      checkedOn: true,
    },
  },
} as const satisfies Prisma.ListingSelect

/**
 * Centres that a viewer may see, one page of them: open ones first, then those whose hours nobody
 * told us, then the closed, last what nobody confirmed for long; within each the longest known.
 */
export async function listCentres(
  viewer: Viewer,
  { city, open, service, cursor }: CentreFilter,
  locale: Locale,
  now: Date,
): Promise<ListPage<CentreCardView>> {
  const [rows, holidays] = await Promise.all([
    // Only the rule can tell which are open, so all are read: a city has few centres.
    db.listing.findMany({
      where: {
        kind: 'centre',
        AND: [visibleTo(viewer, now), inCity(city)],
        ...(service ? { centre: { is: { services: { has: service } } } } : {}),
      },
      select: cardSelect,
    }),
    holidaysAhead(now),
  ])
  const after = readCursor(cursor)
  const coming = rows
    .map((row) => ({ sortAt: row.sortAt, card: cardView(row, holidays, locale, now) }))
    .filter(({ card }) => !open || card.opening.open)
    .map(({ sortAt, card }) => ({ card, key: sortKey(card, sortAt, now) }))
    .filter(({ key }) => key > after)
    .sort((a, b) => (a.key < b.key ? -1 : 1))
  const shown = coming.slice(0, PAGE_SIZE)
  return {
    cards: shown.map(({ card }) => card),
    next: coming.length > PAGE_SIZE ? (shown.at(-1)?.key ?? null) : null,
  }
}

/** One centre. Throws NotFound when this viewer may not see it. */
export async function getCentre(
  viewer: Viewer,
  id: string,
  locale: Locale,
  now: Date,
): Promise<CentreDetailView> {
  const [row, holidays] = await Promise.all([
    db.listing.findFirst({
      where: { id, kind: 'centre', AND: [visibleTo(viewer, now)] },
      select: detailSelect,
    }),
    holidaysAhead(now),
  ])
  if (!row?.centre) throw new NotFound('centre')
  const { publicAddress, publicPhone, documents, fees, sourceUrl, checkedOn } = row.centre
  return {
    ...cardView(row, holidays, locale, now),
    timetable: timetableOf(row.centre),
    holidays,
    publicAddress,
    publicPhone,
    documents,
    fees,
    source: sourceUrl && checkedOn ? { url: sourceUrl, checkedOn } : null,
  }
}

type CardRow = Prisma.ListingGetPayload<{ select: typeof cardSelect }>
type CentreRow = NonNullable<CardRow['centre']>

function cardView(
  row: CardRow,
  holidays: ReadonlySet<string>,
  locale: Locale,
  now: Date,
): CentreCardView {
  const { centre, sortAt: _, ...listing } = row
  if (!centre) throw new Error('a centre listing without its centre')
  const { centreKind, district, appointment, services, languages, stepFree } = centre
  return {
    ...listingView(listing),
    centreKind,
    district: (district && districtName(row.city, district, locale)) || null,
    opening: openState(timetableOf(centre), holidays, now, timeZoneOf(row.city)),
    appointment,
    services,
    languages,
    stepFree,
  }
}

const CURSOR = /^\d\.\d{16}\.[0-9a-f-]{36}$/

// The place in a list as a text that sorts, and so also the cursor behind that place.
function sortKey({ id, opening, confirmedAt }: CentreCardView, sortAt: Date, now: Date): string {
  const isSunk = freshness({ kind: 'centre', confirmedAt }, now).state === 'sunk'
  const group = isSunk ? 3 : opening.open ? 0 : opening.open === null ? 1 : 2
  return `${group}.${String(sortAt.getTime()).padStart(16, '0')}.${id}`
}

// An unreadable cursor is the beginning.
function readCursor(cursor = ''): string {
  return CURSOR.test(cursor) ? cursor : ''
}

function timetableOf({ hours, exceptions, closedHolidays }: CentreRow): Timetable {
  return {
    week: hours,
    exceptions: exceptions.map(({ day, opens, closes }) => ({
      day: columnDay(day),
      hours: opens === null || closes === null ? null : { opens, closes },
    })),
    closedHolidays,
  }
}

// A day more on either side, because the zones of the cities may differ.
async function holidaysAhead(now: Date): Promise<ReadonlySet<string>> {
  const today = cityDay(now, 'UTC')
  const from = dayColumn(addDays(today, -1))
  const to = dayColumn(addDays(today, SEARCH_DAYS + 1))
  const days = await db.publicHoliday.findMany({
    where: { day: { gte: from, lte: to } },
    select: { day: true },
  })
  return new Set(days.map(({ day }) => columnDay(day)))
}
