import { describe, expect, it } from 'vitest'
import { closesText, nextOpenings, openingAnswer } from '@/components/centres/words'
import { openState, type Timetable } from '@/lib/centres/rules'
import type { Here } from '@/lib/i18n/moments'
import { translator } from '@/lib/i18n/translator'
import { cityInstant } from '@/lib/places/city-time'

const ZONE = 'Asia/Oral'
const HOLIDAYS = new Set(['2026-12-16'])
const at = (day: string, clock: string) => cityInstant(day, clock, ZONE)

const hereAt = (now: Date): Here => ({ locale: 'ru', t: translator('ru'), now, zone: ZONE })

function nineToSix(week = [1, 2, 3, 4, 5]): Timetable {
  const days = week.map((weekday) => ({ weekday, opens: 540, closes: 1080 }))
  return { week: days, exceptions: [], closedHolidays: true }
}

function told(timetable: Timetable, now: Date) {
  const opening = openState(timetable, HOLIDAYS, now, ZONE)
  const centre = { opening, timetable, holidays: HOLIDAYS }
  const here = hereAt(now)
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
