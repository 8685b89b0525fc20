import type { DecisionInput } from '@/lib/moderation/schema'

/** For how long a listing is in one person's hands (`listing_claim_frees_itself`). */
export const CLAIM_MINUTES = 10

/** Whether a decision is carried out at once: what is unsafe does not stay up for half a minute. */
export function isAtOnce({ action, reason }: Pick<DecisionInput, 'action' | 'reason'>): boolean {
  return action === 'take_down' && reason === 'reported_unsafe'
}
