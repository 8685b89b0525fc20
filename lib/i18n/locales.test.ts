import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isLocale, LOCALES, negotiateLocale } from '@/lib/i18n/locales'

describe('negotiateLocale', () => {
  it.each([
    [undefined, 'ru'],
    ['', 'ru'],
    ['*', 'ru'],
    ['de-DE,de;q=0.9', 'ru'],
    ['kk', 'kk'],
    ['KK-KZ', 'kk'],
    ['kk-Cyrl-KZ,ru;q=0.5', 'kk'],
    ['en-US,en;q=0.9,ru;q=0.8', 'en'],
    ['de,en;q=0.5', 'en'],
    ['ru;q=0.1,en;q=0.9', 'en'],
    ['en;q=0.5,kk;q=0.5', 'en'],
    ['en;q=0,kk;q=0.1', 'kk'],
    ['en;q=0', 'ru'],
    ['en ; q=0.2 , kk ; q=0.3', 'kk'],
    ['en;q=nonsense,kk;q=0.3', 'kk'],
    ['constructor', 'ru'],
  ])('%s: %s', (header, locale) => {
    expect(negotiateLocale(header)).toBe(locale)
  })

  it('answers one of our languages to whatever was sent', () => {
    // Node reads the bytes of a header as Latin-1.
    const byte = fc.integer({ min: 0, max: 255 }).map((code) => String.fromCharCode(code))
    fc.assert(
      fc.property(fc.string({ unit: byte }), (header) => {
        expect(LOCALES).toContain(negotiateLocale(header))
      }),
    )
  })

  it('finds our language wherever it stands among others', () => {
    const other = fc.constantFrom('de', 'fr;q=0.7', 'uz-UZ', 'zh;q=0.9')
    fc.assert(
      fc.property(fc.array(other), fc.array(other), (before, after) => {
        expect(negotiateLocale([...before, 'kk;q=0.1', ...after].join(','))).toBe('kk')
      }),
    )
  })
})

describe('isLocale', () => {
  it('knows exactly three', () => {
    expect(LOCALES.every(isLocale)).toBe(true)
    for (const value of ['RU', 'kz', '', null, undefined, ['ru']])
      expect(isLocale(value)).toBe(false)
  })
})
