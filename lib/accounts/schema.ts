import { z } from 'zod'
import { LOCALES } from '@/lib/i18n/locales'
import { choice, email, publicLine } from '@/lib/listings/schema'

export const PUBLIC_NAME = { min: 2, max: 40 }
/** The wording of the legal duties that is shown now; a new wording is read anew. */
export const DUTIES_WORDING = 1

/** Where to go afterwards; `safeReturn` accepts only paths of ours. */
const next = z.string().max(200).optional()

export const signInSchema = z.object({ email, next })

/** Six digits; spaces typed or pasted between them do not matter. */
export const codeSchema = z.object({
  code: z
    .string({ error: 'required' })
    .transform((text) => text.replace(/\s/g, ''))
    .pipe(
      z
        .string()
        .min(1, { error: 'required' })
        .regex(/^\d{6}$/, { error: 'not_six_digits' }),
    ),
  next,
})

export const linkSchema = z.object({ token: z.string().max(100) })

export const profileSchema = z.object({
  publicName: publicLine(PUBLIC_NAME),
  language: choice(LOCALES),
  next,
})

export const dutiesSchema = z.object({
  kind: z.enum(['ride', 'housing']),
  read: z.literal('on', { error: 'acknowledge' }),
})
