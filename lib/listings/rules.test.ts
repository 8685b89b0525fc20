import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ListingKind, ListingStatus } from '@/lib/generated/prisma/enums'
import {
  canTransition,
  FRESHNESS,
  freshness,
  isOver,
  TRANSITIONS,
  type Transition,
} from '@/lib/listings/rules'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const now = new Date('2026-11-22T12:00:00Z')
const STEPS = Object.keys(TRANSITIONS) as Transition[]
const STATUSES = Object.values(ListingStatus)

const kind = fc.constantFrom(...Object.values(ListingKind))
const age = fc.integer({ min: -DAY_MS, max: 90 * DAY_MS })

function at(kindOfListing: ListingKind, ageMs: number) {
  return freshness({ kind: kindOfListing, confirmedAt: new Date(now.getTime() - ageMs) }, now)
}

describe('freshness', () => {
  it.each([
    ['ride', 6 * HOUR_MS, null, 0],
    ['housing', 3 * DAY_MS, 7 * DAY_MS, 10],
    ['centre', 14 * DAY_MS, 30 * DAY_MS, 60],
  ] as const)('a %s fades, sinks and goes at its time', (name, fades, sinks, hiddenDays) => {
    expect(at(name, fades - 1).state).toBe('fresh')
    expect(at(name, fades).state).toBe('faded')
    if (sinks) {
      expect(at(name, sinks - 1).state).toBe('faded')
      expect(at(name, sinks).state).toBe('sunk')
    }
    const hiddenAt = hiddenDays ? new Date(now.getTime() + hiddenDays * DAY_MS) : null
    expect(at(name, 0).hiddenAt).toEqual(hiddenAt)
  })

  it('a ride never sinks', () => {
    expect(at('ride', 90 * DAY_MS).state).toBe('faded')
  })

  it('has a dial that is full at first, counts quarters and is empty when it is over', () => {
    const { fadesMs } = FRESHNESS.housing
    const dial = (share: number) => at('housing', share * fadesMs).dial
    expect([0, 0.2, 0.25, 0.3, 0.6, 0.8, 1].map(dial)).toEqual([4, 4, 3, 3, 2, 1, 0])
  })

  it('only ever falls as time passes, and the dial is empty exactly when it is not fresh', () => {
    const rank = { fresh: 0, faded: 1, sunk: 2 }
    fc.assert(
      fc.property(kind, age, fc.nat(30 * DAY_MS), (name, before, later) => {
        const first = at(name, before)
        const second = at(name, before + later)
        expect(rank[second.state]).toBeGreaterThanOrEqual(rank[first.state])
        expect(second.dial).toBeLessThanOrEqual(first.dial)
        expect(first.dial === 0).toBe(first.state !== 'fresh')
      }),
    )
  })
})

describe('transitions', () => {
  const expected: Record<Transition, [ListingStatus[], ListingStatus]> = {
    submit: [['pending', 'changes_requested', 'rejected'], 'pending'],
    approve: [['pending'], 'published'],
    reject: [['pending'], 'rejected'],
    request_changes: [['pending'], 'changes_requested'],
    withdraw: [['pending', 'changes_requested', 'published'], 'withdrawn'],
    take_down: [['pending', 'changes_requested', 'published'], 'taken_down'],
  }

  it.each(STEPS)('%s leads from exactly its statuses to its one', (step) => {
    const [from, to] = expected[step]
    expect(STATUSES.filter((status) => canTransition(status, step)).sort()).toEqual(from.sort())
    expect(TRANSITIONS[step].to).toBe(to)
  })

  it('publish nothing that did not wait just before, whatever was done', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...STEPS), { maxLength: 20 }), (steps) => {
        let status: ListingStatus = 'pending'
        for (const step of steps) {
          if (!canTransition(status, step)) continue
          const before: ListingStatus = status
          status = TRANSITIONS[step].to
          if (status === 'published') expect(before).toBe('pending')
          expect(['withdrawn', 'taken_down']).not.toContain(before)
        }
      }),
    )
  })

  it.each(['withdrawn', 'taken_down'] as const)('%s is the end', (status) => {
    expect(STEPS.some((step) => canTransition(status, step))).toBe(false)
  })
})

describe('isOver', () => {
  it('holds from the very moment on, and never for what has no end', () => {
    expect(isOver({ expiresAt: now }, now)).toBe(true)
    expect(isOver({ expiresAt: new Date(now.getTime() + 1) }, now)).toBe(false)
    expect(isOver({ expiresAt: null }, now)).toBe(false)
  })
})
