import { SUITS, type Suit } from '@/lib/housing/schema'
import { addDays, daysBetween } from '@/lib/places/city-time'

/** Beds of one night; `day` is the evening on which the night begins. */
export interface Night {
  day: string
  total: number
  free: number
}

/** Nights that someone asks for: from the first to the last, both slept. */
export interface Stay {
  first: string
  last: string
}

export interface Beds {
  free: number
  total: number
  /** Which nights the count is of: tonight, those asked for, or the first of an offer to come. */
  of: 'tonight' | 'asked' | 'later'
  /** The first of these nights. */
  from: string
  /** When none is free: the next night with a free bed, as far as it is known. */
  freeFrom: string | null
}

/** Every day from the first to the last; none when they are in the wrong order. */
export function daysOf({ first, last }: Stay): string[] {
  const count = Math.max(0, daysBetween(first, last) + 1)
  return Array.from({ length: count }, (_, index) => addDays(first, index))
}

/**
 * The stay that a search asks for: arrival `from`, departure `to` (that night is not slept).
 * Nights that have passed fall away; without a departure, or with one that is not later, it is
 * one night. Null when nothing is asked.
 */
export function stayOf(
  { from, to }: { from?: string | undefined; to?: string | undefined },
  tonight: string,
): Stay | null {
  const arrival = from ?? (to && addDays(to, -1))
  if (!arrival) return null
  const first = arrival < tonight ? tonight : arrival
  const last = to && to > first ? addDays(to, -1) : first
  return {
    first,
    last: daysBetween(first, last) > LONGEST_DAYS ? addDays(first, LONGEST_DAYS) : last,
  }
}

/** Longer than any home is offered for: beyond it nobody counts the nights. */
const LONGEST_DAYS = 366

/**
 * Free beds for a stay: the fewest of its nights, none when a night of it is not offered. When
 * nothing is asked: those of tonight, or of the first free night of an offer that begins later.
 * `nights` are in order and begin tonight or at the stay, whichever is later.
 */
export function bedsFor(nights: Night[], stay: Stay | null, tonight: string): Beds {
  const first = nights[0]?.day ?? tonight
  const begins = first > tonight ? (nights.find(isFree)?.day ?? first) : tonight
  const asked = stay ?? { first: begins, last: begins }
  const unasked = begins > tonight ? 'later' : 'tonight'
  const days = new Map(nights.map((night) => [night.day, night]))
  const slept = daysOf(asked).map((day) => days.get(day) ?? { day, total: 0, free: 0 })
  const scarcest = slept.reduce((least, night) => (night.free < least.free ? night : least))
  return {
    free: scarcest.free,
    total: scarcest.total || Math.max(0, ...nights.map(({ total }) => total)),
    of: stay ? 'asked' : unasked,
    from: asked.first,
    freeFrom:
      scarcest.free > 0
        ? null
        : (nights.find((night) => night.day > scarcest.day && isFree(night))?.day ?? null),
  }
}

/** Neighbouring nights with the same count as one row. */
export function runsOf(nights: Night[]): (Stay & Pick<Night, 'free' | 'total'>)[] {
  const runs: (Stay & Pick<Night, 'free' | 'total'>)[] = []
  for (const { day, free, total } of nights) {
    const run = runs.at(-1)
    const goesOn = run && run.free === free && run.total === total && addDays(run.last, 1) === day
    if (goesOn) run.last = day
    else runs.push({ first: day, last: day, free, total })
  }
  return runs
}

/** What a stay may be, in the words of a sentence: `from_to`, `from` or `to`. */
export function stayLimit(home: { minNights: number; maxNights: number } & Stay) {
  const offered = daysBetween(home.first, home.last) + 1
  if (home.minNights === 1) return 'to' as const
  return home.maxNights >= offered ? ('from' as const) : ('fromTo' as const)
}

/** Whom a home suits, in the order of `SUITS`: where children are welcome, families are. */
export function suitsOf(home: Record<Suit, boolean>): Suit[] {
  return SUITS.filter((suit) => home[suit] && !(suit === 'families' && home.children))
}

/** What people pay in a city per night and person, from offers that are not free of charge. */
export interface UsualPrice {
  median: number
  offers: number
}

/** The median of prices; null when there are none. */
export function usualPrice(prices: number[]): UsualPrice | null {
  const sorted = [...prices].sort((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.ceil(sorted.length / 2) - 1]
  if (upper === undefined || lower === undefined) return null
  return { median: (lower + upper) / 2, offers: sorted.length }
}

const FAR_ABOVE = 1.75
const ENOUGH_OFFERS = 5

/**
 * Whether a price is far above the usual of its city. Our own choice: 1.75 times the median lets
 * better homes cost more and still marks a doubled price (in 2022 rents rose three to four times);
 * below five priced offers one of them would make the median, so nothing is marked.
 */
export function isFarAboveUsual(price: number, usual: UsualPrice | null): boolean {
  return usual !== null && usual.offers >= ENOUGH_OFFERS && price > FAR_ABOVE * usual.median
}

function isFree({ free }: Night): boolean {
  return free > 0
}
