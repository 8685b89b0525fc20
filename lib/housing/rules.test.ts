import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  bedsFor,
  daysOf,
  isFarAboveUsual,
  type Night,
  runsOf,
  stayLimit,
  stayOf,
  suitsOf,
  usualPrice,
} from '@/lib/housing/rules'
import { addDays } from '@/lib/places/city-time'

const START = '2026-11-22'
const dayIn2026 = fc.integer({ min: 0, max: 364 }).map((days) => addDays('2026-01-01', days))

/** Nights in a row from a day, each with its free beds of so many. */
function nights(first: string, free: number[], total = 4): Night[] {
  return free.map((beds, index) => ({ day: addDays(first, index), total, free: beds }))
}

const someNights = fc
  .array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 40 })
  .map((free) => nights(START, free))

describe('daysOf', () => {
  it('names each day once, in order, over months and years', () => {
    fc.assert(
      fc.property(dayIn2026, fc.integer({ min: 0, max: 180 }), (first, more) => {
        const days = daysOf({ first, last: addDays(first, more) })
        expect(days).toHaveLength(more + 1)
        expect(new Set(days).size).toBe(more + 1)
        expect([...days].sort()).toEqual(days)
      }),
    )
  })

  it('is empty when the end comes first', () => {
    expect(daysOf({ first: '2026-11-23', last: START })).toEqual([])
  })
})

describe('stayOf', () => {
  it('does not count the night of departure', () => {
    const stay = stayOf({ from: '2026-11-30', to: '2026-12-02' }, START)
    expect(stay).toEqual({ first: '2026-11-30', last: '2026-12-01' })
  })

  it('is one night when the departure is missing or not later', () => {
    const oneNight = { first: START, last: START }
    expect(stayOf({ from: START }, START)).toEqual(oneNight)
    expect(stayOf({ from: START, to: START }, START)).toEqual(oneNight)
    expect(stayOf({ from: START, to: '2026-11-20' }, START)).toEqual(oneNight)
    expect(stayOf({ to: '2026-11-23' }, START)).toEqual(oneNight)
    expect(stayOf({}, START)).toBeNull()
  })

  it('begins tonight where its first nights have passed', () => {
    const last = '2026-11-24'
    expect(stayOf({ from: '2026-11-01', to: '2026-11-25' }, START)).toEqual({ first: START, last })
    expect(stayOf({ from: '2026-11-01' }, START)).toEqual({ first: START, last: START })
  })

  it('ends within a year, whatever is asked', () => {
    const stay = stayOf({ from: START, to: '9999-12-31' }, START)
    expect(stay).toEqual({ first: START, last: addDays(START, 366) })
    expect(stayOf({ from: '9999-12-31' }, START)).toEqual({
      first: '9999-12-31',
      last: '9999-12-31',
    })
  })

  it('always holds at least one night, and none that has passed', () => {
    fc.assert(
      fc.property(dayIn2026, dayIn2026, dayIn2026, (from, to, tonight) => {
        const days = daysOf(stayOf({ from, to }, tonight) ?? { first: '', last: '' })
        expect(days.length).toBeGreaterThan(0)
        expect(days.every((day) => day >= tonight)).toBe(true)
      }),
    )
  })
})

describe('bedsFor', () => {
  it('counts tonight when nothing is asked', () => {
    expect(bedsFor(nights(START, [2, 4, 0]), null, START)).toEqual({
      free: 2,
      total: 4,
      of: 'tonight',
      from: START,
      freeFrom: null,
    })
  })

  it('names the next free night when tonight is full', () => {
    const beds = bedsFor(nights(START, [0, 0, 3]), null, START)
    expect(beds).toMatchObject({ free: 0, freeFrom: '2026-11-24' })
    expect(bedsFor(nights(START, [0, 0]), null, START).freeFrom).toBeNull()
  })

  it('counts the first free night of an offer that begins later', () => {
    const later = nights('2026-11-25', [0, 3])
    expect(bedsFor(later, null, START)).toMatchObject({
      free: 3,
      of: 'later',
      from: '2026-11-26',
    })
  })

  it('looks for the next free night behind the one that is full', () => {
    const stay = { first: START, last: '2026-11-24' }
    const beds = bedsFor(nights(START, [2, 0, 2, 1]), stay, START)
    expect(beds).toMatchObject({ free: 0, freeFrom: '2026-11-24' })
  })

  it('has no bed for a night that is not offered', () => {
    const stay = { first: START, last: '2026-11-24' }
    expect(bedsFor(nights(START, [2, 2]), stay, START)).toMatchObject({ free: 0, total: 4 })
    expect(bedsFor([], null, START)).toMatchObject({ free: 0, total: 0 })
  })

  it('is the fewest of the nights slept, whatever the stay', () => {
    fc.assert(
      fc.property(someNights, fc.nat(39), fc.nat(39), (offer, a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)]
        fc.pre(to < offer.length)
        const stay = { first: addDays(START, from), last: addDays(START, to) }
        const slept = offer.slice(from, to + 1).map(({ free }) => free)
        const beds = bedsFor(offer.slice(from), stay, START)
        expect(beds.free).toBe(Math.min(...slept))
        expect(beds.freeFrom === null || beds.free === 0).toBe(true)
      }),
    )
  })

  it('never promises more for a longer stay', () => {
    fc.assert(
      fc.property(someNights, fc.nat(38), (offer, length) => {
        const last = addDays(START, length)
        const shorter = bedsFor(offer, { first: START, last }, START)
        const longer = bedsFor(offer, { first: START, last: addDays(last, 1) }, START)
        expect(longer.free).toBeLessThanOrEqual(shorter.free)
      }),
    )
  })
})

describe('runsOf', () => {
  it('joins neighbouring nights with the same count', () => {
    expect(runsOf(nights(START, [1, 1, 0, 1]))).toEqual([
      { first: START, last: '2026-11-23', free: 1, total: 4 },
      { first: '2026-11-24', last: '2026-11-24', free: 0, total: 4 },
      { first: '2026-11-25', last: '2026-11-25', free: 1, total: 4 },
    ])
  })

  it('loses no night and adds none', () => {
    fc.assert(
      fc.property(someNights, (offer) => {
        const back = runsOf(offer).flatMap((run) =>
          daysOf(run).map((day) => ({ day, total: run.total, free: run.free })),
        )
        expect(back).toEqual(offer)
      }),
    )
  })
})

describe('stayLimit', () => {
  const home = { first: START, last: '2026-11-28' }
  it.each([
    [1, 7, 'to'],
    [1, 3, 'to'],
    [3, 7, 'from'],
    [3, 5, 'fromTo'],
  ])('of %i to %i nights in a week is %s', (minNights, maxNights, limit) => {
    expect(stayLimit({ ...home, minNights, maxNights })).toBe(limit)
  })
})

describe('suitsOf', () => {
  const none = {
    families: false,
    children: false,
    womenOnly: false,
    menOnly: false,
    pets: false,
    smokers: false,
    stepFree: false,
    womenOnRequest: false,
  }

  it('puts what decides first and says families only without children', () => {
    expect(
      suitsOf({ ...none, pets: true, children: true, families: true, womenOnly: true }),
    ).toEqual(['womenOnly', 'children', 'pets'])
    expect(suitsOf({ ...none, families: true })).toEqual(['families'])
    expect(suitsOf(none)).toEqual([])
  })
})

describe('the usual price', () => {
  it('is the median', () => {
    expect(usualPrice([])).toBeNull()
    expect(usualPrice([9000, 3000, 4000])).toEqual({ median: 4000, offers: 3 })
    expect(usualPrice([3000, 9000])).toEqual({ median: 6000, offers: 2 })
  })

  it('lies between the lowest and the highest, in whatever order they come', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1e6 }), { minLength: 1 }), (prices) => {
        const usual = usualPrice(prices)
        expect(usual?.median).toBeGreaterThanOrEqual(Math.min(...prices))
        expect(usual?.median).toBeLessThanOrEqual(Math.max(...prices))
        expect(usualPrice([...prices].reverse())).toEqual(usual)
      }),
    )
  })

  it('marks a price above 1.75 times the median of at least five offers', () => {
    expect(isFarAboveUsual(7001, { median: 4000, offers: 5 })).toBe(true)
    expect(isFarAboveUsual(7000, { median: 4000, offers: 5 })).toBe(false)
    expect(isFarAboveUsual(90_000, { median: 4000, offers: 4 })).toBe(false)
    expect(isFarAboveUsual(90_000, null)).toBe(false)
  })
})
