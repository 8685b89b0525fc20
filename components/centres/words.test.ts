import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { closesText, nextOpenings, openingAnswer, queueText } from '@/components/centres/words'
import type { CentreCardView } from '@/lib/centres/queries'
import { openState, type Timetable } from '@/lib/centres/rules'
import { LOCALES, type Locale } from '@/lib/i18n/locales'
import type { Here } from '@/lib/i18n/moments'
import { translator } from '@/lib/i18n/translator'
import { cityInstant } from '@/lib/places/city-time'

const ZONE = 'Asia/Oral'
const HOLIDAYS = new Set(['2026-12-16'])
const at = (day: string, clock: string) => cityInstant(day, clock, ZONE)

const hereAt = (now: Date, locale: Locale = 'ru', zone = ZONE): Here => ({
  locale,
  t: translator(locale),
  now,
  zone,
})

function nineToSix(week = [1, 2, 3, 4, 5]): Timetable {
  const days = week.map((weekday) => ({ weekday, opens: 540, closes: 1080 }))
  return { week: days, exceptions: [], closedHolidays: true }
}

function told(timetable: Timetable, now: Date, locale: Locale = 'ru', zone = ZONE) {
  const opening = openState(timetable, HOLIDAYS, now, zone)
  const centre = { opening, timetable, holidays: HOLIDAYS }
  const here = hereAt(now, locale, zone)
  const { figure, words, now: left } = openingAnswer(here, centre, false)
  return [figure, words, left, nextOpenings(here, centre)]
    .filter(Boolean)
    .map((text) => String(text).replaceAll('\u00a0', ' '))
}

// 2026-12-15 is a Tuesday.
describe('the answer of a centre', () => {
  it('is how long it stays open, and when it opens next', () => {
    expect(told(nineToSix(), at('2026-12-14', '17:20'))).toEqual([
      'Открыто',
      'ещё 40 мин',
      'Сегодня до 18:00. Потом завтра с 09:00.',
    ])
  })

  it('is when it opens while it is closed', () => {
    expect(told(nineToSix(), at('2026-12-14', '19:00'))).toEqual([
      'Закрыто',
      'откроется завтра в 09:00',
    ])
  })

  it('is that there is a holiday, and when it opens after it', () => {
    expect(told(nineToSix(), at('2026-12-16', '12:00'))).toEqual([
      'Закрыто',
      'сегодня праздник',
      'Откроется завтра в 09:00.',
    ])
  })

  it('is that nobody told us the hours', () => {
    expect(told(nineToSix([]), at('2026-12-14', '12:00'))).toEqual(['Часы не указаны'])
  })

  it.each([
    ['ru', ['Открыто', 'ещё 40 мин'], ['Закрыто', 'сегодня праздник']],
    ['kk', ['Ашық', 'жабылуына 40 мин қалды'], ['Жабық', 'бүгін мереке']],
    ['en', ['Open', '40 min left'], ['Closed', 'public holiday today']],
  ] as const)(
    'says in %s that it is open, and that there is a holiday',
    (locale, open, holiday) => {
      expect(told(nineToSix(), at('2026-12-14', '17:20'), locale).slice(0, 2)).toEqual(open)
      expect(told(nineToSix(), at('2026-12-16', '12:00'), locale).slice(0, 2)).toEqual(holiday)
    },
  )

  it('counts down to the last minute, and is closed when it is over', () => {
    const secondsLater = (seconds: number) =>
      told(nineToSix(), new Date(at('2026-12-14', '17:59').getTime() + seconds * 1000))
    expect(secondsLater(0).slice(0, 2)).toEqual(['Открыто', 'ещё 1 мин'])
    expect(secondsLater(59).slice(0, 2)).toEqual(['Открыто', 'ещё 1 мин'])
    expect(secondsLater(60)).toEqual(['Закрыто', 'откроется завтра в 09:00'])
  })

  it('names the day and the year of an opening beyond New Year', () => {
    const timetable = { ...nineToSix(), exceptions: [{ day: '2027-01-01', hours: null }] }
    expect(told(timetable, at('2026-12-31', '18:00'))).toEqual([
      'Закрыто',
      'откроется 4 января 2027 в 09:00',
    ])
  })

  it('follows an exception: shorter hours today, closed for the rest of it', () => {
    const hours = { opens: 540, closes: 720 }
    const timetable = { ...nineToSix(), exceptions: [{ day: '2026-12-14', hours }] }
    expect(told(timetable, at('2026-12-14', '11:00')).slice(0, 2)).toEqual(['Открыто', 'ещё 1 ч'])
    expect(told(timetable, at('2026-12-14', '12:00'))).toEqual([
      'Закрыто',
      'сегодня больше не откроется',
      'Откроется завтра в 09:00.',
    ])
  })

  it('counts no minutes once nobody has confirmed it for long', () => {
    const now = at('2026-12-14', '17:20')
    const opening = openState(nineToSix(), HOLIDAYS, now, ZONE)
    expect(openingAnswer(hereAt(now), { opening }, true).now).toBeUndefined()
  })
})

describe('closing', () => {
  const here = hereAt(at('2026-12-14', '12:00'))
  const closes = (day: string, clock: string) => closesText(here, { closesAt: at(day, clock) })

  it('at midnight is still of the same day', () => {
    expect(closes('2026-12-15', '00:00')).toBe('сегодня до 24:00')
    expect(closes('2026-12-15', '02:00')).toBe('завтра до 02:00')
  })

  it('is never around the clock', () => {
    expect(closesText(here, { closesAt: null })).toBe('круглосуточно')
  })
})

describe('the queue of a centre', () => {
  const queue = (appointment: CentreCardView['appointment'], clock: string, locale?: Locale) => {
    const now = at('2026-12-14', clock)
    const opening = openState(nineToSix(), HOLIDAYS, now, ZONE)
    const centre = { appointment, opening } as CentreCardView
    return queueText(hereAt(now, locale), centre).replaceAll('\u00a0', ' ')
  }

  it('says whether one may just come, and until when', () => {
    expect(queue('walk_in', '12:00')).toBe('Без записи, живая очередь, сегодня до 18:00')
    expect(queue('both', '12:00')).toBe('Можно по записи или без неё, сегодня до 18:00')
  })

  it('says that it is by appointment only, in each language, closed too', () => {
    expect(queue('appointment_only', '12:00')).toBe('Только по записи, сегодня до 18:00')
    expect(queue('appointment_only', '20:00')).toBe('Только по записи')
    expect(queue('appointment_only', '20:00', 'kk')).toBe('Тек алдын ала жазылу арқылы')
    expect(queue('appointment_only', '20:00', 'en')).toBe('By appointment only')
  })
})

const span = fc
  .tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 1, max: 96 }))
  .filter(([opens, closes]) => opens < closes)
  .map(([opens, closes]) => ({ opens: opens * 15, closes: closes * 15 }))
const timetables: fc.Arbitrary<Timetable> = fc.record({
  week: fc
    .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 7 }), span), {
      maxLength: 7,
      selector: ([weekday]) => weekday,
    })
    .map((days) => days.map(([weekday, hours]) => ({ weekday, ...hours }))),
  exceptions: fc
    .option(fc.record({ day: fc.constant('2026-12-31'), hours: fc.option(span) }))
    .map((exception) => (exception ? [exception] : [])),
  closedHolidays: fc.boolean(),
})
// To the second, over Independence Day and the end of the year.
const instants = fc
  .integer({ min: 0, max: 25 * 86_400 })
  .map((seconds) => new Date(at('2026-12-14', '00:00').getTime() + seconds * 1000))

describe('the answer of any centre at any second', () => {
  it('is whole in every language and zone, and never counts nothing', () => {
    const zones = fc.constantFrom('Asia/Oral', 'Asia/Almaty')
    fc.assert(
      fc.property(timetables, instants, zones, (timetable, now, zone) => {
        for (const locale of LOCALES) {
          const words = told(timetable, now, locale, zone)
          expect(words.length).toBeGreaterThan(0)
          for (const text of words) {
            expect(text).toMatch(/\p{L}/u)
            expect(text).not.toMatch(/[{}]|undefined|Invalid|(?<!\d)0 (?:мин|min|сағ|ч|h)/)
          }
        }
      }),
    )
  })

  it('says when it changes: what is left ends at the closing that it names', () => {
    fc.assert(
      fc.property(timetables, instants, (timetable, now) => {
        const opening = openState(timetable, HOLIDAYS, now, ZONE)
        fc.pre(opening.open === true && opening.closesAt !== null)
        const here = hereAt(now)
        const { now: left } = openingAnswer(here, { opening }, false)
        const wait = (opening.closesAt?.getTime() ?? 0) - now.getTime()
        expect(left === undefined).toBe(wait >= 86_400_000)
      }),
    )
  })
})
