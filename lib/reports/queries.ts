import type { Actor, Viewer } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import type { Prisma } from '@/lib/generated/prisma/client'
import type {
  ListingKind,
  ReportOutcome,
  ReportReason,
  ReportSide,
} from '@/lib/generated/prisma/enums'
import type { Locale } from '@/lib/i18n/locales'
import type { CitySlug } from '@/lib/places/cities'
import { type PlaceName, placeName, placeNameSelect } from '@/lib/places/queries'
import { authorize, can, visibleTo } from '@/lib/policy'
import { alikeTo, GRAVE, isAlike, type ReportCopy } from '@/lib/reports/rules'
import { unseal } from '@/lib/seal'
import { ALL_PROBLEMS } from '@/lib/visits/schema'

/** What a page names of the listing that somebody says something about. */
export interface ToldListing {
  id: string
  kind: ListingKind
  city: CitySlug
  language: Locale
  title: string
  /** Of rides only. */
  from: PlaceName | null
  to: PlaceName | null
}

/** A listing by its name. Throws NotFound when this viewer may not see it. */
export async function getTold(
  viewer: Viewer,
  id: string,
  locale: Locale,
  now: Date,
): Promise<ToldListing> {
  const row = await db.listing.findFirst({
    where: { id, AND: [visibleTo(viewer, now)] },
    select: {
      id: true,
      kind: true,
      city: true,
      language: true,
      title: true,
      ride: {
        select: {
          fromPlace: { select: placeNameSelect },
          toPlace: { select: placeNameSelect },
        },
      },
    },
  })
  if (!row) throw new NotFound('listing')
  const { ride, ...listing } = row
  return {
    ...listing,
    from: ride && placeName(ride.fromPlace, locale),
    to: ride && placeName(ride.toPlace, locale),
  }
}

export interface ReportEntry {
  id: string
  reason: ReportReason
  side: ReportSide
  /** When it, or the first of those alike, was sent. */
  createdAt: Date
  /** How many visitors say it alike. */
  times: number
  kind: ListingKind
  city: CitySlug
  title: string
  sample: boolean
}

const entrySelect = {
  id: true,
  reason: true,
  side: true,
  createdAt: true,
  listing: { select: { kind: true, city: true, title: true, sample: true } },
} as const satisfies Prisma.ReportSelect

/** Entries of the queue; beyond it the oldest must be handled first. */
const MOST = 200

/**
 * Reports that wait, the grave ones first; what visitors say alike of a listing is one entry.
 * Never those of the actor's own listings.
 */
export async function listReports(actor: Actor): Promise<ReportEntry[]> {
  authorize(actor, 'queue.view', null)
  const waiting = await db.$queryRaw<{ id: string; times: number }[]>`
    SELECT id, times FROM (
      SELECT DISTINCT ON (alike) id, created_at, is_grave,
        count(*) OVER (PARTITION BY alike)::int AS times
      FROM (
        SELECT id, created_at, reason = ANY (${GRAVE}::report_reason[]) AS is_grave,
          CASE WHEN side = 'visitor' AND reason = ANY (${ALL_PROBLEMS}::report_reason[])
            THEN listing_id || reason::text ELSE id::text END AS alike
        FROM report WHERE handled_at IS NULL AND owner_id <> ${actor.id}::uuid) AS open
      ORDER BY alike, created_at, id) AS entry
    ORDER BY is_grave DESC, created_at, id LIMIT ${MOST}`
  const rows = await db.report.findMany({
    where: { id: { in: waiting.map(({ id }) => id) } },
    select: entrySelect,
  })
  return waiting.flatMap(({ id, times }) => {
    const row = rows.find((report) => report.id === id)
    return row ? [{ ...entryOf(row), times }] : []
  })
}

function entryOf({
  listing,
  ...report
}: Prisma.ReportGetPayload<{ select: typeof entrySelect }>): Omit<ReportEntry, 'times'> {
  return { ...report, ...listing }
}

export interface ReportView extends ReportEntry {
  listingId: string
  author: { id: string; name: string }
  /** In the reporters' own words; none were written, or they were erased. */
  words: { id: string; side: ReportSide; text: string; at: Date }[]
  copy: ReportCopy | null
  keptUntil: Date
  erasedAt: Date | null
  handled: { at: Date; by: string; outcome: ReportOutcome } | null
}

/** One report, with those alike, its words and its copy opened. NotFound, also of one's own listing. */
export async function getReport(actor: Actor, id: string): Promise<ReportView> {
  authorize(actor, 'queue.view', null)
  const row = await db.report.findUnique({
    where: { id },
    select: {
      ...entrySelect,
      listingId: true,
      ownerId: true,
      copySealed: true,
      keptUntil: true,
      erasedAt: true,
      handledAt: true,
      handledBy: { select: { publicName: true } },
      outcome: true,
    },
  })
  if (!row || !can(actor, 'report.handle', row)) throw new NotFound('report')
  const { copySealed, handledAt, handledBy, outcome, ownerId, listingId, ...entry } = row
  const { keptUntil, erasedAt, ...named } = entry
  const alike = await db.report.findMany({
    where: isAlike(row) ? { ...alikeTo(row), handledAt } : { id },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true, side: true, noteSealed: true, createdAt: true },
  })
  const owner = await db.account.findUniqueOrThrow({
    where: { id: ownerId },
    select: { publicName: true },
  })
  return {
    ...entryOf(named),
    times: alike.length,
    listingId,
    keptUntil,
    erasedAt,
    author: { id: ownerId, name: owner.publicName ?? '' },
    words: alike.flatMap(({ noteSealed, createdAt, ...said }) =>
      noteSealed ? [{ ...said, text: unseal(noteSealed, 'report.note'), at: createdAt }] : [],
    ),
    copy: copySealed ? (JSON.parse(unseal(copySealed, 'report.copy')) as ReportCopy) : null,
    handled:
      handledAt && outcome ? { at: handledAt, by: handledBy?.publicName ?? '', outcome } : null,
  }
}
