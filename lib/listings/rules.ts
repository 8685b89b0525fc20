import type { ListingKind, ListingStatus } from '@/lib/generated/prisma/enums'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/**
 * When a listing that nobody confirmed fades, sinks and goes: ride 6 h; housing 3, 7, 10 days;
 * centre 14, 30, 60 days. Hidden only after two delivered warnings; a ride goes at departure.
 */
export const FRESHNESS = {
  ride: { fadesMs: 6 * HOUR_MS, sinksMs: null, hiddenDays: 0 },
  housing: { fadesMs: 3 * DAY_MS, sinksMs: 7 * DAY_MS, hiddenDays: 10 },
  centre: { fadesMs: 14 * DAY_MS, sinksMs: 30 * DAY_MS, hiddenDays: 60 },
} as const satisfies Record<
  ListingKind,
  { fadesMs: number; sinksMs: number | null; hiddenDays: number }
>

export interface Freshness {
  state: 'fresh' | 'faded' | 'sunk'
  /** Quarters of its time that are left; 0 when it is over. */
  dial: 0 | 1 | 2 | 3 | 4
  /** When it goes if nobody confirms it; null for rides, which go at departure. */
  hiddenAt: Date | null
}

/** How true a listing still is, computed when it is read and never stored. */
export function freshness(listing: { kind: ListingKind; confirmedAt: Date }, now: Date): Freshness {
  const { fadesMs, sinksMs, hiddenDays } = FRESHNESS[listing.kind]
  const age = Math.max(0, now.getTime() - listing.confirmedAt.getTime())
  const hiddenAt =
    hiddenDays > 0 ? new Date(listing.confirmedAt.getTime() + hiddenDays * DAY_MS) : null
  if (age >= fadesMs) {
    return { state: sinksMs !== null && age >= sinksMs ? 'sunk' : 'faded', dial: 0, hiddenAt }
  }
  return { state: 'fresh', dial: Math.ceil(4 * (1 - age / fadesMs)) as Freshness['dial'], hiddenAt }
}

/** Every step a listing can take, and from where. Nothing else ever changes a status. */
export const TRANSITIONS = {
  submit: { from: ['pending', 'changes_requested', 'rejected'], to: 'pending' },
  approve: { from: ['pending'], to: 'published' },
  reject: { from: ['pending'], to: 'rejected' },
  request_changes: { from: ['pending'], to: 'changes_requested' },
  withdraw: { from: ['pending', 'changes_requested', 'published'], to: 'withdrawn' },
  take_down: { from: ['pending', 'changes_requested', 'published'], to: 'taken_down' },
} as const satisfies Record<string, { from: ListingStatus[]; to: ListingStatus }>

export type Transition = keyof typeof TRANSITIONS

/** Whether a listing in this status can take this step. */
export function canTransition(status: ListingStatus, transition: Transition): boolean {
  return (TRANSITIONS[transition].from as readonly ListingStatus[]).includes(status)
}

/** Whether its time is over: a ride's hour has passed, a home's last night is gone. */
export function isOver(listing: { expiresAt: Date | null }, now: Date): boolean {
  return listing.expiresAt !== null && listing.expiresAt <= now
}

/** Whether its author has hidden it for now. */
export function isPaused(listing: { pausedUntil: Date | null }, now: Date): boolean {
  return listing.pausedUntil !== null && listing.pausedUntil > now
}
