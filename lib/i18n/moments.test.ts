import { describe, expect, it } from 'vitest'
import type { Locale } from '@/lib/i18n/locales'
import {
  ago,
  clock,
  dateName,
  dayName,
  span,
  spanLeft,
  spanWaited,
  weekdayName,
} from '@/lib/i18n/moments'
import { translator } from '@/lib/i18n/translator'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const now = new Date('2026-11-22T10:00:00Z')

const here = (locale: Locale = 'ru') => ({
  locale,
  t: translator(locale),
  now,
  zone: 'Asia/Almaty',
})
const plain = (text: string) => text.replaceAll('\u00a0', ' ')
const earlier = (milliseconds: number) => new Date(now.getTime() - milliseconds)

describe('span', () => {
  it.each([
    [-HOUR, '0 мин'],
    [0, '0 мин'],
    [59 * MINUTE, '59 мин'],
    [59.6 * MINUTE, '1 ч'],
    [HOUR, '1 ч'],
    [2 * HOUR + 20 * MINUTE, '2 ч 20 мин'],
    [9 * HOUR + 59 * MINUTE, '9 ч 59 мин'],
    [10 * HOUR + 30 * MINUTE, '10 ч'],
    [47 * HOUR, '47 ч'],
    [48 * HOUR, '2 дня'],
    [5 * DAY, '5 дней'],
    [21 * DAY, '21 день'],
  ])('%i ms is %s', (milliseconds, expected) => {
    expect(plain(span(translator('ru'), milliseconds))).toBe(expected)
  })
})

describe('spanWaited', () => {
  it.each([
    [-MINUTE, '1 мин'],
    [0, '1 мин'],
    [29_000, '1 мин'],
    [2 * MINUTE, '2 мин'],
  ])('of %s ms is %s', (milliseconds, expected) => {
    expect(plain(spanWaited(translator('ru'), milliseconds))).toBe(expected)
  })
})

describe('spanLeft', () => {
  it.each([
    [1, '1 мин'],
    [59_999, '1 мин'],
    [MINUTE, '1 мин'],
    [MINUTE + 1, '2 мин'],
    [HOUR - 1, '1 ч'],
    [2 * HOUR + 20 * MINUTE, '2 ч 20 мин'],
  ])('%i ms to go are %s', (milliseconds, expected) => {
    expect(plain(spanLeft(translator('ru'), milliseconds))).toBe(expected)
  })
})

describe('ago', () => {
  it.each([
    [-HOUR, 'span', '1 мин назад'],
    [0, 'span', '1 мин назад'],
    [59 * MINUTE, 'span', '59 мин назад'],
    [HOUR, 'span', '1 ч назад'],
    [24 * HOUR - 1, 'span', '23 ч назад'],
    [24 * HOUR, 'moment', 'вчера в 15:00'],
    [33 * HOUR, 'moment', 'вчера в 06:00'],
    [40 * HOUR, 'span', '1 день назад'],
    [2 * DAY, 'span', '2 дня назад'],
    [28 * DAY, 'span', '28 дней назад'],
    [29 * DAY, 'moment', '24 октября'],
    [400 * DAY, 'moment', '18 октября 2025'],
  ])('%i ms ago is the %s «%s»', (milliseconds, form, text) => {
    const answer = ago(here(), earlier(milliseconds))
    expect({ ...answer, text: plain(answer.text) }).toEqual({ form, text })
  })

  it.each([
    ['kk', '5 күн бұрын'],
    ['en', '5 days ago'],
  ] as const)('in %s five days are «%s»', (locale, text) => {
    expect(plain(ago(here(locale), earlier(5 * DAY)).text)).toBe(text)
  })
})

describe('days', () => {
  it('near ones have names, in the zone of the reader', () => {
    const days = ['2026-11-21', '2026-11-22', '2026-11-23', '2026-11-24', '2027-01-01']
    expect(days.map((day) => plain(dayName(here(), day)))).toEqual([
      'вчера',
      'сегодня',
      'завтра',
      '24 ноября',
      '1 января 2027',
    ])
    const late = { ...here(), now: new Date('2026-11-22T19:30:00Z') }
    expect(dayName(late, '2026-11-23')).toBe('сегодня')
  })

  it.each([
    ['ru', '25 ноября', 'среда'],
    ['kk', '25 қараша', 'сәрсенбі'],
    ['en', '25 November', 'Wednesday'],
  ] as const)('in %s: %s, %s', (locale, date, weekday) => {
    expect(plain(dateName(locale, '2026-11-25'))).toBe(date)
    expect(weekdayName(locale, '2026-11-25')).toBe(weekday)
  })

  it('a clock is that of the zone', () => {
    expect(clock(here(), now)).toBe('15:00')
    expect(clock({ ...here(), zone: 'Europe/Moscow' }, now)).toBe('13:00')
  })
})
