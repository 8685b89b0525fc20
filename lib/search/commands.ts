import { createHash } from 'node:crypto'
import { type Connection, db } from '@/lib/db'
import type { Prisma } from '@/lib/generated/prisma/client'
import { describedBy } from '@/lib/search/describe'
import { forgiven, neighbours } from '@/lib/search/distance'
import { WORD_DAYS } from '@/lib/search/schema'
import * as words from '@/lib/search/synonyms'
import { keysOf, type SpokenWord, termsOf } from '@/lib/search/terms'

/** Raised when the rules of lib/search change what a listing is found by. */
const RULES = 1

/** What terms are made of; when it changes, all listings are written anew. */
export const EDITION = `${RULES}.${createHash('sha256').update(JSON.stringify(words)).digest('base64url').slice(0, 16)}`

/** Listings that are written anew in one go. */
const BATCH = 200
const SWEEP_MS = 20_000

const describedSelect = {
  id: true,
  kind: true,
  city: true,
  otherCity: true,
  language: true,
  title: true,
  body: true,
  ride: {
    select: {
      priceTenge: true,
      luggage: true,
      childSeats: true,
      pets: true,
      fromPlace: { omit: { source: true } },
      toPlace: { omit: { source: true } },
    },
  },
  housing: { omit: { addressSealed: true } },
  centre: { omit: { addressSealed: true } },
} as const satisfies Prisma.ListingSelect

/** A listing with all that its terms are made of; nothing of it is sealed. */
export type DescribedRow = Prisma.ListingGetPayload<{ select: typeof describedSelect }>

/** The listings that can be found: public ones that are not over. */
const findable = (now: Date) =>
  ({
    status: 'published',
    OR: [{ expiresAt: null }, { expiresAt: { gt: now } }],
  }) as const satisfies Prisma.ListingWhereInput

/**
 * Writes what listings are found by, in the transaction that wrote them, and takes it from those
 * that nobody can find. When one stops being public, the trigger `listing_search_ends` does.
 */
export async function indexListings(tx: Connection, ids: string[]): Promise<void> {
  const rows = await tx.listing.findMany({
    where: { id: { in: ids }, ...findable(new Date()) },
    select: describedSelect,
  })
  const found = new Set(rows.map(({ id }) => id))
  const others = ids.filter((id) => !found.has(id))
  if (others.length > 0) await tx.listingSearch.deleteMany({ where: { listingId: { in: others } } })
  const spoken: SpokenWord[] = []
  const searches: { listing_id: string; terms: string[] }[] = []
  for (const row of rows) {
    const { terms, words } = termsOf(describedBy(row))
    searches.push({ listing_id: row.id, terms })
    spoken.push(...words)
  }
  // In one order, as below.
  searches.sort((a, b) => (a.listing_id < b.listing_id ? -1 : 1))
  await tx.$executeRaw`
    INSERT INTO listing_search (listing_id, terms, edition)
    SELECT listing_id, terms, ${EDITION}
    FROM jsonb_to_recordset(${JSON.stringify(searches)}::jsonb) AS said (listing_id uuid, terms text[])
    ON CONFLICT (listing_id) DO UPDATE SET terms = EXCLUDED.terms, edition = EXCLUDED.edition`
  await writeWords(tx, spoken)
}

/**
 * Writes terms of public listings that have none or those of an earlier edition, for some seconds.
 * Safe to run twice; returns how many listings it wrote.
 */
export async function indexStale(): Promise<number> {
  const until = Date.now() + SWEEP_MS
  let written = 0
  while (Date.now() < until) {
    const stale = await db.listing.findMany({
      where: {
        ...findable(new Date()),
        AND: [{ OR: [{ search: null }, { search: { edition: { not: EDITION } } }] }],
      },
      take: BATCH,
      select: { id: true },
    })
    if (stale.length === 0) break
    await db.$transaction(
      (tx) =>
        indexListings(
          tx,
          stale.map(({ id }) => id),
        ),
      { timeout: 60_000 },
    )
    written += stale.length
  }
  return written
}

/** Erases what listings were found by that are over. Safe to run twice. */
export async function forgetTerms(now: Date): Promise<void> {
  await db.$executeRaw`
    DELETE FROM listing_search USING listing
    WHERE listing.id = listing_id AND listing.expires_at <= ${now}`
}

/** Erases words that no listing says any more, some at a time. Safe to run twice. */
export async function forgetWords(now: Date): Promise<void> {
  const before = new Date(now.getTime() - WORD_DAYS * 86_400_000)
  await db.$executeRaw`
    WITH old AS MATERIALIZED (
      SELECT term, word, EXISTS (SELECT FROM listing_search WHERE terms @> ARRAY[old.term]) AS said
      FROM (SELECT term, word FROM spoken_word WHERE seen_at < ${before} ORDER BY seen_at LIMIT ${BATCH}) AS old
    ), kept AS (
      UPDATE spoken_word SET seen_at = ${now} FROM old
      WHERE old.said AND (spoken_word.term, spoken_word.word) = (old.term, old.word)
    )
    DELETE FROM spoken_word USING old
    WHERE NOT old.said AND (spoken_word.term, spoken_word.word) = (old.term, old.word)`
}

/**
 * Writes words that public listings say, to complete and correct what is typed. In one order, so
 * that two listings written at once do not wait for each other in a circle.
 */
export async function writeWords(tx: Connection, spoken: SpokenWord[]): Promise<void> {
  const distinct = new Map(spoken.map((one) => [`${one.term} ${one.word}`, one]))
  const rows = [...distinct].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
  await tx.$executeRaw`
    INSERT INTO spoken_word (term, word, sound)
    SELECT term, word, sound
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS said (term text, word text, sound text)
    ON CONFLICT (term, word) DO UPDATE SET seen_at = now()`
  const slips = rows.flatMap(({ term, word, sound }) =>
    [
      ...new Set(
        keysOf({ term, sound })
          .filter((key) => forgiven(key) > 0)
          .flatMap(neighbours),
      ),
    ].map((leftOver) => ({ leftOver, term, word, sound })),
  )
  await tx.spokenSlip.createMany({ data: slips, skipDuplicates: true })
}
