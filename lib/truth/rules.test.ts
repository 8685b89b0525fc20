import { describe, expect, it } from 'vitest'
import { freshness } from '@/lib/listings/rules'
import { answersTo, askTimes } from '@/lib/truth/rules'

const NOW = new Date('2026-11-22T10:00:00Z')
const HOUR_MS = 3_600_000
const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * HOUR_MS)

describe('askTimes', () => {
  it.each([
    ['ride', 4.5, null],
    ['housing', 54, 168],
    ['centre', 252, 720],
  ] as const)('asks about a %s after %s hours, and again after %s', (kind, first, second) => {
    const { fading, sunk } = askTimes(kind, NOW)
    expect(fading).toEqual(hoursAgo(first))
    expect(sunk).toEqual(second === null ? null : hoursAgo(second))
  })

  it.each(['ride', 'housing', 'centre'] as const)(
    'asks about a %s exactly when its dial comes to the last quarter',
    (kind) => {
      const { fading } = askTimes(kind, NOW)
      const dialAt = (confirmedAt: Date) => freshness({ kind, confirmedAt }, NOW).dial
      expect(dialAt(fading)).toBe(1)
      expect(dialAt(new Date(fading.getTime() + 1_000))).toBe(2)
    },
  )
})

describe('answersTo', () => {
  it('offers what can be said of it', () => {
    expect(answersTo({ kind: 'ride', full: false })).toEqual(['confirm', 'full', 'paused'])
    expect(answersTo({ kind: 'housing', full: true })).toEqual(['full', 'open', 'paused'])
    expect(answersTo({ kind: 'centre', full: false })).toEqual(['confirm', 'paused'])
  })
})
