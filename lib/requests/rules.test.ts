import { describe, expect, it } from 'vitest'
import { askedTime, canWrite, isArrivalTime, offerUntil, rideTime } from '@/lib/requests/rules'

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
    [1.2, 0.2],
    [1, 0],
  ])('of a ride with %d hours left is kept for %d', (left, kept) => {
    expect(offerUntil(rideTime(later(left)), NOW)).toEqual(later(kept))
  })

  it('of a stay is kept no longer than the request waits', () => {
    const waitsFor = (hours: number) => ({ startsAt: later(100), expiresAt: later(hours) })
    expect(offerUntil(waitsFor(0.5), NOW)).toEqual(later(0.5))
    expect(offerUntil(waitsFor(40), NOW)).toEqual(later(2))
  })
})

describe('the day of arriving', () => {
  it.each([
    ['the evening before a ride', '2026-11-22T18:59:00Z', false],
    ['the first minute of its day', '2026-11-22T19:00:00Z', true],
    ['the last minute of the ride', '2026-11-23T13:59:00Z', true],
    ['afterwards', '2026-11-23T14:00:00Z', false],
  ])('of a ride at three in the afternoon: %s', (_when, at, may) => {
    const ride = { kind: 'ride', ...rideTime(new Date('2026-11-23T10:00:00Z')) } as const
    expect(isArrivalTime(ride, new Date(at))).toBe(may)
  })

  it.each([
    ['the evening before', '2026-11-24T18:59:00Z', false],
    ['the first night', '2026-11-24T19:00:00Z', true],
    ['the last morning', '2026-11-27T06:59:00Z', true],
    ['the day of leaving, at noon', '2026-11-27T07:00:00Z', false],
  ])('of a stay of two nights: %s', (_when, at, may) => {
    const housing = { minNights: 1, maxNights: 7 }
    const asked = { kind: 'housing', city: 'uralsk', ride: null, housing } as const
    const stay = askedTime(asked, { from: '2026-11-25', to: '2026-11-27' }, NOW)
    expect(isArrivalTime({ kind: 'housing', ...stay }, new Date(at))).toBe(may)
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
