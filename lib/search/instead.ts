import type { Viewer } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { Prisma } from '@/lib/generated/prisma/client'
import { type CentreFilter, countingCentres } from '@/lib/search/centres'
import { countingHomes, type HousingFilter } from '@/lib/search/homes'
import type { Understood } from '@/lib/search/query'
import { countingRides, type RideAsk } from '@/lib/search/rides'
import { COUNTED } from '@/lib/search/schema'
import { isMeetable } from '@/lib/search/sql'

/** A way out of an empty list: what is no longer asked, and how much there is then. */
export interface Instead<Filter> {
  without: WayOut
  filter: Filter
  /** To `COUNTED` and one more. */
  count: number
}

/** From the nearest to the farthest; `everything` is only told when nothing nearer is there. */
export type WayOut = 'words' | 'days' | 'hours' | 'price' | 'conditions' | 'city' | 'everything'

const NO_WORDS = { q: undefined, words: null, literal: undefined }

/** What there is when no ride fits: without the words, on other days, without conditions, in all cities. */
export function ridesInstead(viewer: Viewer, filter: RideAsk, now: Date) {
  const { words, date, from, to, people, city } = filter
  const anything = {
    ...NO_WORDS,
    from: undefined,
    to: undefined,
    people: undefined,
    date: undefined,
  }
  return count<RideAsk>(
    [
      words && ['words', { ...filter, ...NO_WORDS }],
      date && ['days', { ...filter, date: undefined }],
      (from || to || people) && ['conditions', { ...filter, ...anything }],
      city && ['city', { ...filter, city: null }],
      ['everything', { ...filter, ...anything, city: null }],
    ],
    (wider) => countingRides(viewer, wider, COUNTED + 1, now),
  )
}

/** The same for homes, and what costs money when nothing free of charge fits. */
export function homesInstead(viewer: Viewer, filter: HousingFilter, now: Date) {
  const { words, from, to, free, kind, people, city } = filter
  const anyDay = { from: undefined, to: undefined }
  const anything = { ...NO_WORDS, ...anyDay, free: undefined, kind: undefined, people: undefined }
  return count<HousingFilter>(
    [
      words && ['words', { ...filter, ...NO_WORDS }],
      (from || to) && ['days', { ...filter, ...anyDay }],
      free && ['price', { ...filter, free: undefined }],
      (kind || people) && ['conditions', { ...filter, ...anything }],
      city && ['city', { ...filter, city: null }],
      ['everything', { ...filter, ...anything, city: null }],
    ],
    (wider) => countingHomes(viewer, wider, COUNTED + 1, now),
  )
}

/** The same for centres: those that are closed now, those that help with something else. */
export function centresInstead(viewer: Viewer, filter: CentreFilter, now: Date) {
  const { words, open, service, city } = filter
  const anything = { ...NO_WORDS, open: undefined, service: undefined }
  return count<CentreFilter>(
    [
      words && ['words', { ...filter, ...NO_WORDS }],
      open && ['hours', { ...filter, open: undefined }],
      service && ['conditions', { ...filter, ...anything }],
      city && ['city', { ...filter, city: null }],
      ['everything', { ...filter, ...anything, city: null }],
    ],
    (wider) => countingCentres(viewer, wider, COUNTED + 1, now),
  )
}

type Way<Filter> = [WayOut, Filter]

/** Counts all ways in one statement. */
async function count<Filter extends { words?: Understood | null }>(
  ways: (Way<Filter> | '' | 0 | null | undefined)[],
  counting: (filter: Filter) => Prisma.Sql,
): Promise<Instead<Filter>[]> {
  const tried = ways
    .filter((way): way is Way<Filter> => Boolean(way))
    .filter(([, { words }]) => !words || isMeetable(words))
  const counts = tried.map(
    ([, filter], index) => Prisma.sql`
      SELECT ${index}::int AS index, (${counting(filter)}) AS count`,
  )
  const rows = await db.$queryRaw<
    { index: number; count: number }[]
  >`${Prisma.join(counts, ' UNION ALL ')}`
  const found = tried.flatMap(([without, filter], at) => {
    const count = rows.find(({ index }) => index === at)?.count ?? 0
    return count > 0 ? [{ without, filter: { ...filter, cursor: undefined }, count }] : []
  })
  const nearer = found.filter(({ without }) => without !== 'everything')
  return nearer.length > 0 ? nearer : found
}
