import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  cityClock,
  cityDay,
  cityInstant,
  cityMinutes,
  clockMinutes,
  columnDay,
  dayColumn,
  daysBetween,
  isDay,
  minutesClock,
  weekdayOf,
} from '@/lib/places/city-time'

const HOUR_MS = 3_600_000
const ZONES = ['Asia/Almaty', 'Asia/Oral', 'Europe/Moscow'] as const

const zone = fc.constantFrom(...ZONES)
const instant = fc
  .integer({ min: Date.parse('2020-01-01'), max: Date.parse('2040-01-01') })
  .map((time) => new Date(time))
const day = instant.map((date) => date.toISOString().slice(0, 10))
const minutes = fc.nat(1439)

describe('day and clock of a city', () => {
  it.each([
    ['2026-11-22T18:59:59Z', 'Asia/Almaty', '2026-11-22', '23:59'],
    ['2026-11-22T19:00:00Z', 'Asia/Almaty', '2026-11-23', '00:00'],
    ['2026-11-22T19:00:00Z', 'Asia/Oral', '2026-11-23', '00:00'],
    ['2026-12-31T20:59:00Z', 'Europe/Moscow', '2026-12-31', '23:59'],
    ['2026-12-31T21:00:00Z', 'Europe/Moscow', '2027-01-01', '00:00'],
  ])('%s in %s is %s %s', (time, name, expectedDay, expectedClock) => {
    expect(cityDay(new Date(time), name)).toBe(expectedDay)
    expect(cityClock(new Date(time), name)).toBe(expectedClock)
  })

  it('belong to the instant: it is found again from them, to the minute', () => {
    fc.assert(
      fc.property(
        instant.filter((date) => Math.abs(date.getTime() - CHANGE) > 2 * HOUR_MS),
        zone,
        (date, name) => {
          const found = cityInstant(cityDay(date, name), cityClock(date, name), name)
          expect(found.getTime()).toBe(Math.floor(date.getTime() / 60_000) * 60_000)
        },
      ),
    )
  })

  it('the instant shows the day and the clock that were asked for', () => {
    fc.assert(
      fc.property(
        day.filter((value) => !['2024-02-29', '2024-03-01'].includes(value)),
        minutes,
        zone,
        (value, minute, name) => {
          const found = cityInstant(value, minutesClock(minute), name)
          expect(cityDay(found, name)).toBe(value)
          expect(cityClock(found, name)).toBe(minutesClock(minute))
          expect(cityMinutes(found, name)).toBe(minute)
        },
      ),
    )
  })

  it('is found on the last day that has four digits, and on the first', () => {
    expect(cityInstant('9999-12-31', '24:00', 'Asia/Almaty').toISOString()).toBe(
      '9999-12-31T19:00:00.000Z',
    )
    expect(cityInstant('0001-01-01', '12:00', 'Asia/Almaty').getUTCFullYear()).toBe(1)
  })

  it('24:00 is the midnight of the next day', () => {
    fc.assert(
      fc.property(day, zone, (value, name) => {
        expect(cityInstant(value, '24:00', name)).toEqual(
          cityInstant(addDays(value, 1), '00:00', name),
        )
      }),
    )
  })
})

/** At midnight of 2024-03-01 the clocks of Almaty and Astana went back an hour, to UTC+5. */
const CHANGE = Date.parse('2024-02-29T18:00:00Z')

describe('2024-03-01', () => {
  it('Almaty was UTC+6 before and is UTC+5 since; Uralsk did not change', () => {
    const noon = (value: string, name: string) => cityInstant(value, '12:00', name).toISOString()
    expect(noon('2024-02-29', 'Asia/Almaty')).toBe('2024-02-29T06:00:00.000Z')
    expect(noon('2024-03-01', 'Asia/Almaty')).toBe('2024-03-01T07:00:00.000Z')
    expect(noon('2024-02-29', 'Asia/Oral')).toBe('2024-02-29T07:00:00.000Z')
    expect(noon('2024-03-01', 'Asia/Oral')).toBe('2024-03-01T07:00:00.000Z')
  })

  it('a clock in the hours before the change is found by the time that held then', () => {
    const evening = cityInstant('2024-02-29', '20:00', 'Asia/Almaty')
    expect(evening.toISOString()).toBe('2024-02-29T14:00:00.000Z')
  })

  it('the hour that came twice is one of the two instants that show it', () => {
    const shown = cityInstant('2024-02-29', '23:30', 'Asia/Almaty')
    expect(cityDay(shown, 'Asia/Almaty')).toBe('2024-02-29')
    expect(cityClock(shown, 'Asia/Almaty')).toBe('23:30')
  })

  it('that Thursday had 25 hours', () => {
    const start = cityInstant('2024-02-29', '00:00', 'Asia/Almaty')
    const end = cityInstant('2024-03-01', '00:00', 'Asia/Almaty')
    expect((end.getTime() - start.getTime()) / HOUR_MS).toBe(25)
  })

  it('all cities of ours have the same time on every day since', () => {
    fc.assert(
      fc.property(
        instant.filter((date) => date.getTime() > CHANGE + HOUR_MS),
        (date) => {
          expect(cityClock(date, 'Asia/Oral')).toBe(cityClock(date, 'Asia/Almaty'))
          expect(cityDay(date, 'Asia/Oral')).toBe(cityDay(date, 'Asia/Almaty'))
        },
      ),
    )
  })
})

describe('the calendar', () => {
  it('adding and counting days are each other’s reverse', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -3000, max: 3000 }), (value, days) => {
        expect(daysBetween(value, addDays(value, days))).toBe(days)
        expect(isDay(addDays(value, days))).toBe(true)
        expect(columnDay(dayColumn(value))).toBe(value)
      }),
    )
  })

  it('weeks begin on Monday and go round', () => {
    expect(['2026-11-23', '2026-11-22'].map(weekdayOf)).toEqual([1, 7])
    fc.assert(
      fc.property(day, (value) => {
        expect(weekdayOf(addDays(value, 1))).toBe((weekdayOf(value) % 7) + 1)
      }),
    )
  })

  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '20260101', '', ' 2026-01-01'])(
    '%j is no day',
    (text) => {
      expect(isDay(text)).toBe(false)
    },
  )

  it('clocks and minutes are each other’s reverse', () => {
    fc.assert(fc.property(minutes, (minute) => clockMinutes(minutesClock(minute)) === minute))
    expect(minutesClock(1440)).toBe('24:00')
  })
})
