import { describe, expect, it } from 'vitest'
import { heldObstacle, nightSpans } from '@/lib/capacity/rules'
import type { Locale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translator'

const NOW = new Date('2026-11-22T10:00:00Z')
const here = (locale: Locale) => ({ locale, t: translator(locale), now: NOW, zone: 'Asia/Almaty' })
const plain = (text: string) => text.replaceAll('\u00a0', ' ')

describe('nightSpans', () => {
  it('are the nights that follow each other', () => {
    const nights = ['2026-11-24', '2026-11-25', '2026-11-27', '2026-11-30', '2026-12-01']
    expect(nightSpans(nights)).toEqual([
      { first: '2026-11-24', last: '2026-11-25' },
      { first: '2026-11-27', last: '2026-11-27' },
      { first: '2026-11-30', last: '2026-12-01' },
    ])
    expect(nightSpans([])).toEqual([])
  })
})

describe('what stands in the way', () => {
  const held = { id: 'a', adults: 2, children: 1, startsAt: new Date('2026-11-23T13:00:00Z') }
  const stay = ['2026-11-24', '2026-11-25', '2026-11-27']

  it.each<[Locale, string[], string]>([
    ['ru', [], '2 взрослых, 1 ребёнок, завтра, 18:00'],
    ['ru', stay, '2 взрослых, 1 ребёнок, ночи: 24 ноября – 25 ноября, 27 ноября'],
    ['kk', stay, '2 ересек адам, 1 бала, түндер: 24 қараша – 25 қараша, 27 қараша'],
    ['en', stay, '2 adults, 1 child, nights: 24 November – 25 November, 27 November'],
  ])('is named in %s with its nights or its time: %j', (locale, nights, name) => {
    const obstacle = heldObstacle({ ...held, nights })
    expect(plain(obstacle.name(here(locale)))).toBe(name)
    expect(obstacle.path).toBe('/my/requests/a')
  })
})
