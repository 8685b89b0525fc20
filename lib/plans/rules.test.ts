import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CITIES, CITY_SLUGS } from '@/lib/places/cities'
import { addDays, cityInstant, daysBetween, weekdayOf } from '@/lib/places/city-time'
import {
  arrivalOf,
  deadlines,
  isInCity,
  isWorkingDay,
  lastWorkingDay,
  startsAround,
  stayAfter,
  workingDay,
} from '@/lib/plans/rules'
import { HOLIDAYS, PLACES } from '@/prisma/seed/places'

const ZONE = 'Asia/Oral'
const NOW = cityInstant('2026-11-22', '13:20', ZONE)
const REAL = new Set([...HOLIDAYS.days, ...HOLIDAYS.fixedNextYear])

// Around two ends of a year, where holidays, weekends and months meet.
const day = fc.integer({ min: 0, max: 800 }).map((days) => addDays('2026-01-01', days))
const holidays = fc.uniqueArray(day, { maxLength: 40 }).map((days) => new Set(days))

describe('working days', () => {
  it.each([
    ['2026-11-23', 5, '2026-11-27'],
    ['2026-11-27', 5, '2026-12-03'],
    ['2026-11-28', 1, '2026-11-30'],
    // 16 December is Independence Day, 1, 2 and 7 January are days off as well.
    ['2026-12-14', 5, '2026-12-21'],
    ['2026-12-31', 5, '2027-01-08'],
  ])('from %s the %i-th is %s', (from, n, expected) => {
    expect(workingDay(n, from, REAL)).toBe(expected)
  })

  it('are counted one by one: so many lie between, and the last is one', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 20 }), holidays, (from, n, free) => {
        const last = workingDay(n, from, free)
        expect(isWorkingDay(last, free)).toBe(true)
        const days = Array.from({ length: daysBetween(from, last) + 1 }, (_, i) => addDays(from, i))
        expect(days.filter((one) => isWorkingDay(one, free))).toHaveLength(n)
      }),
    )
  })

  it('before a day off lie no later than it, with none between', () => {
    fc.assert(
      fc.property(day, holidays, (until, free) => {
        const last = lastWorkingDay(until, free)
        expect(last <= until).toBe(true)
        expect(isWorkingDay(last, free)).toBe(true)
        for (let next = addDays(last, 1); next <= until; next = addDays(next, 1)) {
          expect(isWorkingDay(next, free)).toBe(false)
        }
      }),
    )
  })

  it('are no Saturday, no Sunday and no holiday', () => {
    fc.assert(
      fc.property(day, holidays, (one, free) => {
        expect(isWorkingDay(one, free)).toBe(weekdayOf(one) <= 5 && !free.has(one))
      }),
    )
  })
})

describe('deadlines', () => {
  it('count the day of arrival and of the move as the first', () => {
    // Arrives on a Sunday and leaves the first bed on Wednesday.
    expect(deadlines('2026-11-22', '2026-11-25', REAL)).toEqual({
      register: '2026-12-21',
      registerWorking: '2026-12-21',
      moved: { on: '2026-11-25', until: '2026-12-01' },
      stayUntil: '2027-02-19',
    })
  })

  it('tell the working day before a holiday', () => {
    expect(deadlines('2026-12-09', '2026-12-10', REAL)).toMatchObject({
      register: '2027-01-07',
      registerWorking: '2027-01-06',
    })
  })

  it('lie after the arrival, and never later than the law has it', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 30 }), holidays, (arrived, nights, free) => {
        const leaves = addDays(arrived, nights)
        const found = deadlines(arrived, leaves, free)
        expect(daysBetween(arrived, found.register)).toBe(29)
        expect(daysBetween(arrived, found.stayUntil)).toBe(89)
        expect(found.registerWorking <= found.register).toBe(true)
        expect(daysBetween(leaves, found.moved.until)).toBeGreaterThanOrEqual(4)
      }),
    )
  })
})

describe('the arrival', () => {
  it('is what was asked, and now for those who are there already', () => {
    expect(arrivalOf({ date: '2026-11-22', time: '18:00' }, ZONE, NOW)).toEqual(
      cityInstant('2026-11-22', '18:00', ZONE),
    )
    expect(arrivalOf({ date: '2026-11-22', time: '09:00' }, ZONE, NOW)).toBe(NOW)
  })

  const stay = (clock: string, nights: number, on = '2026-11-24') =>
    stayAfter(cityInstant(on, clock, ZONE), nights, ZONE, NOW)

  it('begins the nights of the same day', () => {
    expect(stay('14:00', 1)).toEqual({ first: '2026-11-24', last: '2026-11-24' })
    expect(stay('23:59', 3)).toEqual({ first: '2026-11-24', last: '2026-11-26' })
    expect(stay('05:00', 2)).toEqual({ first: '2026-11-24', last: '2026-11-25' })
  })

  it('after midnight needs the night that began the evening before', () => {
    expect(stay('00:00', 1)).toEqual({ first: '2026-11-23', last: '2026-11-23' })
    expect(stay('04:59', 2)).toEqual({ first: '2026-11-23', last: '2026-11-24' })
  })

  it('never needs a night that has passed', () => {
    expect(stay('03:00', 1, '2026-11-22')).toEqual({ first: '2026-11-22', last: '2026-11-22' })
  })
})

describe('where an arrival is', () => {
  const place = (id: string) => {
    const found = PLACES.find((one) => one.id === id)
    if (!found) throw new Error(id)
    return found
  }

  it.each([
    ['airport-almaty', 'almaty', true],
    ['station-uralsk', 'uralsk', true],
    ['bus-station-sayran', 'almaty', true],
    ['city-astana', 'astana', true],
    ['station-uralsk', 'astana', false],
    ['station-taskala', 'uralsk', false],
    ['station-mamlyutka', 'petropavlovsk', false],
    ['station-bulaevo', 'petropavlovsk', false],
    ['crossing-syrym', 'uralsk', false],
  ] as const)('%s in %s: %s', (id, city, expected) => {
    expect(isInCity(place(id), city)).toBe(expected)
  })

  it('is known for every place: each city has its own, and no place is in two', () => {
    for (const city of CITY_SLUGS) {
      expect(PLACES.filter((one) => isInCity(one, city)).length).toBeGreaterThan(2)
    }
    const cities = Object.values(CITIES).map(({ slug }) => slug)
    for (const one of PLACES) {
      expect(cities.filter((city) => isInCity(one, city)).length).toBeLessThanOrEqual(1)
    }
  })

  it('lets people get in anywhere in the city, at a crossing only there', () => {
    expect(startsAround(place('crossing-syrym'), PLACES)).toEqual(['crossing-syrym'])
    expect(startsAround(place('station-taskala'), PLACES)).toEqual(['station-taskala'])
    const starts = startsAround(place('station-uralsk'), PLACES)
    expect(starts).toEqual(expect.arrayContaining(['city-uralsk', 'airport-uralsk']))
    expect(starts).not.toContain('station-taskala')
  })
})
