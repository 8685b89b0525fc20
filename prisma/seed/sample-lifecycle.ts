import { sealNote } from '@/lib/notes/sealed'
import type { SampleListing } from './samples/listing'
import type { CastName } from './samples/people'

const HOUR_MS = 3_600_000

/** Accounts of the cast by name, and the moment from which the samples' hours count. */
export type SampleContext = { accountIds: Record<CastName, string>; now: Date }

/** Owner, status and dates; what was decided came half an hour after it was sent. */
export function lifecycleOf({ state }: SampleListing, { accountIds, now }: SampleContext) {
  const hoursAgo = (hours: number) => new Date(now.getTime() - hours * HOUR_MS)
  const isPublished = state.status === 'published'
  const sentAt = hoursAgo(isPublished ? state.confirmedHoursAgo + 2 : state.sentHoursAgo)
  const changedAt = state.status === 'pending' ? sentAt : new Date(sentAt.getTime() + HOUR_MS / 2)
  return {
    ownerId: accountIds[state.owner],
    status: state.status,
    createdAt: sentAt,
    submittedAt: sentAt,
    statusChangedAt: changedAt,
    publishedAt: isPublished || state.status === 'taken_down' ? changedAt : null,
    confirmedAt: isPublished ? hoursAgo(state.confirmedHoursAgo) : sentAt,
    sortAt: changedAt,
  }
}

/** What a moderator, never the owner, decided about it; undefined when nobody did. */
export function decisionOf({ state }: SampleListing, { accountIds }: SampleContext) {
  const given = 'decision' in state && { action: ACTIONS[state.status], ...state.decision }
  const approval = state.status === 'published' && APPROVAL
  const decision = given || approval
  if (!decision) return undefined
  const moderatorId = accountIds[state.owner === 'samal' ? 'erzhan' : 'samal']
  const { note, ...rest } = decision
  const noteSealed = sealNote(note, 'decision.note')
  return { ownerId: accountIds[state.owner], moderatorId, ...rest, noteSealed }
}

const APPROVAL = { action: 'approve', reason: 'fine', note: '' } as const

const ACTIONS = {
  changes_requested: 'request_changes',
  rejected: 'reject',
  taken_down: 'take_down',
} as const
