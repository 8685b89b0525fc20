import type { Problem } from '@/lib/visits/schema'

const HOUR_MS = 3_600_000

/** Fewer visitors than this change nothing that others see. */
export const ENOUGH_VISITORS = 3
/** Days for which a newcomer's word counts and is kept. */
export const VISIT_DAYS = 7
/** Hours for which a wait counts and is kept. */
export const WAIT_HOURS = 24

/** A newcomer's word on a listing; without a problem, all was as it is written. */
export interface Visit {
  problem: Problem | null
  createdAt: Date
}

/** What several visitors say alike. */
export interface Said {
  problem: Problem | null
  people: number
  last: Date
}

/**
 * What enough visitors said alike within seven days, the latest first. A visitor's key is another
 * one each day (UTC), so only the keys of one day are surely different visitors: of the days the
 * one with the most counts, and nobody becomes three by coming back.
 */
export function saidAlike(visits: Visit[], now: Date): Said[] {
  const words = since(visits, now, VISIT_DAYS * 24)
  return [...new Set(words.map(({ problem }) => problem))]
    .map((problem) => {
      const alike = words.filter((word) => word.problem === problem)
      return { problem, people: surelyDifferent(alike), last: latest(alike) }
    })
    .filter(({ people }) => people >= ENOUGH_VISITORS)
    .sort((a, b) => b.last.getTime() - a.last.getTime())
}

/** The least number of people behind these words: the most of one day. */
export function surelyDifferent(words: { createdAt: Date }[]): number {
  const ofDay = new Map<string, number>()
  for (const { createdAt } of words) {
    const day = createdAt.toISOString().slice(0, 10)
    ofDay.set(day, (ofDay.get(day) ?? 0) + 1)
  }
  return Math.max(0, ...ofDay.values())
}

export interface WaitReport {
  minutes: number
  createdAt: Date
}

/** How long several visitors waited: the median. */
export interface Wait {
  minutes: number
  people: number
  last: Date
}

/** The usual wait of the last 24 hours, or null when too few told theirs. */
export function usualWait(reports: WaitReport[], now: Date): Wait | null {
  const told = since(reports, now, WAIT_HOURS)
  if (surelyDifferent(told) < ENOUGH_VISITORS) return null
  const minutes = median(told.map((report) => report.minutes))
  return { minutes, people: told.length, last: latest(told) }
}

/** The middle of some numbers; of an even count, halfway between the two in the middle, rounded. */
export function median(numbers: number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  const half = sorted.length / 2
  const middle = sorted.slice(Math.ceil(half) - 1, Math.floor(half) + 1)
  return Math.round(middle.reduce((sum, number) => sum + number, 0) / middle.length)
}

function since<T extends { createdAt: Date }>(told: T[], now: Date, hours: number): T[] {
  const start = now.getTime() - hours * HOUR_MS
  return told.filter(({ createdAt }) => createdAt.getTime() > start)
}

function latest(told: { createdAt: Date }[]): Date {
  return new Date(Math.max(...told.map(({ createdAt }) => createdAt.getTime())))
}
