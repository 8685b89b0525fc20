import { z } from 'zod'
import { readPosition } from '@/lib/places/position'

/** Longest query that is read. */
export const QUERY_LENGTH = { max: 100 }

/** More than this is «more than 20». */
export const COUNTED = 20

/** Days for which it is known how often nothing was found. */
export const EMPTY_SEARCH_DAYS = 365

/** A word that no listing was known to say for this long is looked for anew. */
export const WORD_DAYS = 7

/** How a list can be sorted; `nearest` needs a position. */
export const SORTS = ['soonest', 'newest', 'free', 'nearest'] as const
export type Sort = (typeof SORTS)[number]

const asked = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined)

/** What is typed into a box; one letter too many is kept, to say that it was too long. */
export const queryText = asked(
  z
    .string()
    .transform((text) => [...text.trim()].slice(0, QUERY_LENGTH.max + 1).join(''))
    .transform((text) => text || undefined),
)

/** Whether words are searched as they are typed, without mending slips. */
export const literal = asked(z.literal('1'))

/** Where a list goes on; the longest is a price, an instant and an id. */
export const cursorText = asked(z.string().max(80))

/** What the address of any list may ask besides its own filters; what is not understood is left out. */
export const searchFields = {
  q: queryText,
  literal,
  sort: asked(z.enum(SORTS)),
  near: asked(z.string().refine((text) => readPosition(text) !== null)),
  cursor: cursorText,
}

/** What the address of the search over all kinds may ask. */
export const searchQuerySchema = z.object({
  q: queryText,
  literal,
  kind: asked(z.enum(['ride', 'housing', 'centre'])),
})
