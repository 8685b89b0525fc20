import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { housingFilterSchema, housingSchema } from '@/lib/housing/schema'
import { addDays } from '@/lib/places/city-time'

// 19:30 UTC is half past midnight in Kazakhstan: there it is the 23rd already.
const NOW = new Date('2026-11-22T19:30:00Z')
const TODAY = '2026-11-23'
/** A home for one sex only has nothing to arrange. */
const WOMEN_ANYWAY = ['suits:women_anyway']

const form = {
  city: 'astana',
  housingKind: 'room',
  district: 'yesil',
  firstNight: TODAY,
  lastNight: '2026-11-30',
  beds: '3',
  minNights: '1',
  maxNights: '7',
  price: '',
  houseRules: '',
  languages: ['ru', 'kk'],
  title: 'Комната в квартире семьи',
  body: '',
  address: 'Улица и дом для примера',
}

/** The codes of a form with some fields changed, as `field:code`. */
function problems(change: Record<string, unknown>): string[] {
  const result = housingSchema(NOW).safeParse({ ...form, ...change })
  return (result.error?.issues ?? []).map(({ path, message }) => `${String(path[0])}:${message}`)
}

describe('housingSchema', () => {
  it('reads a form as a browser sends it', () => {
    expect(
      housingSchema(NOW).parse({ ...form, suits: ['pets', 'children'], price: '4 500' }),
    ).toMatchObject({
      district: 'yesil',
      beds: 3,
      price: 4500,
      suits: ['children', 'pets'],
      confirmsRegistration: false,
      languages: ['ru', 'kk'],
    })
  })

  it('takes one tick, several or none', () => {
    const suitsOf = (suits: unknown) => housingSchema(NOW).parse({ ...form, suits }).suits
    expect(suitsOf(undefined)).toEqual([])
    expect(suitsOf('pets')).toEqual(['pets'])
    expect(suitsOf(['pets', 'womenOnly', 'pets'])).toEqual(['womenOnly', 'pets'])
    expect(problems({ suits: ['ghosts'] })).toEqual(['suits:unknown_choice'])
  })

  it('takes an empty price as free of charge', () => {
    expect(housingSchema(NOW).parse(form).price).toBe(0)
  })

  it.each([
    ['a district of another city', { district: 'medeu' }],
    ['an unknown district', { district: 'moon' }],
    ['no district', { district: undefined }],
    ['a city without known districts', { city: 'uralsk' }],
  ])('keeps no district for %s', (_, change) => {
    expect(housingSchema(NOW).parse({ ...form, ...change }).district).toBeNull()
  })

  it.each([
    ['a night that has passed', { firstNight: '2026-11-22' }, ['firstNight:in_the_past']],
    ['an end before the start', { lastNight: '2026-11-22' }, ['lastNight:end_before_start']],
    ['a day that does not exist', { lastNight: '2026-11-31' }, ['lastNight:not_a_day']],
    ['more than 180 days ahead', { lastNight: '2027-05-23' }, ['lastNight:too_far']],
    ['no bed', { beds: '0' }, ['beds:out_of_range']],
    ['minus one bed', { beds: '-1' }, ['beds:out_of_range']],
    ['10,000 beds', { beds: '10000' }, ['beds:out_of_range']],
    ['61 beds in a room', { beds: '61' }, ['beds:out_of_range']],
    ['a word for a number', { beds: 'три' }, ['beds:not_a_number']],
    [
      'a longest stay below the shortest',
      { minNights: '5', maxNights: '2' },
      ['maxNights:longest_below_shortest'],
    ],
    [
      'a shortest stay longer than the offer',
      { minNights: '9', maxNights: '9' },
      ['minNights:more_than_offered'],
    ],
    ['only women and only men', { suits: ['menOnly', 'womenOnly'] }, ['suits:women_or_men']],
    ['women on request and only women', { suits: ['womenOnly', 'womenOnRequest'] }, WOMEN_ANYWAY],
    ['women on request and only men', { suits: ['menOnly', 'womenOnRequest'] }, WOMEN_ANYWAY],
    ['an unknown kind', { housingKind: 'tent' }, ['housingKind:unknown_choice']],
    ['an unknown city', { city: 'omsk' }, ['city:unknown_choice']],
    ['no language', { languages: undefined }, ['languages:choose_one']],
    ['a phone in the rules', { houseRules: 'Звоните 8 701 234 56 78' }, ['houseRules:has_phone']],
    ['markup in the title', { title: '<b>Комната</b>' }, ['title:has_markup']],
    ['a text of 100 kB', { body: 'а'.repeat(100_000) }, ['body:too_long']],
    ['an IIN in the address', { address: 'кв. 5, ИИН 900101300123' }, ['address:has_iin']],
    ['a price beyond all sense', { price: '1000001' }, ['price:out_of_range']],
  ])('refuses %s', (_, change, codes) => {
    expect(problems(change)).toEqual(codes)
  })

  it('takes up to 500 beds in a shelter', () => {
    expect(problems({ housingKind: 'shelter', beds: '500' })).toEqual([])
    expect(problems({ housingKind: 'shelter', beds: '501' })).toEqual(['beds:out_of_range'])
  })

  it('names everything that is missing at once', () => {
    const { error } = housingSchema(NOW).safeParse({})
    expect(new Set(error?.issues.map(({ path }) => path[0]))).toEqual(
      new Set([
        'city',
        'housingKind',
        'firstNight',
        'lastNight',
        'beds',
        'minNights',
        'maxNights',
        'houseRules',
        'languages',
        'title',
        'body',
        'address',
      ]),
    )
  })

  it('accepts exactly the nights from today to 180 days ahead, in order', () => {
    const offset = fc.integer({ min: -5, max: 185 })
    fc.assert(
      fc.property(offset, offset, (first, last) => {
        const nights = { firstNight: addDays(TODAY, first), lastNight: addDays(TODAY, last) }
        const isFine = first >= 0 && last >= first && last <= 180
        expect(problems({ ...nights, minNights: '1' }).length === 0).toBe(isFine)
      }),
    )
  })
})

describe('housingFilterSchema', () => {
  it('leaves out what it does not understand', () => {
    const query = { free: 'yes', people: '0', from: '2026-02-30', to: ['a', 'b'], kind: 'tent' }
    expect(housingFilterSchema.parse(query)).toEqual({})
  })

  it('reads what the form sends', () => {
    const query = { free: '1', people: '2', from: TODAY, to: '2026-11-25', kind: 'room' }
    expect(housingFilterSchema.parse(query)).toEqual({ ...query, people: 2 })
  })
})
