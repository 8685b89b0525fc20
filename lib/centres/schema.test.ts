import { describe, expect, it } from 'vitest'
import { centreFilterSchema, centreSchema, speaksOfficially } from '@/lib/centres/schema'

const NOW = new Date('2026-11-22T07:00:00Z')

const helpPoint = {
  centreKind: 'help_point',
  city: 'astana',
  district: 'yesil',
  title: 'Помощь с ИИН',
  body: '',
  appointment: 'walk_in',
  services: 'iin',
  documents: 'Паспорт',
  fees: '',
  languages: ['ru', 'kk'],
  stepFree: 'unknown',
  closedHolidays: 'on',
  opens1: '09:00',
  closes1: '18:00',
}
const office = {
  ...helpPoint,
  centreKind: 'service_centre',
  sourceUrl: 'https://example.org/offices',
  checkedOn: '2026-11-20',
}

function parsed(form: object) {
  return centreSchema(NOW).parse(form)
}

function problems(form: object) {
  const { error } = centreSchema(NOW).safeParse(form)
  return Object.fromEntries((error?.issues ?? []).map(({ path, message }) => [path[0], message]))
}

describe('the form of a centre', () => {
  it('reads a help point as a browser sends it', () => {
    expect(parsed(helpPoint)).toEqual({
      centreKind: 'help_point',
      city: 'astana',
      district: 'yesil',
      title: 'Помощь с ИИН',
      body: '',
      address: '',
      publicAddress: '',
      publicBuilding: false,
      point: null,
      appointment: 'walk_in',
      services: ['iin'],
      documents: 'Паспорт',
      fees: '',
      languages: ['ru', 'kk'],
      stepFree: null,
      closedHolidays: true,
      sourceUrl: null,
      checkedOn: null,
      publicPhone: null,
      hours: [{ weekday: 1, opens: 540, closes: 1080 }],
    })
  })

  it('knows no hours when all are left empty', () => {
    expect(parsed({ ...helpPoint, opens1: '', closes1: '' }).hours).toEqual([])
  })

  it('closes at midnight with 00:00', () => {
    const { hours } = parsed({ ...helpPoint, opens1: '20:00', closes1: '00:00' })
    expect(hours).toEqual([{ weekday: 1, opens: 1200, closes: 1440 }])
  })

  it.each([
    ['half a day', { closes1: '' }, { closes1: 'required' }],
    ['a day without its beginning', { opens1: '' }, { opens1: 'required' }],
    ['an end before its start', { closes1: '08:00' }, { closes1: 'closes_before_opens' }],
    ['no clock time', { opens7: 'утром', closes7: '18:00' }, { opens7: 'not_a_time' }],
    ['no service', { services: undefined }, { services: 'choose_one' }],
    ['an unknown service', { services: ['visa'] }, { services: 'unknown_choice' }],
    ['an unknown city', { city: 'omsk' }, { city: 'unknown_choice' }],
    ['a district of another city', { district: 'medeu' }, { district: 'not_in_this_city' }],
    ['a phone in the text', { body: 'Звоните +7 701 234 56 78' }, { body: 'has_phone' }],
    ['an IIN in the private address', { address: '900101300123' }, { address: 'has_iin' }],
    ['a public building without address', { publicBuilding: 'on' }, { publicAddress: 'required' }],
    [
      'an address for everyone that is no public building',
      { publicAddress: 'Дом 1' },
      { publicBuilding: 'tick_public_building' },
    ],
    [
      'a phone of a help point',
      { publicPhone: '+7 7172 55 55 55' },
      { publicPhone: 'only_official_phone' },
    ],
    ['a very long text', { body: 'я'.repeat(100_000) }, { body: 'too_long' }],
  ])('refuses %s', (_, change, expected) => {
    expect(problems({ ...helpPoint, ...change })).toEqual(expected)
  })

  it('reads an office with its source, day and phone', () => {
    const { publicPhone, sourceUrl, checkedOn } = parsed({
      ...office,
      publicPhone: '8 (7172) 55-55-55',
    })
    expect({ publicPhone, sourceUrl, checkedOn }).toEqual({
      publicPhone: '+77172555555',
      sourceUrl: 'https://example.org/offices',
      checkedOn: '2026-11-20',
    })
  })

  it.each([
    ['without a source', { sourceUrl: '' }, { sourceUrl: 'required' }],
    ['without the day', { checkedOn: '' }, { checkedOn: 'required' }],
    ['checked tomorrow', { checkedOn: '2026-11-23' }, { checkedOn: 'in_the_future' }],
    [
      'with a source that is not https',
      { sourceUrl: 'http://example.org' },
      { sourceUrl: 'not_https' },
    ],
    [
      'with a script for a source',
      { sourceUrl: 'javascript:alert(1)' },
      { sourceUrl: 'not_https' },
    ],
    [
      'with a Russian phone',
      { publicPhone: '+7 912 345 67 89' },
      { publicPhone: 'not_a_kazakh_phone' },
    ],
    ['with a short number', { publicPhone: '1414' }, { publicPhone: 'not_a_kazakh_phone' }],
    [
      'with a phone in its address',
      { publicAddress: 'дом 1, +7 701 234 56 78' },
      { publicAddress: 'has_phone' },
    ],
  ])('refuses an office %s', (_, change, expected) => {
    expect(problems({ ...office, ...change })).toEqual(expected)
  })

  it('speaks officially as an office or from a public building', () => {
    expect(speaksOfficially(parsed(helpPoint))).toBe(false)
    expect(speaksOfficially(parsed(office))).toBe(true)
    const hall = { ...helpPoint, publicBuilding: 'on', publicAddress: 'Дом культуры' }
    expect(speaksOfficially(parsed(hall))).toBe(true)
  })
})

describe('the address of a list', () => {
  it('leaves out what is not understood', () => {
    expect(
      centreFilterSchema.parse({ open: 'yes', service: 'visa', cursor: 'x'.repeat(99) }),
    ).toEqual({})
    expect(centreFilterSchema.parse({ open: 'now', service: 'iin' })).toEqual({
      open: 'now',
      service: 'iin',
    })
  })
})
