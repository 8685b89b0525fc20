import { db } from '@/lib/db'
import { Prisma } from '@/lib/generated/prisma/client'
import { type Background, backgroundOf, backgroundRows } from '@/lib/listings/queries'
import type { CitySlug } from '@/lib/places/cities'

/** What cards are read against, to be read with what is chosen. */
export interface Against {
  /** Cities whose usual prices count. */
  cities: CitySlug[]
  /** Days whose holidays count, when not those around now. */
  holidays?: { from: string; to: string }
  /** Rows of one text that have nothing to do with the cards, for a page that would ask once more. */
  beside?: Prisma.Sql
}

type Row = Parameters<typeof backgroundOf>[1][number] & { part: string | null; id: string }

const BESIDE = ' beside'

/**
 * Several choices in one statement, and with them what their cards are read against: a page asks
 * once. Each choice has a column `id`; their order stays.
 */
export async function chooseTogether<Part extends string>(
  choices: Record<Part, Prisma.Sql>,
  { cities, holidays, beside }: Against,
  now: Date,
): Promise<{ ids: Record<Part, string[]>; background: Background; beside: string[] }> {
  const parts = Object.entries<Prisma.Sql>(choices).map(
    ([part, choice]) => Prisma.sql`
      SELECT ${part}::text AS part, chosen.id, NULL::city AS city, NULL::int AS price, NULL::text AS day
      FROM (${choice}) AS chosen`,
  )
  const background = Prisma.sql`
    SELECT NULL, NULL, against.* FROM (${backgroundRows(cities, now, holidays)}) AS against`
  const others = beside
    ? [Prisma.sql`SELECT ${BESIDE}, NULL, NULL, NULL, other.* FROM (${beside}) AS other`]
    : []
  const all = [...parts, background, ...others]
  const rows = await db.$queryRaw<Row[]>`${Prisma.join(all, ' UNION ALL ')}`
  const idsOf = (part: string) => rows.flatMap((row) => (row.part === part ? [row.id] : []))
  const ids = Object.fromEntries(Object.keys(choices).map((part) => [part, idsOf(part)]))
  return {
    ids: ids as Record<Part, string[]>,
    background: backgroundOf(
      cities,
      rows.filter(({ part }) => part === null),
    ),
    beside: rows.flatMap((row) => (row.part === BESIDE && 'day' in row ? [row.day] : [])),
  }
}
