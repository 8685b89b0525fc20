import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  ENOUGH_VISITORS,
  median,
  saidAlike,
  usualWait,
  VISIT_DAYS,
  type Visit,
  WAIT_HOURS,
} from '@/lib/visits/rules'
import { PROBLEMS } from '@/lib/visits/schema'

const HOUR_MS = 3_600_000
const now = new Date('2026-11-23T10:00:00Z')
const ago = (hours: number) => new Date(now.getTime() - hours * HOUR_MS)
const word = (problem: Visit['problem'], hours: number): Visit => ({
  problem,
  createdAt: ago(hours),
})

const problems = fc.constantFrom(null, ...new Set(Object.values(PROBLEMS).flat()))
const moments = fc.integer({ min: 0, max: 10 * 24 * 60 }).map((minutes) => ago(minutes / 60))
const visits = fc.array(fc.record({ problem: problems, createdAt: moments }), { maxLength: 60 })

describe('what visitors say alike', () => {
  it('is said from three on, with their number and the last of them', () => {
    const two = [word(null, 1), word(null, 2)]
    expect(saidAlike(two, now)).toEqual([])
    expect(saidAlike([...two, word(null, 3)], now)).toEqual([
      { problem: null, people: 3, last: ago(1) },
    ])
  })

  it('is not mixed: two and one are not three', () => {
    expect(saidAlike([word('closed', 1), word('closed', 2), word('moved', 3)], now)).toEqual([])
  })

  it('has the latest word first', () => {
    const told = [1, 2, 3].flatMap((hours) => [word('closed', hours + 1), word(null, hours)])
    expect(saidAlike(told, now).map(({ problem }) => problem)).toEqual([null, 'closed'])
  })

  it('never comes from one who returns every day', () => {
    const daily = Array.from({ length: VISIT_DAYS }, (_, days) => word('closed', days * 24))
    expect(saidAlike(daily, now)).toEqual([])
  })

  it('is forgotten after seven days', () => {
    const told = [1, 2, 3].map(() => word('full', VISIT_DAYS * 24))
    expect(saidAlike(told, now)).toEqual([])
    expect(saidAlike(told, new Date(now.getTime() - 1))).toHaveLength(1)
  })

  it('never counts fewer than three or more than spoke, nor what is old', () => {
    fc.assert(
      fc.property(visits, (told) => {
        for (const { problem, people, last } of saidAlike(told, now)) {
          const alike = told.filter((one) => one.problem === problem)
          expect(people).toBeGreaterThanOrEqual(ENOUGH_VISITORS)
          expect(people).toBeLessThanOrEqual(alike.length)
          expect(now.getTime() - last.getTime()).toBeLessThan(VISIT_DAYS * 24 * HOUR_MS)
        }
      }),
    )
  })

  it('does not turn on the word of one visitor, whatever they say on however many days', () => {
    const byOne = fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { maxLength: 7 })
    const some = fc.array(fc.record({ problem: problems, createdAt: moments }), { maxLength: 2 })
    fc.assert(
      fc.property(some, byOne, problems, ([other], days, problem) => {
        const own = days.map((day) => word(problem, day * 24))
        expect(saidAlike(other ? [other, ...own] : own, now)).toEqual([])
      }),
    )
  })
})

describe('the usual wait', () => {
  const waits = (...minutes: number[]) =>
    minutes.map((minute, index) => ({ minutes: minute, createdAt: ago(index + 1) }))

  it('appears from three visitors on, as their median', () => {
    expect(usualWait(waits(15, 60), now)).toBeNull()
    expect(usualWait(waits(15, 180, 30), now)).toEqual({ minutes: 30, people: 3, last: ago(1) })
  })

  it('lies halfway between the two in the middle of an even number', () => {
    expect(usualWait(waits(15, 30, 60, 180), now)?.minutes).toBe(45)
  })

  it('is of the last 24 hours alone', () => {
    const old = { minutes: 180, createdAt: ago(WAIT_HOURS) }
    expect(usualWait([...waits(15, 30), old], now)).toBeNull()
    expect(usualWait([...waits(15, 30, 30), old, old], now)).toMatchObject({ people: 3 })
  })

  it('has no more above it than below it', () => {
    const some = fc.array(fc.integer({ min: 0, max: 600 }), { minLength: 1, maxLength: 50 })
    fc.assert(
      fc.property(some, (numbers) => {
        const middle = median(numbers)
        const half = numbers.length / 2
        expect(numbers.filter((number) => number < Math.floor(middle)).length).toBeLessThanOrEqual(
          half,
        )
        expect(numbers.filter((number) => number > Math.ceil(middle)).length).toBeLessThanOrEqual(
          half,
        )
        expect(middle).toBeGreaterThanOrEqual(Math.min(...numbers))
        expect(middle).toBeLessThanOrEqual(Math.max(...numbers))
        expect(median([...numbers].reverse())).toBe(middle)
      }),
    )
  })
})
