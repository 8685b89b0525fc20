import { z } from 'zod'
import { choice, listingId, privateText } from '@/lib/listings/schema'

export const DECISIONS = ['approve', 'reject', 'request_changes', 'take_down'] as const

export type DecisionName = (typeof DECISIONS)[number]

/** Why an admin publishes alone what two should agree on: a code, because the log keeps no words. */
export const ALONE_REASONS = [
  'alone_at_night',
  'alone_no_colleague',
  'alone_people_outside',
] as const

/** None of ours fits: the moderator's own words say why. */
const OWN_WORDS = 'own_words'

/** Why, in words that exist in three languages (`moderation.reason.*`) and name nobody. */
export const REASONS = {
  approve: ['fine', ...ALONE_REASONS],
  request_changes: ['contact_in_text', 'details_missing', 'unclear', 'wrong_kind', OWN_WORDS],
  reject: [
    'prepayment',
    'looks_like_fraud',
    'not_for_newcomers',
    'around_crossings',
    'duplicate',
    OWN_WORDS,
  ],
  take_down: [
    'reported_unsafe',
    'looks_like_fraud',
    'no_longer_true',
    'author_suspended',
    OWN_WORDS,
  ],
} as const satisfies Record<DecisionName, readonly string[]>

/** Characters of why an admin publishes alone what two should agree on (`listing_published_by_two`). */
export const OVERRIDE_REASON_MIN = 3

export type Reason = (typeof REASONS)[keyof typeof REASONS][number]

const reasonCodes = [...new Set(Object.values(REASONS).flat())] as [Reason, ...Reason[]]

/** What a moderator sends. `version` is the listing's as it was read. */
export const decisionSchema = z
  .object({
    listingId,
    revisionId: listingId.optional().or(z.literal('').transform(() => undefined)),
    version: z.coerce.number().int().positive(),
    action: choice(DECISIONS),
    reason: z.preprocess(
      (value) => value || undefined,
      z.enum(reasonCodes, { error: 'choose_reason' }).optional(),
    ),
    /** Why an admin publishes alone what two should agree on; the log keeps it. */
    alone: z.preprocess(
      (value) => value || undefined,
      z.enum(ALONE_REASONS, { error: 'choose_reason' }).optional(),
    ),
    note: privateText({ max: 1000 }),
    /** Sent by whoever works through the queue: the next case follows. */
    onward: z.literal('1').optional(),
  })
  .transform(({ alone, ...decision }) => ({
    ...decision,
    reason: decision.action === 'approve' ? (alone ?? ('fine' as const)) : decision.reason,
  }))
  .superRefine((decision, context) => {
    const known: readonly string[] = REASONS[decision.action]
    if (!decision.reason || !known.includes(decision.reason)) {
      context.addIssue({ code: 'custom', path: ['reason'], message: 'choose_reason' })
    }
    if (decision.reason === OWN_WORDS && !decision.note) {
      context.addIssue({ code: 'custom', path: ['note'], message: 'required' })
    }
  })

export type DecisionInput = z.output<typeof decisionSchema>

export const VERIFICATION_METHODS = ['organisation', 'met_in_person', 'document_seen'] as const

/** Why somebody is suspended, in words that exist in three languages (`people.reason.*`). */
export const SUSPENSION_REASONS = [
  'asked_for_money',
  'reported_unsafe',
  'false_listings',
  'around_crossings',
  'rules',
] as const

export type SuspensionReason = (typeof SUSPENSION_REASONS)[number]

const accountId = z.uuid({ error: 'unknown_choice' })

export const personSchema = z.object({ accountId })

/** `listingId` is the case in which the verification was needed. */
export const verificationSchema = z.object({
  accountId,
  how: z.enum(VERIFICATION_METHODS, { error: 'choose_how' }),
  listingId: listingId.optional(),
})

/** Characters of a note about a person (constraint `staff_note_text_length`). */
export const NOTE_LENGTH = { min: 1, max: 500 }

export const noteSchema = z.object({ accountId, text: privateText(NOTE_LENGTH) })

export const suspensionSchema = z.object({
  accountId,
  reason: z.enum(SUSPENSION_REASONS, { error: 'choose_reason' }),
  note: privateText({ max: 500 }),
})

export const roleSchema = z.object({
  accountId,
  role: choice(['volunteer', 'trusted', 'moderator', 'admin']),
})
