import { z } from 'zod'

/** Erasing cannot be undone: it is ticked, then sent. */
export const eraseSchema = z.object({ understood: z.literal('on', { error: 'acknowledge' }) })
