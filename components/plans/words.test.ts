import { describe, expect, it } from 'vitest'
import { dayText, openingText, partyText, planErrors } from '@/components/plans/words'
import type { OpenState } from '@/lib/centres/rules'
import { LOCALES, type Locale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translator'
import { cityInstant } from '@/lib/places/city-time'
import { type AskedPlan, PLAN_FIELDS, readPlan } from '@/lib/plans/schema'

const ZONE = 'Asia/Oral'
const now = cityInstant('2026-12-30', '12:00', ZONE)
const at = (day: string, clock: string) => cityInstant(day, clock, ZONE)
const here = (locale: Locale = 'ru') => ({ locale, t: translator(locale), now, zone: ZONE })
const plain = (text: string) => text.replaceAll('\u00a0', ' ')

describe('a day of a plan', () => {
  it.each([
    ['ru', '31 декабря, четверг'],
    ['kk', '31 желтоқсан, бейсенбі'],
    ['en', '31 December, Thursday'],
  ] as const)('in %s still says what it is on paper: %s', (locale, text) => {
    expect(plain(dayText(here(locale), '2026-12-31'))).toBe(text)
  })
})

describe('a centre at the arrival', () => {
  const told = (opening: OpenState) => plain(openingText(here(), { opening }))

  it.each<[string, OpenState]>([
    ['Открыт, когда вы приедете, до 18:00', { open: true, closesAt: at('2026-12-30', '18:00') }],
    ['Круглосуточно', { open: true, closesAt: null }],
    [
      'Откроется 4 января, понедельник, в 09:00',
      { open: false, opensAt: at('2027-01-04', '09:00'), because: 'holiday' },
    ],
    ['Когда откроется, не знаем', { open: false, opensAt: null }],
    ['Часы не указаны', { open: null }],
  ])('%s', (text, opening) => {
    expect(told(opening)).toBe(text)
  })
})

describe('a party', () => {
  const party = { adults: 2, children: 1, pets: 3 }

  it.each([
    ['ru', '2 взрослых, 1 ребёнок, 3 животных'],
    ['kk', '2 ересек адам, 1 бала, 3 үй жануары'],
    ['en', '2 adults, 1 child, 3 pets'],
  ] as const)('in %s is %s', (locale, text) => {
    expect(plain(partyText(here(locale), party))).toBe(text)
  })

  it('names only those who come along', () => {
    expect(plain(partyText(here(), { adults: 1, children: 0, pets: 0 }))).toBe('1 взрослый')
  })
})

describe('what is to be fixed', () => {
  it('is a sentence for every field, in every language', () => {
    const wrong = Object.fromEntries(PLAN_FIELDS.map((field) => [field, 'x'])) as AskedPlan
    const { issues } = readPlan(wrong, now, [])
    const fields = PLAN_FIELDS.filter((field) => field !== 'ride' && field !== 'bed')
    for (const locale of LOCALES) {
      const errors = planErrors(here(locale), issues)
      expect(Object.keys(errors)).toEqual(fields)
      expect(Object.values(errors).every((text) => /\p{L}{3}/u.test(text))).toBe(true)
    }
  })
})
