import { Conflict, InvalidInput } from '@/lib/errors'
import type { ListingKind, RequestStatus } from '@/lib/generated/prisma/enums'
import { CITIES, type CitySlug } from '@/lib/places/cities'
import { addDays, cityDay, cityInstant, dayColumn, daysBetween } from '@/lib/places/city-time'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
// All of Kazakhstan has one time.
const ZONE = 'Asia/Almaty'

/** A form sent sooner than this was not filled in by a person; one older than a day is asked again. */
export const FORM_AGE_MS = { min: 3_000, max: 24 * HOUR_MS }
/** Messages that one side may write to one request. */
export const MAX_MESSAGES = 50
/** Requests that may be made behind one link within 24 hours, whatever becomes of them. */
export const ASKED_A_DAY = 20
/** A code that opens the page on another phone. */
export const PAGE_CODE = { minutes: 10, tries: 5 }
/** Days after their end at which requests and messages vanish. */
export const REQUEST_DAYS = 14

/** Those that count against the quotas: somebody's answer is awaited. */
export const PENDING = ['open', 'waiting', 'offered'] as const satisfies RequestStatus[]

/** Every step a request can take. `tell` steps are seen by the other side. */
export const STEPS = {
  accept: { from: ['open', 'waiting', 'offered'], to: 'accepted' },
  /** What was free when they asked went to others: into the line, where their time of asking counts. */
  join: { from: ['open'], to: 'waiting' },
  offer: { from: ['waiting'], to: 'offered' },
  /** An offer nobody took in time: back to the end of the line. */
  lapse: { from: ['offered'], to: 'waiting' },
  decline: { from: ['open', 'waiting', 'offered', 'accepted'], to: 'declined' },
  cancel: { from: ['open', 'waiting', 'offered', 'accepted'], to: 'cancelled' },
  expire: { from: ['open', 'waiting', 'offered'], to: 'expired' },
  /** The listing came down, or the party was accepted elsewhere for the same time. */
  release: { from: ['open', 'waiting', 'offered', 'accepted'], to: 'released' },
} as const satisfies Record<string, { from: RequestStatus[]; to: RequestStatus }>

export type Step = keyof typeof STEPS

/**
 * When a request that nobody answers ends: a ride's one hour before it leaves, a stay's after 48
 * hours, or with the stay itself when that is over sooner.
 */
export function unansweredUntil(
  request: { kind: 'ride' | 'housing'; startsAt: Date; endsAt: Date },
  now: Date,
): Date {
  if (request.kind === 'ride') return new Date(request.startsAt.getTime() - HOUR_MS)
  return new Date(Math.min(now.getTime() + 48 * HOUR_MS, request.endsAt.getTime()))
}

/**
 * Until when an offered place is kept: two hours, or a quarter of the time that is left if that is
 * less, and never after the request itself would end.
 */
export function offerUntil(
  { startsAt, expiresAt }: { startsAt: Date; expiresAt: Date },
  now: Date,
): Date {
  const quarter = (startsAt.getTime() - now.getTime()) / 4
  const kept = now.getTime() + Math.min(2 * HOUR_MS, quarter)
  return new Date(Math.min(kept, expiresAt.getTime()))
}

/** For how long a ride keeps a party from another one. Our own choice: few rides are longer. */
const RIDE_HOURS = 4

/** The time a ride takes up, from its public hour on, and until when it may be asked for. */
export function rideTime(departsAt: Date): { startsAt: Date; endsAt: Date; expiresAt: Date } {
  const endsAt = new Date(departsAt.getTime() + RIDE_HOURS * HOUR_MS)
  return {
    startsAt: departsAt,
    endsAt,
    expiresAt: unansweredUntil({ kind: 'ride', startsAt: departsAt, endsAt }, departsAt),
  }
}

/** When what is asked for takes place, and until when it may be answered. */
export interface AskedTime {
  firstNight: Date | null
  lastNight: Date | null
  startsAt: Date
  endsAt: Date
  expiresAt: Date
}

interface Asked {
  kind: 'ride' | 'housing'
  city: CitySlug
  ride: { departsAt: Date } | null
  housing: { minNights: number; maxNights: number } | null
}

/**
 * The time of what is asked for. Conflict `too_late` when it is too late; InvalidInput when a
 * stay has no days, begins in the past, or is shorter or longer than the host wants.
 */
export function askedTime(
  { kind, city, ride, housing }: Asked,
  days: { from?: string | undefined; to?: string | undefined },
  now: Date,
): AskedTime {
  if (ride) {
    const time = rideTime(ride.departsAt)
    if (time.expiresAt <= now) throw new Conflict('too_late')
    return { firstNight: null, lastNight: null, ...time }
  }
  const { from, to } = days
  if (!from || !to) throw new InvalidInput([{ field: from ? 'to' : 'from', code: 'required' }])
  const zone = CITIES[city].timeZone
  if (from < cityDay(now, zone)) throw new InvalidInput([{ field: 'from', code: 'in_the_past' }])
  const nights = daysBetween(from, to)
  const { minNights: min = 1, maxNights: max = nights } = housing ?? {}
  if (nights < min || nights > max) {
    throw new InvalidInput([{ field: 'to', code: 'stay_length', values: { min, max } }])
  }
  // A night begins at its midnight at the latest, and the last one is over at noon.
  const startsAt = cityInstant(from, '24:00', zone)
  const endsAt = cityInstant(to, '12:00', zone)
  return {
    firstNight: dayColumn(from),
    lastNight: dayColumn(addDays(to, -1)),
    startsAt,
    endsAt,
    expiresAt: unansweredUntil({ kind, startsAt, endsAt }, now),
  }
}

/** Whether somebody's answer is awaited. */
export function isPending(status: RequestStatus): boolean {
  return (PENDING as readonly RequestStatus[]).includes(status)
}

/** Whether a request ended by itself at this moment, whatever the sweep has done yet. */
export function isOverdue(request: { status: RequestStatus; expiresAt: Date }, now: Date): boolean {
  return isPending(request.status) && request.expiresAt <= now
}

/** Whether one may say to have arrived: from its day on, which of a stay is that of the first night. */
export function isArrivalTime(
  { kind, startsAt, endsAt }: { kind: ListingKind; startsAt: Date; endsAt: Date },
  now: Date,
): boolean {
  // A first night begins at its midnight at the latest: the day before is that of the night.
  const onFirstDay = kind === 'ride' ? startsAt : new Date(startsAt.getTime() - 1)
  return cityDay(onFirstDay, ZONE) <= cityDay(now, ZONE) && now < endsAt
}

/** Whether the two sides may still write: until it ends, and a day longer when it took place. */
export function canWrite(
  request: { status: RequestStatus; expiresAt: Date; endsAt: Date },
  now: Date,
): boolean {
  if (request.status === 'accepted') return now.getTime() < request.endsAt.getTime() + 24 * HOUR_MS
  return isPending(request.status) && !isOverdue(request, now)
}
