import { z } from 'zod'
import { listingId } from '@/lib/listings/schema'

/** To take the next case; `after` is the one on the screen, which is let go. */
export const nextSchema = z.object({
  after: z.preprocess((value) => value || undefined, listingId.optional()),
})

export const undoSchema = z.object({ heldId: z.uuid({ error: 'unknown_choice' }) })
