import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cityInstant } from '@/lib/places/city-time'
import { askedPlan, PARTY, PLAN_FIELDS, readPlan, usualPlan } from '@/lib/plans/schema'

const NOW = cityInstant('2026-11-22', '13:20', 'Asia/Almaty')
const PLACES = [{ id: 'crossing-taskala' }, { id: 'station-uralsk' }]

const GOOD = {
  from: 'crossing-taskala',
  city: 'uralsk',
  date: '2026-11-23',
  time: '14:00',
  adults: '2',
  children: '1',
  pets: '',
  nights: '2',
  ride: '1',
  bed: '1',
}

const read = (change: Record<string, string | undefined> = {}) =>
  readPlan(askedPlan({ ...GOOD, ...change }), NOW, PLACES)
const codes = (change: Record<string, string | undefined>) =>
  read(change).issues.map(({ field, code }) => `${field} ${code}`)

describe('the address of a plan', () => {
  it('holds all of it', () => {
    expect(read()).toEqual({
      plan: {
        from: 'crossing-taskala',
        city: 'uralsk',
        date: '2026-11-23',
        time: '14:00',
        adults: 2,
        children: 1,
        pets: 0,
        nights: 2,
        ride: true,
        bed: true,
      },
      issues: [],
    })
  })

  it('without ticks asks for neither ride nor bed', () => {
    expect(read({ ride: undefined, bed: undefined }).plan).toMatchObject({
      ride: false,
      bed: false,
    })
  })

  it('that names no day asks for nothing yet', () => {
    expect(read({ date: undefined })).toEqual({ plan: null, issues: [] })
    expect(readPlan(askedPlan({ from: 'crossing-taskala' }), NOW, PLACES).issues).toEqual([])
  })

  it.each([
    [{ from: '' }, 'from required'],
    [{ from: 'crossing-nowhere' }, 'from unknown_choice'],
    [{ from: "'; drop table place" }, 'from unknown_choice'],
    [{ city: 'oral' }, 'city unknown_choice'],
    [{ city: '' }, 'city unknown_choice'],
    [{ date: '' }, 'date required'],
    [{ date: '2026-11-21' }, 'date in_the_past'],
    [{ date: '9999-12-31' }, 'date too_far'],
    [{ date: '2027-01-22' }, 'date too_far'],
    [{ date: '2026-02-30' }, 'date not_a_day'],
    [{ date: 'tomorrow' }, 'date not_a_day'],
    [{ time: '24:00' }, 'time not_a_time'],
    [{ time: '' }, 'time required'],
    [{ adults: '0' }, 'adults out_of_range'],
    [{ adults: '10000' }, 'adults out_of_range'],
    [{ adults: '1e4' }, 'adults not_a_number'],
    [{ adults: '-1' }, 'adults out_of_range'],
    [{ adults: '30', children: '30' }, 'adults too_many_for_a_plan'],
    [{ children: '10000' }, 'children out_of_range'],
    [{ pets: '11' }, 'pets out_of_range'],
    [{ nights: '0' }, 'nights out_of_range'],
    [{ nights: '365' }, 'nights out_of_range'],
  ])('%j is to be fixed: %s', (change, expected) => {
    expect(codes(change)).toEqual([expected])
  })

  it('tells everything that is wrong at once, in the order of the form', () => {
    const wrong = codes({ from: 'x', city: 'y', date: '', time: '', adults: 'many', nights: '99' })
    expect(wrong).toEqual([
      'from unknown_choice',
      'city unknown_choice',
      'date required',
      'time required',
      'adults not_a_number',
      'nights out_of_range',
    ])
  })

  it('keeps what was typed, the last of several values, and nothing else', () => {
    expect(askedPlan({ from: ['a', 'b'], adults: 'много', name: 'Anna' })).toEqual({
      from: 'b',
      adults: 'много',
    })
    expect(askedPlan({ from: 'a'.repeat(500) }).from).toHaveLength(60)
  })

  it('is answered, whatever stands in it', () => {
    const value = fc.oneof(
      fc.string(),
      fc.constantFrom('', '0', '1', '-1', '10000', '2026-11-23', '9999-12-31', '14:00', 'uralsk'),
      fc.array(fc.string(), { maxLength: 3 }),
      fc.constant(undefined),
    )
    const query = fc.dictionary(
      fc.oneof(fc.constantFrom(...PLAN_FIELDS), fc.constantFrom('__proto__', 'constructor')),
      value,
    )
    fc.assert(
      fc.property(query, (asked) => {
        const { plan, issues } = readPlan(askedPlan(asked), NOW, PLACES)
        if (!plan) return issues.every(({ code }) => code.length > 0)
        return plan.adults + plan.children <= PARTY.max && plan.date >= '2026-11-22'
      }),
    )
  })
})

describe('a form that nobody has touched', () => {
  it('asks for one person within the hour', () => {
    expect(usualPlan(NOW)).toMatchObject({ date: '2026-11-22', time: '14:00', adults: '1' })
    const late = cityInstant('2026-12-31', '23:40', 'Asia/Almaty')
    expect(usualPlan(late)).toMatchObject({ date: '2027-01-01', time: '00:00' })
  })

  it('is a plan as soon as the two places are chosen', () => {
    const asked = { ...usualPlan(NOW), from: 'station-uralsk', city: 'astana' }
    expect(readPlan(asked, NOW, PLACES).plan).toMatchObject({ adults: 1, nights: 1, bed: true })
  })
})
