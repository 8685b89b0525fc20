import type { ListingKind } from '@/lib/generated/prisma/enums'
import { FRESHNESS } from '@/lib/listings/rules'
import { addDays, cityDay, cityInstant } from '@/lib/places/city-time'
import { type Answer, PAUSES, type Pause } from '@/lib/truth/schema'

const HOUR_MS = 3_600_000
// All of Kazakhstan has one time.
const ZONE = 'Asia/Almaty'
const PAUSE_DAYS: Record<Pause, number> = { tomorrow: 1, three_days: 3, week: 7 }

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

/** Since when a listing stands as it does: it was confirmed, or a pause of it ended, last then. */
export function standsSince(listing: { confirmedAt: Date; pausedUntil: Date | null }): Date {
  const { confirmedAt, pausedUntil } = listing
  return pausedUntil && pausedUntil > confirmedAt ? pausedUntil : confirmedAt
}

/** When a pause until this day ends: at eight in the morning. */
export function morningOf(day: string): Date {
  return cityInstant(day, '08:00', ZONE)
}

/** When a pause that begins now ends. */
export function pauseEnd(pause: Pause, now: Date): Date {
  return morningOf(addDays(cityDay(now, ZONE), PAUSE_DAYS[pause]))
}

/** Whether an answer is a pause. */
export function isPause(answer: Answer): answer is Pause {
  return (PAUSES as readonly Answer[]).includes(answer)
}

/** What can be said of a listing, the likeliest answer first. A pause ends before the listing does. */
export function answersTo(
  { kind, full, expiresAt }: { kind: ListingKind; full: boolean; expiresAt: Date | null },
  now: Date,
): Answer[] {
  const pauses = PAUSES.filter((pause) => !expiresAt || pauseEnd(pause, now) < expiresAt)
  if (kind === 'centre') return ['confirm', ...pauses]
  return full ? ['full', 'open', ...pauses] : ['confirm', 'full', ...pauses]
}
