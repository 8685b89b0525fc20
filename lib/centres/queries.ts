import type { Viewer } from '@/lib/auth/viewer'
import { holidaysAround, type OpenState, openState, type Timetable } from '@/lib/centres/rules'
import { db } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import type { Centre, Listing, Prisma } from '@/lib/generated/prisma/client'
import type { AppointmentRule, CentreKind, CentreService } from '@/lib/generated/prisma/enums'
import type { Kept } from '@/lib/guide/kept'
import { KEPT_ROWS, keptIn } from '@/lib/guide/queries'
import type { Locale } from '@/lib/i18n/locales'
import {
  type ListingView,
  type ListPage,
  listingSelect,
  listingView,
  PAGE_SIZE,
  pageOf,
} from '@/lib/listings/queries'
import { type CitySlug, districtName, timeZoneOf } from '@/lib/places/cities'
import { columnDay, dayColumn } from '@/lib/places/city-time'
import { kilometres, type Position, pointOf, readPosition } from '@/lib/places/position'
import { visibleTo } from '@/lib/policy'
import { type CentreFilter, chooseCentres } from '@/lib/search/centres'
import { isMeetable } from '@/lib/search/sql'
import type { WaitReport } from '@/lib/visits/rules'

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
  /** How long newcomers said they waited, lately. */
  waits: WaitReport[]
  /** From where the reader is, when both are known. */
  distanceKm?: number | undefined
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

/** Of the waits of newcomers the last ones. */
const LATEST_WAITS = 100

export const centreCardSelect = {
  ...listingSelect,
  centre: {
    select: {
      centreKind: true,
      district: true,
      appointment: true,
      services: true,
      languages: true,
      stepFree: true,
      closedHolidays: true,
      latitude: true,
      longitude: true,
      hours: { select: { weekday: true, opens: true, closes: true } },
      exceptions: { select: { day: true, opens: true, closes: true } },
      waitReports: {
        select: { minutes: true, createdAt: true },
        orderBy: { createdAt: 'desc' },
        take: LATEST_WAITS,
      },
    },
  },
} as const satisfies Prisma.ListingSelect

// The sealed address is not among them: it never leaves the database for a page.
const detailSelect = {
  ...centreCardSelect,
  centre: {
    select: {
      ...centreCardSelect.centre.select,
      publicAddress: true,
      publicPhone: true,
      documents: true,
      fees: true,
      sourceUrl: true,
      checkedOn: true,
    },
  },
} as const satisfies Prisma.ListingSelect

/** Centres that a viewer may see, one page of them, open ones first or as they are to be sorted. */
export async function listCentres(
  viewer: Viewer,
  filter: CentreFilter,
  locale: Locale,
  now: Date,
  /** Where the page read them already. */
  known?: ReadonlySet<string>,
): Promise<ListPage<CentreCardView>> {
  const { words, near } = filter
  const chosen =
    words && !isMeetable(words) ? [] : await chooseCentres(viewer, filter, PAGE_SIZE + 1, now)
  if (chosen.length === 0) return { cards: [], next: null }
  const [rows, holidays] = await Promise.all([
    db.listing.findMany({
      where: { id: { in: chosen.map(({ id }) => id) }, AND: [visibleTo(viewer, now)] },
      select: centreCardSelect,
    }),
    known ?? holidaysAhead(now),
  ])
  const position = near ? readPosition(near) : null
  return pageOf(
    chosen,
    rows.map((row) => centreCard(row, holidays, locale, now, position)),
  )
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
  return detailView(row, holidays, locale, now)
}

/** The centres of a city with all that is known of them, the longest known first, at most `take`. */
export async function listCentreDetails(
  viewer: Viewer,
  { city, take, holidays }: { city: CitySlug; take: number; holidays: ReadonlySet<string> },
  locale: Locale,
  now: Date,
): Promise<CentreDetailView[]> {
  const rows = await db.listing.findMany({
    where: { kind: 'centre', city, AND: [visibleTo(viewer, now)] },
    orderBy: [{ sortAt: 'asc' }, { id: 'asc' }],
    take,
    select: detailSelect,
  })
  return rows.map((row) => detailView(row, holidays, locale, now))
}

type DetailRow = Prisma.ListingGetPayload<{ select: typeof detailSelect }>

function detailView(
  row: DetailRow,
  holidays: ReadonlySet<string>,
  locale: Locale,
  now: Date,
): CentreDetailView {
  const { centre } = row
  if (!centre) throw new Error('a centre listing without its centre')
  const { publicAddress, publicPhone, documents, fees, sourceUrl, checkedOn } = centre
  return {
    ...centreCard(row, holidays, locale, now),
    timetable: timetableOf(centre),
    holidays,
    publicAddress,
    publicPhone,
    documents,
    fees,
    source: sourceUrl && checkedOn ? { url: sourceUrl, checkedOn } : null,
  }
}

type CardRow = Prisma.ListingGetPayload<{ select: typeof centreCardSelect }>
type CentreRow = NonNullable<CardRow['centre']>

/** A centre as a card shows it. */
export function centreCard(
  row: CardRow,
  holidays: ReadonlySet<string>,
  locale: Locale,
  now: Date,
  position: Position | null = null,
): CentreCardView {
  const { centre, ...listing } = row
  if (!centre) throw new Error('a centre listing without its centre')
  const { centreKind, district, appointment, services, languages, stepFree } = centre
  const distanceKm = position && kilometres(position, centre)
  return {
    ...listingView(listing),
    centreKind,
    district: (district && districtName(row.city, district, locale)) || null,
    opening: openState(timetableOf(centre), holidays, now, timeZoneOf(row.city)),
    appointment,
    services,
    languages,
    stepFree,
    waits: centre.waitReports,
    ...(distanceKm === null ? {} : { distanceKm }),
  }
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

async function holidaysAhead(now: Date): Promise<ReadonlySet<string>> {
  const { from, to } = holidaysAround(now)
  const days = await db.publicHoliday.findMany({
    where: { removed: false, day: { gte: dayColumn(from), lte: dayColumn(to) } },
    select: { day: true },
  })
  return new Set(days.map(({ day }) => columnDay(day)))
}

/** What a list of centres is read against, and what staff keep of the guide: one statement for both. */
export async function readBesideCentres(
  now: Date,
): Promise<{ holidays: ReadonlySet<string>; kept: Kept }> {
  const { from, to } = holidaysAround(now)
  const rows = await db.$queryRaw<{ day: string | null; said: string | null }[]>`
    SELECT day::text, NULL AS said FROM public_holiday
      WHERE NOT removed AND day BETWEEN ${from}::date AND ${to}::date
    UNION ALL SELECT NULL, kept.said FROM (${KEPT_ROWS}) AS kept`
  return {
    holidays: new Set(rows.flatMap(({ day }) => day ?? [])),
    kept: keptIn(rows.flatMap(({ said }) => said ?? [])),
  }
}

/** What everyone may read of a centre, as forms and files hold it; its hours and days beside. */
export function openFacts(
  listing: Pick<Listing, 'city' | 'title' | 'body'>,
  centre: Omit<Centre, 'addressSealed'>,
) {
  return {
    centreKind: centre.centreKind,
    city: listing.city,
    district: centre.district,
    title: listing.title,
    body: listing.body,
    publicAddress: centre.publicAddress ?? '',
    publicBuilding: centre.publicBuilding,
    point: pointOf(centre),
    appointment: centre.appointment,
    services: centre.services,
    documents: centre.documents,
    fees: centre.fees,
    languages: centre.languages,
    stepFree: centre.stepFree,
    closedHolidays: centre.closedHolidays,
    sourceUrl: centre.sourceUrl,
    checkedOn: centre.checkedOn && columnDay(centre.checkedOn),
    publicPhone: centre.publicPhone,
  }
}
