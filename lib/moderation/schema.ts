import { z } from 'zod'
import { choice, listingId, privateText } from '@/lib/listings/schema'

export const DECISIONS = ['approve', 'reject', 'request_changes', 'take_down'] as const

/** Why, in words that exist in three languages (`moderation.reason.*`) and name nobody. */
export const REASONS = {
  approve: ['fine'],
  request_changes: ['contact_in_text', 'details_missing', 'unclear', 'wrong_kind'],
  reject: ['prepayment', 'looks_like_fraud', 'not_for_newcomers', 'around_crossings', 'duplicate'],
  take_down: ['reported_unsafe', 'looks_like_fraud', 'no_longer_true', 'author_suspended'],
} as const satisfies Record<(typeof DECISIONS)[number], readonly string[]>

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
    note: privateText({ max: 1000 }),
  })
  .transform((decision) => ({
    ...decision,
    reason: decision.action === 'approve' ? ('fine' as const) : decision.reason,
  }))
  .superRefine((decision, context) => {
    const known: readonly string[] = REASONS[decision.action]
    if (!decision.reason || !known.includes(decision.reason)) {
      context.addIssue({ code: 'custom', path: ['reason'], message: 'choose_reason' })
    }
  })

export type DecisionInput = z.output<typeof decisionSchema>

export const VERIFICATION_METHODS = ['organisation', 'met_in_person', 'document_seen'] as const

const accountId = z.uuid({ error: 'unknown_choice' })

export const personSchema = z.object({ accountId })

/** `listingId` is the case in which the verification was needed. */
export const verificationSchema = z.object({
  accountId,
  how: z.enum(VERIFICATION_METHODS, { error: 'choose_how' }),
  listingId: listingId.optional(),
})

export const suspensionSchema = z.object({
  accountId,
  reason: privateText({ min: 3, max: 500 }),
})

export const roleSchema = z.object({
  accountId,
  role: choice(['volunteer', 'trusted', 'moderator', 'admin']),
})
