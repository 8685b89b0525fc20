import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cityClock } from '@/lib/places/city-time'
import { departureState, MOSCOW, publicHour } from '@/lib/rides/rules'
import { RIDE_ZONE } from '@/lib/rides/schema'

const HOUR_MS = 3_600_000
const instant = fc.date({ min: new Date('2026-01-01'), max: new Date('2036-01-01') })
const valid = instant.filter((date) => !Number.isNaN(date.getTime()))

describe('publicHour', () => {
  it('never gives the minute away: whatever the minute, the same hour is public', () => {
    fc.assert(
      fc.property(valid, fc.nat(HOUR_MS - 1), (date, later) => {
        const hour = publicHour(date)
        expect(hour.getTime() % HOUR_MS).toBe(0)
        expect(date.getTime() - hour.getTime()).toBeGreaterThanOrEqual(0)
        expect(date.getTime() - hour.getTime()).toBeLessThan(HOUR_MS)
        expect(publicHour(new Date(hour.getTime() + later))).toEqual(hour)
      }),
    )
  })

  it('is a full hour on the clocks of Kazakhstan and of Moscow', () => {
    fc.assert(
      fc.property(valid, (date) => {
        for (const zone of [RIDE_ZONE, MOSCOW]) {
          expect(cityClock(publicHour(date), zone)).toMatch(/:00$/)
        }
      }),
    )
  })
})

describe('departureState', () => {
  const departsAt = new Date('2026-12-01T13:00:00Z')
  const state = (text: string) => departureState(departsAt, new Date(text))

  it('is soon before the hour, leaving during it, left after it', () => {
    expect(state('2026-12-01T12:59:59.999Z')).toBe('soon')
    expect(state('2026-12-01T13:00:00Z')).toBe('leaving')
    expect(state('2026-12-01T13:59:59.999Z')).toBe('leaving')
    expect(state('2026-12-01T14:00:00Z')).toBe('left')
  })
})

describe('Moscow', () => {
  it('is two hours behind Kazakhstan on every day of the coming years', () => {
    fc.assert(
      fc.property(valid, (date) => {
        const inMoscow = cityClock(new Date(date.getTime() + 2 * HOUR_MS), MOSCOW)
        expect(inMoscow).toBe(cityClock(date, RIDE_ZONE))
      }),
    )
  })
})
