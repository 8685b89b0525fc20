import { z } from 'zod'
import { LOCALES } from '@/lib/i18n/locales'
import { findPersonalData, findUnprintable, hasDocumentNumber } from '@/lib/moderation/rules'
import { isDay } from '@/lib/places/city-time'

/** Limits that the database holds as well (constraints `listing_…`). */
export const TITLE_LENGTH = { min: 3, max: 80 }
export const BODY_LENGTH = { max: 2000 }
/** How far ahead an offer may lie, in days. */
export const AHEAD_DAYS = { ride: 60, housing: 180 }

/** A code for the sentence of a field; zod carries it as the message. */
const code = (name: string) => ({ error: name })
/** The same where rules that compare fields would stumble over the value. */
const final = (name: string) => ({ error: name, abort: true })

function tidy(text: string): string {
  return text.replace(/\r\n?/g, '\n').normalize('NFC').trim()
}

/** A text that everyone will read: printable, without markup and personal data. */
export function publicText({ min = 0, max }: { min?: number; max: number }) {
  return z
    .string(code('required'))
    .transform(tidy)
    .superRefine((text, context) => {
      const problem =
        lengthProblem(text, min, max) ?? findUnprintable(text) ?? findPersonalData(text)
      if (problem)
        context.addIssue({
          code: 'custom',
          message: problem,
          params: { min, max, length: [...text].length },
        })
    })
}

/** One line that everyone will read. */
export function publicLine(limits: { min?: number; max: number }) {
  return publicText(limits).transform((text) => text.replace(/\s+/g, ' '))
}

/** A text that is sealed and shown only after acceptance: never a document number. */
export function privateText({ min = 0, max }: { min?: number; max: number }) {
  return z
    .string(code('required'))
    .transform(tidy)
    .superRefine((text, context) => {
      const document = hasDocumentNumber(text) ? 'has_iin' : null
      const problem = lengthProblem(text, min, max) ?? findUnprintable(text) ?? document
      if (problem)
        context.addIssue({
          code: 'custom',
          message: problem,
          params: { min, max, length: [...text].length },
        })
    })
}

/** A whole number typed as people type it: spaces between thousands are fine. */
export function wholeNumber({ min, max }: { min: number; max: number }) {
  return z
    .string(code('required'))
    .transform((text) => text.replace(/[\s\u00a0]/g, ''))
    .superRefine((text, context) => {
      const problem = numberProblem(text, min, max)
      if (problem) context.addIssue({ code: 'custom', message: problem, params: { min, max } })
    })
    .transform(Number)
}

/** A price in tenge; empty means free of charge. */
export function price(max: number) {
  return z.preprocess(
    (value) => (value === undefined || value === '' ? '0' : value),
    wholeNumber({ min: 0, max }),
  )
}

/** A day of the calendar, `YYYY-MM-DD`. */
export const day = z
  .string(code('required'))
  .trim()
  .min(1, final('required'))
  .refine(isDay, final('not_a_day'))

/** A clock time, `HH:MM`. */
export const clock = z
  .string(code('required'))
  .trim()
  .min(1, final('required'))
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, final('not_a_time'))

/** A tick: sent when it is set, absent when it is not. */
export const tick = z.preprocess((value) => value === 'on' || value === true, z.boolean())

/** One of a closed list. */
export function choice<const T extends readonly [string, ...string[]]>(values: T) {
  return z.enum(values, code('unknown_choice'))
}

/** One or more of a closed list; a browser sends one tick as a plain string. */
export function choices<const T extends readonly [string, ...string[]]>(values: T) {
  return z.preprocess(
    (value) => (value === undefined || value === '' ? [] : [value].flat()),
    z
      .array(choice(values))
      .min(1, code('choose_one'))
      .transform((list) => [...new Set(list)]),
  )
}

/** The id of a listing, as forms and addresses carry it. */
export const listingId = z.uuid(code('unknown_choice'))

export const spokenLanguages = choices(LOCALES)

/** An e-mail address. */
export const email = z
  .string(code('required'))
  .trim()
  .min(1, code('required'))
  .max(254, code('not_an_email'))
  .pipe(z.email(code('not_an_email')))

function lengthProblem(text: string, min: number, max: number): string | null {
  const length = [...text].length
  if (min > 0 && length === 0) return 'required'
  if (length < min) return 'too_short'
  return length > max ? 'too_long' : null
}

function numberProblem(text: string, min: number, max: number): string | null {
  if (text === '') return 'required'
  if (!/^[-+]?\d{1,12}$/.test(text)) return 'not_a_number'
  const value = Number(text)
  return value < min || value > max ? 'out_of_range' : null
}
