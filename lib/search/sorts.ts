import { Prisma } from '@/lib/generated/prisma/client'
import type { Sort } from '@/lib/search/schema'

/** What rows are sorted by. */
export interface SortRow {
  id: string
  sortAt: Date
  publishedAt: Date | null
  priceTenge: number | null
  confirmedAt: Date
}

/** Orders that the database has an index for; distance is another matter. */
export type IndexedSort = Exclude<Sort, 'nearest'> | 'confirmed'

type Column = Exclude<keyof SortRow, 'id'>

interface Order {
  /** First by these, then by id, all in one direction. */
  columns: readonly Column[]
  way: 'asc' | 'desc'
}

const ORDERS: Record<IndexedSort, Order> = {
  soonest: { columns: ['sortAt'], way: 'asc' },
  newest: { columns: ['publishedAt'], way: 'desc' },
  confirmed: { columns: ['confirmedAt'], way: 'desc' },
  free: { columns: ['priceTenge', 'sortAt'], way: 'asc' },
}

const LISTING = {
  sortAt: Prisma.sql`listing.sort_at`,
  publishedAt: Prisma.sql`listing.published_at`,
  confirmedAt: Prisma.sql`listing.confirmed_at`,
  priceTenge: Prisma.sql`listing.price_tenge`,
  id: Prisma.sql`listing.id`,
}
/** What `search` (listing_search) carries of the same. */
const SEARCH = {
  ...LISTING,
  sortAt: Prisma.sql`search.sort_at`,
  confirmedAt: Prisma.sql`search.confirmed_at`,
  id: Prisma.sql`search.listing_id`,
}
/** What `ride` does. */
const RIDE = {
  ...LISTING,
  sortAt: Prisma.sql`ride.departs_at`,
  id: Prisma.sql`ride.listing_id`,
}
const COLUMNS = { listing: LISTING, search: SEARCH, ride: RIDE }
/** Whose columns an order is read from. */
export type Sorted = keyof typeof COLUMNS

/** A listing in the order of a list, with the cursor that goes on behind it. */
export interface Chosen {
  id: string
  cursor: string
}

/** Where a list goes on: the key of its last row, `<number>.<id>` or `<price>.<number>.<id>`. */
export function cursorOf(sort: IndexedSort, row: SortRow): string {
  const key = ORDERS[sort].columns.map((column) => Number(row[column] ?? 0))
  return [...key, row.id].join('.')
}

/** An order, for statements that choose in SQL. */
export function orderSql(sort: IndexedSort, table: Sorted = 'listing'): Prisma.Sql {
  const { columns, way } = ORDERS[sort]
  const direction = way === 'asc' ? Prisma.sql`ASC` : Prisma.sql`DESC`
  const all = [...columns, 'id' as const].map(
    (column) => Prisma.sql`${COLUMNS[table][column]} ${direction}`,
  )
  return Prisma.join(all)
}

/** The rows behind a cursor (keyset); one that is not of this order is the beginning. */
export function afterSql(
  sort: IndexedSort,
  cursor?: string,
  table: Sorted = 'listing',
): Prisma.Sql {
  const key = readCursor(sort, cursor)
  if (!key) return Prisma.sql`true`
  const columns = Prisma.join(key.map(([column]) => COLUMNS[table][column]))
  const values = Prisma.join(
    key.map(([, value]) => {
      if (value instanceof Date) return Prisma.sql`${value}::timestamptz`
      return typeof value === 'string' ? Prisma.sql`${value}::uuid` : Prisma.sql`${value}::int`
    }),
  )
  return ORDERS[sort].way === 'asc'
    ? Prisma.sql`(${columns}) > (${values})`
    : Prisma.sql`(${columns}) < (${values})`
}

/** A row's place in an order that is computed, such as by distance. */
export interface Place {
  rank: number
  sortAt: Date
  id: string
}

/** Where a list by a computed order goes on: `<rank>.<milliseconds>.<id>`. */
export function placeCursor({ rank, sortAt, id }: Place): string {
  return `${rank}.${sortAt.getTime()}.${id}`
}

/** What such a cursor says; null when nobody gave it out. */
export function readPlace(cursor = ''): Place | null {
  const [, rank, time, id = ''] = /^(\d{1,6})\.(\d{1,15})\.(.+)$/.exec(cursor) ?? []
  const isInRange = Number(time) <= LARGEST.instant && ID.test(id)
  return isInRange ? { rank: Number(rank), sortAt: new Date(Number(time)), id } : null
}

type Key = [keyof SortRow, Date | number | string][]

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
/** Largest price that fits its column, and the last millisecond that a date can name. */
const LARGEST = { priceTenge: 2_147_483_647, instant: 253_402_300_799_999 }

function readCursor(sort: IndexedSort, cursor = ''): Key | null {
  const { columns } = ORDERS[sort]
  const parts = cursor.split('.')
  const id = parts.pop() ?? ''
  const numbers = parts.map((part) => (/^\d{1,15}$/.test(part) ? Number(part) : Number.NaN))
  const isKey = numbers.length === columns.length && ID.test(id)
  const key = columns.map((column, index): Key[number] => {
    const number = numbers[index] ?? Number.NaN
    return [column, column === 'priceTenge' ? number : new Date(number)]
  })
  const isInRange = columns.every((column, index) => {
    const largest = column === 'priceTenge' ? LARGEST.priceTenge : LARGEST.instant
    return (numbers[index] ?? Number.NaN) <= largest
  })
  return isKey && isInRange ? [...key, ['id', id]] : null
}
