import { z } from 'zod'
import { choice, day } from '@/lib/listings/schema'
import { findPersonalData, findUnprintable } from '@/lib/moderation/rules'
import { cityDay } from '@/lib/places/city-time'

/** Limits that the database holds as well (constraints `guide_statement_…`). */
export const STATEMENT_LENGTH = { min: 3, max: 500 }
export const SOURCE_NAME_LENGTH = { max: 80 }
export const SOURCE_LENGTH = 500

/** How sure staff may say that it is: an official text, one source, or nobody knows and whom to ask. */
export const SURENESS = ['A', 'B', 'C'] as const

/** Where something was read: the address of a page. */
export const sourceAddress = z
  .string({ error: 'required' })
  .trim()
  .min(1, { error: 'required', abort: true })
  .max(SOURCE_LENGTH, { error: 'not_https', abort: true })
  .regex(/^\S+$/, { error: 'not_https', abort: true })
  .pipe(z.url({ protocol: /^https$/, error: 'not_https' }))

/** The day on which a source was read: not one that is still to come. */
export function dayChecked(now: Date) {
  return day.refine((value) => value <= cityDay(now, 'Asia/Almaty'), { error: 'in_the_future' })
}

/** The number of the state that was open in the form. */
export const openedVersion = z.coerce
  .number({ error: 'invalid' })
  .int({ error: 'invalid' })
  .min(0, { error: 'invalid' })
  .max(2_147_483_647, { error: 'invalid' })

// The site of an organisation that helps is a fact, not a way around requests; all else that is
// personal stays out.
const statementText = z
  .string({ error: 'required' })
  .transform((text) => text.replace(/\r\n?/g, '\n').normalize('NFC').trim())
  .superRefine((text, context) => {
    const { min, max } = STATEMENT_LENGTH
    const length = [...text].length
    const found = findPersonalData(text)
    const problem =
      (length === 0 ? 'required' : length < min ? 'too_short' : length > max ? 'too_long' : null) ??
      findUnprintable(text) ??
      (found === 'has_link' ? null : found)
    if (problem)
      context.addIssue({ code: 'custom', message: problem, params: { min, max, length } })
  })

// A name of a site is a link by its look.
const sourceName = z
  .string({ error: 'required' })
  .transform((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim())
  .superRefine((text, context) => {
    const { max } = SOURCE_NAME_LENGTH
    const length = [...text].length
    const problem = length > max ? 'too_long' : findUnprintable(text)
    if (problem) context.addIssue({ code: 'custom', message: problem, params: { max, length } })
  })

// A row that was dropped and written anew begins at 1 again: its id tells it from the one before.
const entry = {
  topic: z.string(),
  name: z.string(),
  row: z.union([z.literal(''), z.uuid({ error: 'invalid' })], { error: 'invalid' }),
  version: openedVersion,
}

/** What staff write for a statement: it replaces the shipped words in all three languages. */
export function statementSchema(now: Date) {
  return z
    .object({
      ...entry,
      textRu: statementText,
      textKk: statementText,
      textEn: statementText,
      source: sourceAddress,
      sourceName,
      checkedOn: dayChecked(now),
      sure: choice(SURENESS),
    })
    .transform((input) => ({
      ...input,
      sourceName: input.sourceName || new URL(input.source).hostname.replace(/^www\./, ''),
    }))
}
export type StatementInput = z.output<ReturnType<typeof statementSchema>>

/** Which statement, and as of which state. */
export const entrySchema = z.object(entry)
export type EntryInput = z.output<typeof entrySchema>
