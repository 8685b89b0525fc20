import { z } from 'zod'
import { choice, privateText } from '@/lib/listings/schema'

/** What an admin who publishes alone writes at least (`centre_import_published_by_another`). */
export const ALONE_REASON_MIN = 3
/** A limit that the database holds as well (constraint `centre_import_note_length`). */
const NOTE_LENGTH = { max: 1000 }

/** Which rows of a file are looked at, and from which line on. */
export const rowSearchSchema = z.object({
  fate: choice(['new', 'changed', 'unchanged', 'duplicate', 'error']).optional().catch(undefined),
  after: z.coerce.number().int().positive().optional().catch(undefined),
  working: z.literal('1').optional().catch(undefined),
})
export type RowSearch = z.output<typeof rowSearchSchema>

export const importSchema = z.object({ importId: z.uuid({ error: 'unknown_choice' }) })

export const publishSchema = importSchema.extend({
  note: z.preprocess((value) => value ?? '', privateText(NOTE_LENGTH)),
})
