import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { CityTiles } from '@/components/places/CityTiles'
import { countText } from '@/components/search/words'
import { LOCALES } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translator'
import { CITY_SLUGS } from '@/lib/places/cities'

const here = (locale: (typeof LOCALES)[number]) => ({
  locale,
  t: translator(locale),
  now: new Date('2026-11-24T12:00:00Z'),
  zone: 'Asia/Almaty',
})
const plain = (text: string) => text.replaceAll('\u00a0', ' ')

const MORE = { ru: 'больше 20', kk: '20-дан астам', en: 'more than 20' }

describe('a count', () => {
  it.each(LOCALES)('is told in %s up to twenty, and no further', (locale) => {
    expect(countText(here(locale), 0)).toBe('0')
    expect(countText(here(locale), 20)).toBe('20')
    expect(plain(countText(here(locale), 21))).toBe(MORE[locale])
  })

  it.each(LOCALES)('is told so in %s on the tiles of the cities and on the board too', (locale) => {
    const counted = { ride: 20, housing: 21, centre: 1 }
    const counts = Object.fromEntries(CITY_SLUGS.map((city) => [city, counted]))
    const tiles = renderToStaticMarkup(
      CityTiles({
        here: here(locale),
        counts: counts as Parameters<typeof CityTiles>[0]['counts'],
      }),
    )
    expect(plain(tiles).split(MORE[locale])).toHaveLength(CITY_SLUGS.length + 1)
    const { t } = here(locale)
    const chunks = (words: unknown) => `${words}`
    for (const key of ['home.bedsTonight', 'home.centres', 'housing.tonight'] as const) {
      const told = t.markup(key, { n: 21, now: chunks, b: chunks })
      expect(plain(told).toLowerCase(), key).toContain(MORE[locale])
    }
  })
})
