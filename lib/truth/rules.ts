import type { ListingKind } from '@/lib/generated/prisma/enums'
import { FRESHNESS } from '@/lib/listings/rules'
import type { Answer } from '@/lib/truth/schema'

const HOUR_MS = 3_600_000

/** After this many delivered mails a listing may be hidden (constraint `listing_warnings_range`). */
export const MAX_WARNINGS = 2

/** After this, a mail that no server took is given up (lib/notifications/jobs.ts) and asked anew. */
const GIVEN_UP_MS = 36 * HOUR_MS

/** The moments that decide whom to ask; see `askWhatFades`. */
export interface AskTimes {
  /** Confirmed before it, a listing is in the last quarter of its time: the first warning. */
  fading: Date
  /** A listing that is over before it will be gone before it fades. */
  outlives: Date
  /** Confirmed before it, a listing is demoted: the second warning. Null for rides. */
  sunk: Date | null
  /** Nobody is asked twice about a listing after it. */
  rested: Date
}

/** When authors of a kind are asked: before it fades and, where it can be hidden, as it sinks. */
export function askTimes(kind: ListingKind, now: Date): AskTimes {
  const { fadesMs, sinksMs } = FRESHNESS[kind]
  const ago = (milliseconds: number) => new Date(now.getTime() - milliseconds)
  return {
    fading: ago(fadesMs * 0.75),
    outlives: ago(-fadesMs * 0.25),
    sunk: sinksMs === null ? null : ago(sinksMs),
    rested: ago(GIVEN_UP_MS),
  }
}

/** What can be said of a listing, the likeliest answer first. */
export function answersTo({ kind, full }: { kind: ListingKind; full: boolean }): Answer[] {
  if (kind === 'centre') return ['confirm', 'paused']
  return full ? ['full', 'open', 'paused'] : ['confirm', 'full', 'paused']
}
