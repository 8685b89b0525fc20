import type { Actor } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { publicCount, publicParts, publicTens, SMALLEST_GROUP } from '@/lib/figures/rules'
import { Prisma } from '@/lib/generated/prisma/client'
import type { ListingKind } from '@/lib/generated/prisma/enums'
import { FRESHNESS } from '@/lib/listings/rules'
import { CITY_SLUGS, type CitySlug } from '@/lib/places/cities'
import { addDays, cityDay, cityInstant } from '@/lib/places/city-time'
import { authorize } from '@/lib/policy'
import { WAIT_HOURS } from '@/lib/visits/rules'

/** How far back the figures look. Requests are erased after that. */
export const FIGURE_DAYS = 14
/** All of Kazakhstan has one time. */
export const ZONE = 'Asia/Almaty'

export interface DayCount {
  /** A day of Kazakhstan. */
  day: string
  offers: number
  requests: number
}

export interface Figures {
  /** By city, every day of the last two weeks, the oldest first. */
  days: Record<CitySlug, DayCount[]>
  /** Requests that ended without a place, of all that ended, by kind and size of the party. */
  unmet: { kind: ListingKind; party: string; unmet: number; ended: number }[]
  /** Median minutes from asking to an answer, and from offering to a decision. Null: none yet. */
  minutesToAnswer: number | null
  minutesToDecide: number | null
  /** Of published listings that are not over, how many are confirmed in time. */
  confirmed: { inTime: number; all: number }
  /** What visitors said of the last 24 hours: median minutes of waiting, of so many, by city. */
  waits: { city: CitySlug; minutes: number; reports: number }[]
  /** Searches of the last two weeks that found nothing, by kind and city (`any`: neither was named). */
  emptySearches: { kind: string; city: string; searches: number }[]
}

/** Figures for staff: exact counts of the last two weeks, of nobody in particular. */
export async function getFigures(actor: Actor, now: Date): Promise<Figures> {
  authorize(actor, 'figures.view', null)
  const [days, unmet, minutesToAnswer, minutesToDecide, confirmed, waits, emptySearches] =
    await Promise.all([
      countDays(now),
      countUnmet(now),
      medianAnswer(now),
      medianDecision(now),
      countConfirmed(now),
      medianWaits(now),
      countEmptySearches(now),
    ])
  return { days, unmet, minutesToAnswer, minutesToDecide, confirmed, waits, emptySearches }
}

export interface PublicFigures {
  /** In tens; null: fewer than 20. */
  waiting: number | null
  /** Null: of fewer than 20 decisions, so not said. */
  minutesToDecide: number | null
  /** Null: fewer than 20, so not said. */
  removals: { reason: string; count: number | null }[]
  cities: { city: CitySlug; offers: number | null; requests: number | null }[]
}

/**
 * What everyone may know of two weeks: no group under 20 people or listings, and of what is past
 * only whole days, so that nobody learns of one case by looking twice.
 */
export async function getPublicFigures(now: Date): Promise<PublicFigures> {
  const [waiting, kept] = await Promise.all([countWaiting(now), readDayFigures(now)])
  // Before the first minute of a day is over.
  const figures = kept.length > 0 ? kept : await db.$queryRaw<DayFigure[]>`${pastFigures(now)}`
  const of = (name: DayFigure['figure']) => figures.filter(({ figure }) => figure === name)
  const one = (name: DayFigure['figure']) => of(name)[0]?.value ?? 0
  const byCity = (name: 'offers' | 'requests') => {
    const counts = new Map(of(name).map(({ part, value }) => [part, value]))
    const parts = CITY_SLUGS.map((city) => [city, counts.get(city) ?? 0])
    return publicParts(Object.fromEntries(parts) as Record<CitySlug, number>).parts
  }
  const [offers, requests] = [byCity('offers'), byCity('requests')]
  const removals = of('removals').sort((a, b) => (a.part < b.part ? -1 : 1))
  return {
    waiting: publicTens(waiting),
    minutesToDecide: one('decisions') < SMALLEST_GROUP ? null : one('minutes_to_decide'),
    removals: removals.map(({ part, value }) => ({ reason: part, count: publicCount(value) })),
    cities: CITY_SLUGS.map((city) => ({ city, offers: offers[city], requests: requests[city] })),
  }
}

/** One of the figures of a day: of a city, of a reason, or of everything. */
interface DayFigure {
  figure: 'offers' | 'requests' | 'removals' | 'decisions' | 'minutes_to_decide'
  part: string
  value: number
}

async function readDayFigures(now: Date): Promise<DayFigure[]> {
  return db.$queryRaw`
    SELECT figure, part, value FROM day_figure WHERE day = ${cityDay(now, ZONE)}::date`
}

/**
 * The rows of `day_figure` for the day of `now`: of the two weeks before it, counted anew. There is
 * always one of `decisions`.
 */
export function pastFigures(now: Date): Prisma.Sql {
  const midnight = cityInstant(cityDay(now, ZONE), '00:00', ZONE)
  const since = new Date(midnight.getTime() - FIGURE_DAYS * 86_400_000)
  const past = (column: Prisma.Sql) =>
    Prisma.sql`${column} >= ${since}::timestamptz AND ${column} < ${midnight}::timestamptz`
  return Prisma.sql`
    SELECT 'offers' AS figure, city::text AS part, count(*)::int AS value FROM listing
      WHERE NOT sample AND ${past(Prisma.sql`created_at`)} GROUP BY city
    UNION ALL
    SELECT 'requests', city::text, count(*)::int
      FROM request JOIN listing ON listing.id = listing_id
      WHERE ${past(Prisma.sql`request.created_at`)} GROUP BY city
    UNION ALL
    SELECT 'removals', reason, count(*)::int
      FROM decision JOIN listing ON listing.id = listing_id AND NOT sample
      WHERE action IN ('reject', 'take_down') AND ${past(Prisma.sql`decision.created_at`)}
      GROUP BY reason
    UNION ALL
    SELECT name, '', value FROM (${firstDecisions(since, midnight)}) AS first,
      LATERAL (VALUES ('decisions', decisions), ('minutes_to_decide', minutes)) AS each (name, value)
    WHERE value IS NOT NULL`
}

async function countDays(now: Date): Promise<Record<CitySlug, DayCount[]>> {
  const today = cityDay(now, ZONE)
  const first = addDays(today, 1 - FIGURE_DAYS)
  const rows = await db.$queryRaw<
    { city: CitySlug; day: string; offers: number; requests: number }[]
  >`
    SELECT city::text, day, sum(offers)::int AS offers, sum(requests)::int AS requests FROM (
      SELECT city, to_char(created_at AT TIME ZONE ${ZONE}, 'YYYY-MM-DD') AS day,
        1 AS offers, 0 AS requests
        FROM listing WHERE NOT sample
          AND created_at > ${daysAgo(now)}::timestamptz AND created_at <= ${now}
      UNION ALL
      SELECT listing.city, to_char(request.created_at AT TIME ZONE ${ZONE}, 'YYYY-MM-DD'), 0, 1
        FROM request JOIN listing ON listing.id = listing_id
        WHERE request.created_at > ${daysAgo(now)}::timestamptz
          AND request.created_at <= ${now}) AS counted
    WHERE day >= ${first} GROUP BY city, day`
  const counts = new Map(rows.map((row) => [`${row.city} ${row.day}`, row]))
  const daysOf = (city: CitySlug) =>
    Array.from({ length: FIGURE_DAYS }, (_, index) => {
      const day = addDays(first, index)
      const { offers = 0, requests = 0 } = counts.get(`${city} ${day}`) ?? {}
      return { day, offers, requests }
    })
  return Object.fromEntries(CITY_SLUGS.map((city) => [city, daysOf(city)])) as Record<
    CitySlug,
    DayCount[]
  >
}

async function countUnmet(now: Date): Promise<Figures['unmet']> {
  return db.$queryRaw`
    SELECT kind::text, party,
      count(*) FILTER (WHERE status IN ('declined', 'expired', 'released'))::int AS unmet,
      count(*)::int AS ended
    FROM (SELECT kind, status, CASE WHEN adults + children = 1 THEN '1'
        WHEN adults + children = 2 THEN '2' WHEN adults + children <= 4 THEN '3–4' ELSE '5+' END
        AS party
      FROM request WHERE created_at > ${daysAgo(now)}::timestamptz
        AND status IN ('accepted', 'declined', 'expired', 'released')) AS ended
    GROUP BY kind, party ORDER BY kind, party`
}

async function medianAnswer(now: Date): Promise<number | null> {
  return medianMinutes(
    await db.$queryRaw`
    SELECT percentile_cont(0.5) WITHIN GROUP (
      ORDER BY extract(epoch FROM coalesce(accepted_at, closed_at) - created_at) / 60) AS minutes
    FROM request WHERE created_at > ${daysAgo(now)}::timestamptz
      AND (accepted_at IS NOT NULL OR status = 'declined')`,
  )
}

async function medianDecision(now: Date): Promise<number | null> {
  const [row] = await db.$queryRaw<{ minutes: number | null }[]>`
    ${firstDecisions(new Date(daysAgo(now)), now)}`
  return row?.minutes ?? null
}

// Of listings offered since then: how many were decided before the end, and after how many minutes.
function firstDecisions(since: Date, end: Date): Prisma.Sql {
  return Prisma.sql`
    SELECT round(percentile_cont(0.5) WITHIN GROUP (ORDER BY minutes))::int AS minutes,
      count(*)::int AS decisions
    FROM (
      SELECT extract(epoch FROM min(decision.created_at) - min(listing.created_at)) / 60 AS minutes
      FROM decision JOIN listing ON listing.id = listing_id AND NOT sample
      WHERE listing.created_at >= ${since}::timestamptz AND action <> 'endorse'
        AND decision.created_at < ${end}::timestamptz
      GROUP BY listing.id) AS first`
}

/** New listings and changes of published ones, as the moderators' queue has them. */
async function countWaiting(now: Date): Promise<number> {
  const [row] = await db.$queryRaw<{ waiting: number }[]>`
    SELECT ((SELECT count(*) FROM listing
        WHERE status = 'pending' AND NOT sample AND (expires_at IS NULL OR expires_at > ${now}))
      + (SELECT count(*) FROM listing_revision AS revision JOIN listing ON listing.id = listing_id
        WHERE revision.status = 'pending' AND listing.status = 'published' AND NOT sample
          AND (expires_at IS NULL OR expires_at > ${now})))::int AS waiting`
  return row?.waiting ?? 0
}

async function medianWaits(now: Date): Promise<Figures['waits']> {
  return db.$queryRaw`
    SELECT city::text, count(*)::int AS reports,
      round(percentile_cont(0.5) WITHIN GROUP (ORDER BY minutes))::int AS minutes
    FROM wait_report JOIN listing ON listing.id = listing_id
    WHERE wait_report.created_at > ${new Date(now.getTime() - WAIT_HOURS * 3_600_000)}
    GROUP BY city ORDER BY city`
}

async function countEmptySearches(now: Date): Promise<Figures['emptySearches']> {
  const rows = await db.emptySearch.groupBy({
    by: ['kind', 'city'],
    where: { day: { gt: new Date(daysAgo(now)) } },
    _sum: { searches: true },
    orderBy: [{ _sum: { searches: 'desc' } }, { kind: 'asc' }, { city: 'asc' }],
    take: 20,
  })
  return rows.map(({ _sum, ...where }) => ({ ...where, searches: _sum.searches ?? 0 }))
}

async function countConfirmed(now: Date): Promise<Figures['confirmed']> {
  const standing: Prisma.ListingWhereInput = {
    status: 'published',
    sample: false,
    OR: [{ expiresAt: null }, { expiresAt: { gt: now } }],
  }
  const inTime = Object.entries(FRESHNESS).map(([kind, { fadesMs }]) => ({
    kind: kind as ListingKind,
    confirmedAt: { gt: new Date(now.getTime() - fadesMs) },
  }))
  const [all, fresh] = await Promise.all([
    db.listing.count({ where: standing }),
    db.listing.count({ where: { AND: [standing, { OR: inTime }] } }),
  ])
  return { inTime: fresh, all }
}

function medianMinutes(rows: { minutes: number | null }[]): number | null {
  const minutes = rows[0]?.minutes
  return minutes === null || minutes === undefined ? null : Math.round(Number(minutes))
}

function daysAgo(now: Date): string {
  return new Date(now.getTime() - FIGURE_DAYS * 86_400_000).toISOString()
}
