import { describe, expect, it } from 'vitest'
import { askedTime, canWrite, offerUntil, rideTime } from '@/lib/requests/rules'

const NOW = new Date('2026-11-22T12:00:00Z')
const HOUR_MS = 3_600_000
const later = (hours: number) => new Date(NOW.getTime() + hours * HOUR_MS)

describe('the time of a request', () => {
  it('is a ride until an hour before it leaves', () => {
    expect(rideTime(later(10))).toEqual({
      startsAt: later(10),
      endsAt: later(14),
      expiresAt: later(9),
    })
  })

  it('of a stay begins at midnight and ends at noon, so that stays may follow one another', () => {
    const housing = { minNights: 1, maxNights: 7 }
    const asked = { kind: 'housing', city: 'uralsk', ride: null, housing } as const
    const first = askedTime(asked, { from: '2026-11-25', to: '2026-11-26' }, NOW)
    const second = askedTime(asked, { from: '2026-11-26', to: '2026-11-27' }, NOW)
    expect(first.startsAt).toEqual(new Date('2026-11-25T19:00:00Z'))
    expect(first.endsAt).toEqual(new Date('2026-11-26T07:00:00Z'))
    expect(first.endsAt < second.startsAt).toBe(true)
    expect(first.expiresAt).toEqual(later(48))
  })

  it('of a stay tonight can still be asked for just before midnight', () => {
    const housing = { minNights: 1, maxNights: 7 }
    const asked = { kind: 'housing', city: 'uralsk', ride: null, housing } as const
    const lateEvening = new Date('2026-11-22T18:59:00Z')
    const { startsAt } = askedTime(asked, { from: '2026-11-22', to: '2026-11-23' }, lateEvening)
    expect(startsAt.getTime() - lateEvening.getTime()).toBe(60_000)
  })
})

describe('an offer', () => {
  it.each([
    [100, 2],
    [8, 2],
    [4, 1],
    [1, 0.25],
    [-1, 0],
  ])('with %d hours left is kept for %d', (left, kept) => {
    expect(offerUntil(later(left), NOW)).toEqual(later(kept))
  })
})

describe('writing', () => {
  it.each([
    ['open', later(1), later(9), true],
    ['open', NOW, later(9), false],
    ['accepted', later(-9), later(-23), true],
    ['accepted', later(-9), later(-24), false],
    ['cancelled', later(1), later(9), false],
  ] as const)('to one that is %s until %s and over at %s: %s', (status, expiresAt, endsAt, may) => {
    expect(canWrite({ status, expiresAt, endsAt }, NOW)).toBe(may)
  })
})
