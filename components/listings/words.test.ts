import { describe, expect, it } from 'vitest'
import { confirmedText, freshFoot, freshFootOf, staleText } from '@/components/listings/words'
import type { ListingKind } from '@/lib/generated/prisma/enums'
import type { Locale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translator'
import type { ListingView } from '@/lib/listings/queries'
import { cityInstant } from '@/lib/places/city-time'

const ZONE = 'Asia/Oral'
const now = cityInstant('2026-12-14', '12:00', ZONE)
const here = (locale: Locale = 'ru') => ({ locale, t: translator(locale), now, zone: ZONE })
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000)
const plain = (text: unknown) => String(text).replaceAll('\u00a0', ' ')

describe('when a listing was confirmed', () => {
  it.each<[Locale, number, string]>([
    ['ru', 3, 'Подтверждено 3 ч назад'],
    ['ru', 0.5, 'Подтверждено 30 мин назад'],
    ['ru', 30, 'Подтверждено вчера в 06:00'],
    ['ru', 24 * 5, 'Подтверждено 5 дней назад'],
    ['kk', 3, '3 сағат бұрын расталды'],
    ['kk', 30, 'Расталды: кеше 06:00'],
    ['en', 3, 'Confirmed 3 h ago'],
    ['en', 30, 'Confirmed yesterday at 06:00'],
  ])('in %s, %d hours ago: %s', (locale, hours, text) => {
    expect(plain(confirmedText(here(locale), hoursAgo(hours)))).toBe(text)
  })
})

describe('that nobody confirmed a listing', () => {
  const stale = (kind: ListingKind, hours: number, locale?: Locale) => {
    const text = staleText(here(locale), kind, hoursAgo(hours))
    return text && plain(text)
  }

  it.each<[ListingKind, number]>([
    ['ride', 5.9],
    ['housing', 71.9],
    ['centre', 24 * 14 - 0.1],
  ])('is not said of a %s after %d hours', (kind, hours) => {
    expect(stale(kind, hours)).toBeNull()
  })

  it('is said with how long, in whole hours and days', () => {
    expect(stale('ride', 6)).toBe('Не подтверждали 6 ч')
    expect(stale('ride', 7.9)).toBe('Не подтверждали 7 ч')
    expect(stale('housing', 24 * 5 + 3)).toBe('Не подтверждали 5 дней')
    expect(stale('centre', 24 * 21)).toBe('Не подтверждали 21 день')
    expect(stale('housing', 24 * 5, 'kk')).toBe('5 күн бойы расталмаған')
    expect(stale('housing', 24 * 5, 'en')).toBe('Not confirmed for 5 days')
  })
})

describe('the foot of a card', () => {
  const foot = (kind: ListingKind, hours: number, locale?: Locale) => {
    const { dial, when } = freshFootOf(here(locale), { kind, confirmedAt: hoursAgo(hours) })
    return [dial, plain(when)]
  }

  it('is a full dial and when it was confirmed, while it is fresh', () => {
    expect(foot('housing', 3)).toEqual([4, 'Подтверждено 3 ч назад'])
    expect(foot('housing', 60)).toEqual([1, 'Подтверждено 2 дня назад'])
  })

  it('is an empty dial and when it goes, when it is not', () => {
    expect(foot('housing', 24 * 5)).toEqual([0, 'Уберём через 5 дней'])
    expect(foot('housing', 24 * 9.5)).toEqual([0, 'Уберём через 12 ч'])
    expect(foot('housing', 24 * 11)).toEqual([0, 'Уберём сегодня'])
    expect(foot('housing', 24 * 5, 'kk')).toEqual([0, '5 күн өткен соң алып тастаймыз'])
    expect(foot('housing', 24 * 5, 'en')).toEqual([0, 'Goes in 5 days'])
  })

  it('of a ride never says that it goes: it goes when it leaves', () => {
    expect(foot('ride', 9)).toEqual([0, 'Подтверждено 9 ч назад'])
  })

  it('names who confirmed it', () => {
    const listing = { confirmedAt: hoursAgo(1), author: { name: 'Марта' } } as ListingView
    expect(freshFoot(here(), 'housing', listing)).toMatchObject({ who: 'Марта', dial: 4 })
  })
})
