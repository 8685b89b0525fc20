import { z } from 'zod'
import { choice, day, listingId, privateText, tick, wholeNumber } from '@/lib/listings/schema'
import { FORM_AGE_MS } from '@/lib/requests/rules'
import { keyedHash } from '@/lib/seal'

/** Limits that the database holds as well (constraint `request_party_range`). */
export const ADULTS = { min: 1, max: 20 }
export const CHILDREN = { min: 0, max: 19 }
export const MAX_PARTY = 20
export const MESSAGE_LENGTH = { max: 1000 }
export const NAME_LENGTH = { max: 40 }
/** Counted up when a question of the form changes its meaning: a draft on a phone names its form. */
export const ASK_FORM = 1
export const LINE_MODES = ['take', 'offer'] as const
/** Where a request goes while a private page is open: to that one, or to a new one. */
const PAGES = ['open', 'own'] as const

const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional())

/** A private link's secret: 32 bytes in base64url. */
export const tokenSchema = z.string().regex(/^[A-Za-z0-9_-]{43}$/, { error: 'unknown_choice' })

/** What a screen shows to be scanned: 36 bytes. */
export const screenTokenSchema = z.string().regex(/^[A-Za-z0-9_-]{48}$/)

/**
 * The form of a request. `from` is the first night and `to` the day of leaving, of housing only.
 * `womenOnly` is for a woman who asks for women only, where that is offered.
 * `line` is what should happen when it is full; without it the form comes back (`choose_line`).
 * `token` is the link that the request goes behind; it may be one that does not exist yet.
 */
export function askSchema(now: Date) {
  return z
    .object({
      listingId,
      adults: wholeNumber(ADULTS),
      children: z.preprocess((value) => value || '0', wholeNumber(CHILDREN)),
      from: optional(day),
      to: optional(day),
      text: privateText(MESSAGE_LENGTH),
      name: z
        .preprocess((value) => value ?? '', privateText(NAME_LENGTH))
        .transform((name) => name.replace(/\s+/g, ' ') || null),
      line: optional(choice(LINE_MODES)),
      womenOnly: tick,
      token: optional(tokenSchema),
      page: optional(choice(PAGES)),
      askedAt: z.string({ error: 'form_too_old' }),
    })
    .superRefine((form, context) => {
      const add = (field: string, message: string, params?: Record<string, number>) =>
        context.addIssue({ code: 'custom', path: [field], message, params })
      const isEachFew = form.adults <= ADULTS.max && form.children <= CHILDREN.max
      if (isEachFew && form.adults + form.children > MAX_PARTY)
        add('children', 'party_too_large', PARTY)
      const age = formAge(form.askedAt, now)
      if (age > FORM_AGE_MS.max) add('askedAt', 'form_too_old')
      if (age < FORM_AGE_MS.min) add('askedAt', 'form_too_fast')
      if (!form.from !== !form.to) add(form.from ? 'to' : 'from', 'required')
      if (form.from && form.to && form.from >= form.to) add('to', 'leaves_before_night')
    })
}

const PARTY = { max: MAX_PARTY }

export type AskInput = z.output<ReturnType<typeof askSchema>>

/** The hidden field `askedAt`: when the form was shown, signed. */
export function signFormTime(now: Date): string {
  const time = String(now.getTime())
  return `${time}.${keyedHash('form-time', time)}`
}

/** One request, named by a form. */
export const requestSchema = z.object({ requestId: z.uuid({ error: 'unknown_choice' }) })

/** A message to the other side: sealed, never a document number. */
export const messageSchema = requestSchema.extend({
  text: privateText({ min: 1, ...MESSAGE_LENGTH }),
})

/** Nine digits, however they are grouped. */
export const codeSchema = z.object({
  code: z
    .string({ error: 'required' })
    .transform((code) => code.replace(/[\s\u00a0-]/g, ''))
    .pipe(
      z
        .string()
        .min(1, { error: 'required' })
        .regex(/^\d{9}$/, { error: 'wrong_page_code' }),
    ),
})

/** Milliseconds since a form was shown; infinite when the time was not signed by us. */
function formAge(signed: string, now: Date): number {
  const [time = ''] = signed.split('.')
  const shown = new Date(Number(time))
  if (Number.isNaN(shown.getTime()) || signFormTime(shown) !== signed) {
    return Number.POSITIVE_INFINITY
  }
  return now.getTime() - shown.getTime()
}
