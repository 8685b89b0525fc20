import { Prisma } from '@/lib/generated/prisma/client'
import type { Position } from '@/lib/places/position'
import type { Understood, Wish } from '@/lib/search/query'
import { readPlace } from '@/lib/search/sorts'

/** Joins `owner`, the account, to `listing`. LIMIT keeps the planner from reading all accounts for it. */
export const OWNER = Prisma.sql`JOIN LATERAL (
    SELECT * FROM account WHERE id = listing.owner_id LIMIT 1) AS owner ON true`

/** Rows of `search` (listing_search) that meet all wishes. */
export function meeting(wishes: Wish[]): Prisma.Sql {
  return hasAll(setsOf(wishes))
}

/** What meets all wishes: at least one term of each set. */
export function setsOf(wishes: Wish[]): string[][] {
  return wishes.map(({ terms }) => terms)
}

/**
 * Rows of `search` that have at least one term of each set. A cat and a dog are both pets: said
 * twice, the planner would take them for two rare things.
 */
export function hasAll(sets: string[][]): Prisma.Sql {
  const distinct = [...new Map(sets.map((terms) => [terms.join(' '), terms])).values()]
  return distinct.length > 0 ? Prisma.join(distinct.map(hasOne), ' AND ') : Prisma.sql`true`
}

/** Rows of `search` that have at least one of these terms. */
function hasOne(terms: string[]): Prisma.Sql {
  return Prisma.sql`search.terms && ${terms}::text[]`
}

/** Whether anything at all can be found: it asks for something, and for nothing unheard of. */
export function isMeetable({ wishes, unknown, elsewhere }: Understood): boolean {
  return wishes.length > 0 && unknown.length === 0 && !elsewhere
}

/** Farther than any two points on earth: what nobody located comes last. */
const NOWHERE = 99_999

/** `kilometres` for statements that choose in SQL: to the coordinates of a joined table. */
export function kilometresTo({ latitude, longitude }: Position, table: Prisma.Sql): Prisma.Sql {
  const [north, east] = [Prisma.sql`${latitude}::float8`, Prisma.sql`${longitude}::float8`]
  return Prisma.sql`coalesce(round(12742 * asin(sqrt(least(1,
    sin(radians(${table}.latitude - ${north}) / 2) ^ 2 + cos(radians(${north}))
      * cos(radians(${table}.latitude)) * sin(radians(${table}.longitude - ${east}) / 2) ^ 2))))::int,
    ${NOWHERE}::int)`
}

/** The rows behind a cursor of `placeCursor`; one that nobody gave out is the beginning. */
export function afterPlace(columns: Prisma.Sql, cursor?: string): Prisma.Sql {
  const after = readPlace(cursor)
  return after
    ? Prisma.sql`(${columns}) > (${after.rank}::int, ${after.sortAt}::timestamptz, ${after.id}::uuid)`
    : Prisma.sql`true`
}
