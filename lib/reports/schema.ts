import { z } from 'zod'
import { type ListingKind, type ReportOutcome, ReportReason } from '@/lib/generated/prisma/enums'
import { choice, day, listingId, privateText } from '@/lib/listings/schema'
import { findPersonalData } from '@/lib/moderation/rules'
import { addDays } from '@/lib/places/city-time'
import { keptUntil } from '@/lib/reports/rules'
import { PROBLEMS } from '@/lib/visits/schema'

export const NOTE_LENGTH = { max: 1000 }

const REASONS = Object.values(ReportReason) as [ReportReason, ...ReportReason[]]
/** What a moderator may find. */
export const OUTCOMES = ['dealt_with', 'nothing_wrong'] as const satisfies ReportOutcome[]

/** What can be wrong with a listing of a kind, or with a request for it. */
export function reasonsFor(kind: ListingKind): ReportReason[] {
  return [...PROBLEMS[kind], 'unsafe', 'fraud', 'other']
}

/** What a volunteer can say of somebody who asks. */
export const HOST_REASONS = ['unsafe', 'fraud', 'other'] as const satisfies ReportReason[]

// Moderators answer nobody who has no account, and what leads to a person is not kept.
const note = z
  .preprocess((value) => value ?? '', privateText(NOTE_LENGTH))
  .refine((text) => findPersonalData(text) === null, { error: 'no_contacts' })

/** A report of a listing: one tap, or the same once more with words. */
export const listingReportSchema = z.object({ listingId, reason: choice(REASONS), note })

/** A report of a request, by either side. */
export const requestReportSchema = z.object({
  requestId: z.uuid({ error: 'unknown_choice' }),
  reason: choice(REASONS),
  note,
})

export type ReportInput = { reason: ReportReason; note: string }

/** What a moderator found. */
export const outcomeSchema = z.object({
  reportId: z.uuid({ error: 'unknown_choice' }),
  outcome: choice(OUTCOMES),
})

/** What the page after a form says: what was sent, until when a copy is kept, whether with words. */
export interface Sent {
  what: ReportReason | 'true' | 'wait'
  /** A day, `YYYY-MM-DD`. */
  until: string | null
  hasNote: boolean
}

/** The query that leads to it. */
export function sentQuery({ what, until, hasNote }: Sent): string {
  const query = new URLSearchParams({ sent: what })
  if (until) query.set('until', until)
  if (hasNote) query.set('note', '1')
  return `?${query}`
}

const SENT = [...REASONS, 'true', 'wait'] as const

/** Reads it from a query; null for whatever our forms do not lead to. */
export function readSent(query: Record<string, unknown>, now: Date): Sent | null {
  const what = SENT.find((known) => known === query.sent)
  if (!what) return null
  const last = keptUntil(now).toISOString()
  const until = day.safeParse(query.until).data ?? null
  return {
    what,
    until: until && until <= addDays(last.slice(0, 10), 1) ? until : null,
    hasNote: query.note === '1',
  }
}
