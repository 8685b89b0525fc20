import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type DatedException,
  openState,
  spansOn,
  type Timetable,
  unusualDays,
  type WeeklySpan,
} from '@/lib/centres/rules'
import { addDays, cityDay, cityInstant, cityMinutes, weekdayOf } from '@/lib/places/city-time'

const ZONE = 'Asia/Oral'
const NONE = new Set<string>()
const MINUTE_MS = 60_000
const NINE_TO_SIX = { opens: 540, closes: 1080 }

const at = (day: string, clock: string) => cityInstant(day, clock, ZONE)
const weekdays = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, ...NINE_TO_SIX }))
const office: Timetable = { week: weekdays, exceptions: [], closedHolidays: true }

// 2026-12-14 is a Monday, 2026-12-16 is Independence Day.
describe('openState', () => {
  it('says until when it is open', () => {
    expect(openState(office, NONE, at('2026-12-14', '17:20'), ZONE)).toEqual({
      open: true,
      closesAt: at('2026-12-14', '18:00'),
    })
  })

  it('opens at the first minute and is closed at the last', () => {
    expect(openState(office, NONE, at('2026-12-14', '09:00'), ZONE).open).toBe(true)
    expect(openState(office, NONE, at('2026-12-14', '18:00'), ZONE)).toEqual({
      open: false,
      opensAt: at('2026-12-15', '09:00'),
    })
  })

  it('looks over the weekend for the next opening', () => {
    expect(openState(office, NONE, at('2026-12-18', '19:00'), ZONE)).toEqual({
      open: false,
      opensAt: at('2026-12-21', '09:00'),
    })
  })

  it('closes on a public holiday and says so while it would usually be open', () => {
    const holiday = new Set(['2026-12-16'])
    const next = at('2026-12-17', '09:00')
    const state = (clock: string) => openState(office, holiday, at('2026-12-16', clock), ZONE)
    expect(state('10:00')).toEqual({ open: false, opensAt: next, because: 'holiday' })
    expect(state('20:00')).toEqual({ open: false, opensAt: next })
    const open = { ...office, closedHolidays: false }
    expect(openState(open, holiday, at('2026-12-16', '10:00'), ZONE).open).toBe(true)
  })

  it('follows the hours of an exception, on a holiday too', () => {
    const exceptions = [{ day: '2026-12-16', hours: { opens: 720, closes: 960 } }]
    const changed = { ...office, exceptions }
    const holiday = new Set(['2026-12-16'])
    const state = (clock: string) => openState(changed, holiday, at('2026-12-16', clock), ZONE)
    expect(state('10:00')).toEqual({ open: false, opensAt: at('2026-12-16', '12:00') })
    expect(state('13:00')).toEqual({ open: true, closesAt: at('2026-12-16', '16:00') })
    expect(state('17:00')).toEqual({
      open: false,
      opensAt: at('2026-12-17', '09:00'),
      because: 'exception',
    })
  })

  it('goes on through midnight where two spans touch', () => {
    const week = [
      { weekday: 1, opens: 1200, closes: 1440 },
      { weekday: 2, opens: 0, closes: 120 },
    ]
    const night = { week, exceptions: [], closedHolidays: false }
    const closesAt = at('2026-12-15', '02:00')
    expect(openState(night, NONE, at('2026-12-14', '23:30'), ZONE)).toEqual({
      open: true,
      closesAt,
    })
    expect(openState(night, NONE, at('2026-12-15', '00:30'), ZONE)).toEqual({
      open: true,
      closesAt,
    })
  })

  it('closes at midnight where the next day begins later', () => {
    const week = [{ weekday: 1, opens: 1200, closes: 1440 }]
    const evening = { week, exceptions: [], closedHolidays: false }
    expect(openState(evening, NONE, at('2026-12-14', '23:30'), ZONE)).toEqual({
      open: true,
      closesAt: at('2026-12-15', '00:00'),
    })
  })

  it('has no closing time around the clock', () => {
    const week = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: 0, closes: 1440 }))
    const always = { week, exceptions: [], closedHolidays: false }
    expect(openState(always, NONE, at('2026-12-14', '03:00'), ZONE)).toEqual({
      open: true,
      closesAt: null,
    })
  })

  it('closes for lunch', () => {
    const week = [
      { weekday: 1, opens: 840, closes: 1080 },
      { weekday: 1, opens: 540, closes: 780 },
    ]
    const withLunch = { week, exceptions: [], closedHolidays: true }
    expect(openState(withLunch, NONE, at('2026-12-14', '13:30'), ZONE)).toEqual({
      open: false,
      opensAt: at('2026-12-14', '14:00'),
    })
  })

  it('says that it does not know', () => {
    const unknown = { week: [], exceptions: [], closedHolidays: true }
    expect(openState(unknown, NONE, at('2026-12-14', '12:00'), ZONE)).toEqual({ open: null })
  })

  it('gives up when nothing opens within a month', () => {
    const exceptions = Array.from({ length: 40 }, (_, index) => ({
      day: addDays('2026-12-14', index),
      hours: null,
    }))
    const closed = { ...office, exceptions }
    expect(openState(closed, NONE, at('2026-12-14', '12:00'), ZONE)).toEqual({
      open: false,
      opensAt: null,
      because: 'exception',
    })
  })
})

describe('unusualDays', () => {
  it('lists holidays and exceptions of the next 30 days', () => {
    const exceptions = [{ day: '2026-12-18', hours: { opens: 540, closes: 780 } }]
    const holidays = new Set(['2026-12-16', '2027-03-08'])
    expect(unusualDays({ ...office, exceptions }, holidays, '2026-12-14')).toEqual([
      { day: '2026-12-16', spans: [], because: 'holiday' },
      { day: '2026-12-18', spans: [{ opens: 540, closes: 780 }], because: 'exception' },
    ])
  })
})

const FIRST_DAY = '2026-12-10'
const someDay = fc.integer({ min: 0, max: 12 }).map((days) => addDays(FIRST_DAY, days))
const span = fc
  .tuple(fc.integer({ min: 0, max: 96 }), fc.integer({ min: 0, max: 96 }))
  .filter(([opens, closes]) => opens < closes)
  .map(([opens, closes]) => ({ opens: opens * 15, closes: closes * 15 }))
const week: fc.Arbitrary<WeeklySpan[]> = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 7 }), span), { maxLength: 10 })
  .map((spans) =>
    spans
      .map(([weekday, hours]) => ({ weekday, ...hours }))
      .filter((own, index, all) => !all.slice(0, index).some((other) => overlap(own, other))),
  )
const exceptions: fc.Arbitrary<DatedException[]> = fc.uniqueArray(
  fc.record({ day: someDay, hours: fc.option(span) }),
  { maxLength: 4, selector: ({ day }) => day },
)
const timetable = fc.record({ week, exceptions, closedHolidays: fc.boolean() })
const holidays = fc.uniqueArray(someDay, { maxLength: 3 }).map((days) => new Set(days))
const instant = fc
  .integer({ min: 0, max: 10 * 1440 })
  .map((minutes) => new Date(at(FIRST_DAY, '00:00').getTime() + minutes * MINUTE_MS))

describe('openState, for any timetable', () => {
  it('agrees with the spans of the day', () => {
    fc.assert(
      fc.property(timetable, holidays, instant, (own, days, now) => {
        fc.pre(own.week.length > 0)
        expect(openState(own, days, now, ZONE).open).toBe(isWithinSpan(own, days, now))
      }),
    )
  })

  it('keeps its answer until the moment it names, and changes it then', () => {
    fc.assert(
      fc.property(
        timetable,
        holidays,
        instant,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (own, days, now, part) => {
          const state = openState(own, days, now, ZONE)
          const change = state.open ? state.closesAt : state.open === false ? state.opensAt : null
          fc.pre(change !== null)
          const wait = change.getTime() - now.getTime()
          expect(wait).toBeGreaterThan(0)
          const meanwhile = new Date(
            now.getTime() + Math.floor((part * (wait - 1)) / MINUTE_MS) * MINUTE_MS,
          )
          expect(openState(own, days, meanwhile, ZONE).open).toBe(state.open)
          expect(openState(own, days, change, ZONE).open).toBe(!state.open)
        },
      ),
    )
  })

  it('gives a reason only on a day that differs from the week', () => {
    fc.assert(
      fc.property(timetable, holidays, instant, (own, days, now) => {
        const state = openState(own, days, now, ZONE)
        fc.pre(state.open === false && state.because !== undefined)
        const today = cityDay(now, ZONE)
        expect(own.exceptions.some(({ day }) => day === today) || days.has(today)).toBe(true)
        expect(own.week.some(({ weekday }) => weekday === weekdayOf(today))).toBe(true)
      }),
    )
  })
})

function isWithinSpan(own: Timetable, days: ReadonlySet<string>, now: Date): boolean {
  const minute = cityMinutes(now, ZONE)
  return spansOn(own, days, cityDay(now, ZONE)).some(
    ({ opens, closes }) => opens <= minute && minute < closes,
  )
}

function overlap(a: WeeklySpan, b: WeeklySpan): boolean {
  return a.weekday === b.weekday && a.opens < b.closes && b.opens < a.closes
}
