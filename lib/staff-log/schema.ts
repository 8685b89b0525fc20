import { z } from 'zod'
import { day } from '@/lib/listings/schema'

/** The tables whose changes by staff are logged. */
export const SUBJECTS = [
  'account',
  'decision',
  'listing',
  'report',
  'staff_note',
  'second_factor',
  'announcement',
  'job',
  'trusted_post',
  'centre',
  'opening_exception',
  'public_holiday',
  'centre_import',
  'place',
  'guide_statement',
] as const
export type Subject = (typeof SUBJECTS)[number]

const id = z.uuid().optional().catch(undefined)
const aDay = day.optional().catch(undefined)

/** The search of the log's page; what makes no sense is left out. */
export const logSearchSchema = z.object({
  subject: z.enum(SUBJECTS).optional().catch(undefined),
  who: id,
  about: id,
  /** First and last day, of Kazakhstan. */
  from: aDay,
  to: aDay,
  before: z.coerce.bigint().positive().optional().catch(undefined),
})

export type LogSearch = z.output<typeof logSearchSchema>
