import { Prisma } from '@/lib/generated/prisma/client'
import type { ListingKind } from '@/lib/generated/prisma/enums'
import type { Understood } from '@/lib/search/query'
import { afterSql, type IndexedSort, orderSql } from '@/lib/search/sorts'
import { hasAll, meeting, OWNER, setsOf } from '@/lib/search/sql'

/** Listings of one kind in an order. */
export interface Ordered<Sort extends IndexedSort = IndexedSort> {
  kind: ListingKind
  sort: Sort
  cursor?: string | undefined
  /** The earliest `sort_at`. */
  since?: Date | undefined
  /** Of `listing` and `joins`; with words, of `search`, too. */
  columns: Prisma.Sql
  joins: Prisma.Sql
  where: Prisma.Sql
  take: number
}

/** What rows are sorted by, under the names of `SortRow`. */
export const SORTED_BY = Prisma.sql`listing.sort_at AS "sortAt",
  listing.published_at AS "publishedAt", listing.confirmed_at AS "confirmedAt",
  listing.price_tenge AS "priceTenge"`

/** The first `take` of an order; with words, of those that say them. In parentheses. */
export function orderedListings(ordered: Ordered, words?: Understood | null): Prisma.Sql {
  const { kind, sort, cursor, since, columns, joins, where, take } = ordered
  if (words && isCarried(ordered)) return firstSaying(ordered, setsOf(words.wishes))
  return Prisma.sql`(
    SELECT ${columns} FROM listing
    ${joins}
    ${words ? SEARCH : Prisma.empty}
    WHERE listing.kind = ${kind}::listing_kind AND ${where}
      AND ${since ? Prisma.sql`listing.sort_at > ${since}` : Prisma.sql`true`}
      AND ${words ? meeting(words.wishes) : Prisma.sql`true`} AND ${afterSql(sort, cursor)}
    ORDER BY ${orderSql(sort)} LIMIT ${take})`
}

const LISTING = Prisma.sql`
  JOIN LATERAL (SELECT * FROM listing WHERE id = search.listing_id LIMIT 1) AS listing ON true`
const SEARCH = Prisma.sql`JOIN listing_search AS search ON search.listing_id = listing.id`

/** Orders that `listing_search` has an index for. */
type Carried = 'soonest' | 'confirmed'

function isCarried(ordered: Ordered): ordered is Ordered<Carried> {
  return ordered.sort === 'soonest' || ordered.sort === 'confirmed'
}

/** So many of an order are read before the index of words is asked: one or two milliseconds. */
const WALKED = 450

/** How many listings of any kind say at least one term of each set, to `take`; the same way. */
export function countSaying(says: string[][], where: Prisma.Sql, take: number): Prisma.Sql {
  const counted = (rows: Prisma.Sql, condition: Prisma.Sql) => Prisma.sql`
    SELECT count(*)::int FROM (
      SELECT FROM (${rows}) AS search ${LISTING} ${OWNER}
      WHERE ${condition} AND ${where} LIMIT ${take}) AS counted`
  const walked = Prisma.sql`SELECT * FROM listing_search ORDER BY listing_id LIMIT ${WALKED}`
  const looked = Prisma.sql`SELECT * FROM looked`
  return Prisma.sql`
    WITH looked AS MATERIALIZED (
      SELECT listing_id FROM listing_search AS search WHERE ${hasAll(says)})
    SELECT CASE WHEN walked.count = ${take} THEN walked.count
      ELSE (${counted(looked, Prisma.sql`true`)}) END
    FROM (${counted(walked, hasAll(says))}) AS walked`
}

/**
 * The first of an order that say at least one term of each set. What many say stands among the first
 * of the order; what few say the index of words finds, and these few are sorted. The planner knows
 * neither which words go together nor which never do, and would read one of the two to its end.
 */
export function firstSaying(ordered: Ordered<Carried>, says: string[][]): Prisma.Sql {
  const { kind, sort, cursor, since, take } = ordered
  const order = orderSql(sort, 'search')
  const ahead = Prisma.sql`${afterSql(sort, cursor, 'search')}
    AND ${since ? Prisma.sql`search.sort_at > ${since}` : Prisma.sql`true`}`
  const walked = Prisma.sql`
    SELECT * FROM listing_search AS search WHERE kind = ${kind}::listing_kind AND ${ahead}
    ORDER BY ${order} LIMIT ${WALKED}`
  // Its kind is a term here: as a column it would be an order to walk along.
  const looked = Prisma.sql`
    SELECT * FROM listing_search AS search WHERE ${hasAll([[`is:${kind}`], ...says])} AND ${ahead}
    ORDER BY ${order}`
  const isEnough = Prisma.sql`(SELECT count(*) FROM walked) = ${take}`
  return Prisma.sql`(
    WITH walked AS MATERIALIZED (${among(walked, hasAll(says), ordered)})
    SELECT * FROM walked WHERE ${isEnough}
    UNION ALL
    SELECT * FROM (${among(looked, Prisma.sql`true`, ordered)}) AS looked WHERE NOT ${isEnough})`
}

function among(rows: Prisma.Sql, says: Prisma.Sql, ordered: Ordered<Carried>): Prisma.Sql {
  const { sort, columns, joins, where, take } = ordered
  return Prisma.sql`
    SELECT ${columns} FROM (${rows}) AS search
    ${LISTING}
    ${joins}
    WHERE ${says} AND ${where} ORDER BY ${orderSql(sort, 'search')} LIMIT ${take}`
}
