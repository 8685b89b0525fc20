import { describe, expect, it } from 'vitest'
import { freshness } from '@/lib/listings/rules'
import { answersTo, askTimes, pauseEnd, standsSince } from '@/lib/truth/rules'

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

describe('a pause', () => {
  // 15:00 in Kazakhstan.
  it.each([
    ['tomorrow', '2026-11-23T03:00:00Z'],
    ['three_days', '2026-11-25T03:00:00Z'],
    ['week', '2026-11-29T03:00:00Z'],
  ] as const)('until %s ends at eight in the morning', (pause, end) => {
    expect(pauseEnd(pause, NOW)).toEqual(new Date(end))
  })

  it('until tomorrow, said after midnight, is until the next day', () => {
    const night = new Date('2026-11-22T20:00:00Z')
    expect(pauseEnd('tomorrow', night)).toEqual(new Date('2026-11-24T03:00:00Z'))
  })
})

describe('answersTo', () => {
  const PAUSES = ['tomorrow', 'three_days', 'week']
  it.each([
    ['ride', false, ['confirm', 'full', ...PAUSES]],
    ['housing', true, ['full', 'open', ...PAUSES]],
    ['centre', false, ['confirm', ...PAUSES]],
  ] as const)('of a %s, full: %s, are %j', (kind, full, answers) => {
    expect(answersTo({ kind, full, expiresAt: null }, NOW)).toEqual(answers)
  })

  it('have no pause that ends after the listing does', () => {
    const until = (expiresAt: Date) => answersTo({ kind: 'ride', full: false, expiresAt }, NOW)
    expect(until(hoursAgo(-10))).toEqual(['confirm', 'full'])
    expect(until(hoursAgo(-40))).toEqual(['confirm', 'full', 'tomorrow'])
  })
})

describe('standsSince', () => {
  it('is the last of its confirmation and the end of its pause', () => {
    const [confirmedAt, pausedUntil] = [hoursAgo(5), hoursAgo(2)]
    expect(standsSince({ confirmedAt, pausedUntil: null })).toEqual(confirmedAt)
    expect(standsSince({ confirmedAt, pausedUntil })).toEqual(pausedUntil)
    expect(standsSince({ confirmedAt: pausedUntil, pausedUntil: confirmedAt })).toEqual(pausedUntil)
  })
})
