import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MAX_SHARE_TENGE, rideFilterSchema, rideSchema, SEATS } from '@/lib/rides/schema'
import { day } from '@/lib/testing/homes'
import { sentRide } from '@/lib/testing/rides'

/** Field and code of everything that is wrong with this form. */
function problems(change: Record<string, unknown>, now = new Date()): string[] {
  const { error } = rideSchema(now).safeParse(sentRide(change))
  return (error?.issues ?? []).map(({ path, message }) => `${String(path[0])}: ${message}`)
}

const withoutField = (name: string) => problems({ [name]: undefined })

describe('the form of a ride', () => {
  it('is read into numbers, ticks and lists', () => {
    expect(rideSchema(new Date()).parse(sentRide())).toMatchObject({
      seats: 3,
      price: 0,
      childSeats: 1,
      pets: true,
      languages: ['ru', 'kk'],
    })
  })

  it('may leave out what has an obvious answer', () => {
    const form = sentRide({ price: undefined, childSeats: undefined, pets: undefined, body: '' })
    expect(rideSchema(new Date()).parse(form)).toMatchObject({
      price: 0,
      childSeats: 0,
      pets: false,
    })
  })

  it('takes thousands with spaces', () => {
    expect(rideSchema(new Date()).parse(sentRide({ price: '9\u00a0000' })).price).toBe(9000)
  })

  it.each(['from', 'to', 'day', 'time', 'seats', 'body', 'point', 'car', 'plate'])(
    'without %s is refused with a sentence that exists',
    (name) => {
      expect(withoutField(name)).toEqual([`${name}: required`])
    },
  )

  it.each([
    [{ luggage: 'elephant' }, 'luggage: unknown_choice'],
    [{ languages: [] }, 'languages: choose_one'],
    [{ languages: 'de' }, 'languages: unknown_choice'],
    [{ from: "'; drop table ride; --" }, 'from: unknown_choice'],
    [{ from: '' }, 'from: required'],
    [{ to: 'CITY-URALSK' }, 'to: unknown_choice'],
    [{ to: 'x'.repeat(100_000) }, 'to: unknown_choice'],
    [{ to: 'crossing-syrym' }, 'to: same_place'],
    [{ seats: '-1' }, 'seats: out_of_range'],
    [{ seats: '0' }, 'seats: out_of_range'],
    [{ seats: '10000' }, 'seats: out_of_range'],
    [{ seats: '10 000' }, 'seats: out_of_range'],
    [{ seats: '3.5' }, 'seats: not_a_number'],
    [{ seats: '1e1' }, 'seats: not_a_number'],
    [{ seats: '0x10' }, 'seats: not_a_number'],
    [{ seats: '٣' }, 'seats: not_a_number'],
    [{ seats: '9'.repeat(400) }, 'seats: not_a_number'],
    [{ seats: 'NaN' }, 'seats: not_a_number'],
    [{ seats: '   ' }, 'seats: required'],
    [{ seats: ['1', '2'] }, 'seats: required'],
    [{ price: '-5' }, 'price: out_of_range'],
    [{ price: String(MAX_SHARE_TENGE + 1) }, 'price: out_of_range'],
    [{ childSeats: '9' }, 'childSeats: out_of_range'],
    [{ day: '2026-02-30' }, 'day: not_a_day'],
    [{ day: '01.12.2026' }, 'day: not_a_day'],
    [{ time: '24:00' }, 'time: not_a_time'],
    [{ time: '7:05' }, 'time: not_a_time'],
    [{ body: 'а'.repeat(100_000) }, 'body: too_long'],
    [{ body: '<script>alert(1)</script>' }, 'body: has_markup'],
    [{ body: 'тихо\u0000' }, 'body: has_control'],
    [{ body: 'a\u202eb' }, 'body: has_control'],
    [{ body: 'Мой ИИН 900101300123' }, 'body: has_iin'],
    [{ body: 'Пишите +7 701 123 45 67' }, 'body: has_phone'],
    [{ body: 'Пишите @driver_oral' }, 'body: has_handle'],
    [{ point: 'кп' }, 'point: too_short'],
    [{ point: 'паспорт 45 06 123456' }, 'point: has_iin'],
    [{ plate: 'А'.repeat(21) }, 'plate: too_long'],
  ])('refuses %j', (change, problem) => {
    expect(problems(change)).toContain(problem)
  })

  it('lets the driver keep a phone number for those who are accepted', () => {
    expect(problems({ point: 'У кафе, +7 701 123 45 67' })).toEqual([])
  })

  it('counts letters as people do, not as the machine stores them', () => {
    expect(problems({ body: '👨‍👩‍👧 '.repeat(300).trim() })).toEqual([])
  })
})

describe('the departure', () => {
  const now = new Date('2026-11-22T13:30:00Z')
  const at = (date: string, time: string) => problems({ day: date, time }, now)

  it('lies in the future, by the clock of Kazakhstan', () => {
    expect(at('2026-11-22', '18:29')).toEqual(['time: in_the_past'])
    expect(at('2026-11-22', '18:30')).toEqual(['time: in_the_past'])
    expect(at('2026-11-22', '18:31')).toEqual([])
    expect(at('2020-01-01', '10:00')).toEqual(['time: in_the_past'])
  })

  it('lies at most 60 days ahead', () => {
    expect(at('2027-01-21', '23:59')).toEqual([])
    expect(at('2027-01-22', '00:00')).toEqual(['day: too_far'])
    expect(at('9999-12-31', '00:00')).toEqual(['day: too_far'])
  })
})

describe('whatever is sent', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constant(undefined),
    fc.array(fc.string()),
    fc.integer().map(String),
  )

  it('is either a ride within its limits or a list of problems, never an exception', () => {
    const names = Object.keys(sentRide())
    fc.assert(
      fc.property(fc.constantFrom(...names), anything, (name, value) => {
        const { success, data, error } = rideSchema(new Date()).safeParse(
          sentRide({ [name]: value }),
        )
        if (success) {
          expect(data.seats).toBeGreaterThanOrEqual(SEATS.min)
          expect(data.seats).toBeLessThanOrEqual(SEATS.max)
          expect([...data.body].length).toBeLessThanOrEqual(2000)
          expect(data.day >= day()).toBe(true)
        } else {
          expect(error.issues.every(({ message }) => /^[a-z_]+$/.test(message))).toBe(true)
        }
      }),
    )
  })
})

describe('the address of a list', () => {
  it('keeps what it understands and leaves out the rest', () => {
    const asked = { from: 'crossing-syrym', to: '../etc', date: '2026-13-01', people: '5' }
    expect(rideFilterSchema.parse(asked)).toEqual({ from: 'crossing-syrym', people: 5 })
    expect(rideFilterSchema.parse({ people: '-1', cursor: 'x'.repeat(81) })).toEqual({})
  })
})
