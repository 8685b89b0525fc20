import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { bedsAnswer } from '@/components/housing/words'
import type { HousingCardView } from '@/lib/housing/queries'
import type { Beds } from '@/lib/housing/rules'
import type { Locale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translator'

const here = (locale: Locale) => ({
  locale,
  t: translator(locale),
  now: new Date('2026-11-24T12:00:00Z'),
  zone: 'Asia/Almaty',
})

const tonight: Beds = { free: 2, total: 4, of: 'tonight', from: '2026-11-24', freeFrom: null }

/** The answer as one reads it: the figure, its words, and how many dots of how many are full. */
function told(beds: Partial<Beds>, { isStale = false, locale = 'ru' as Locale } = {}) {
  const home = { beds: { ...tonight, ...beds } } as HousingCardView
  const { figure, words, places, quiet = false } = bedsAnswer(here(locale), home, isStale)
  const text = renderToStaticMarkup(
    <>
      {figure} {words}
    </>,
  )
  const plain = text
    .replace(/<[^>]+>/g, '')
    .replaceAll('\u00a0', ' ')
    .trim()
  return [plain, places ? `${places.free}/${places.total}` : null, quiet]
}

describe('the beds of a home', () => {
  it('are so many of so many, tonight or on the nights asked for', () => {
    expect(told({})).toEqual(['2 из 4 мест свободно', '2/4', false])
    expect(told({ of: 'asked' })).toEqual(['2 из 4 мест свободно, на ваши ночи', '2/4', false])
    expect(told({ of: 'later', from: '2026-12-01' })).toEqual([
      '2 из 4 мест свободно, с 1 декабря',
      '2/4',
      false,
    ])
    expect(told({}, { locale: 'en' })[0]).toBe('2 of 4 beds free')
    expect(told({}, { locale: 'kk' })[0]).toMatch(/^2 .*4/)
  })

  it('are full, and free from when it is known', () => {
    expect(told({ free: 0 })).toEqual(['Мест нет', '0/4', true])
    expect(told({ free: 0, freeFrom: '2026-12-02' })[0]).toMatch(/^Мест нет .*2 декабря$/)
  })

  it('were free, in the past tense and without dots, when nobody confirmed it lately', () => {
    const [text, dots, quiet] = told({}, { isStale: true })
    expect(text).toMatch(/^Было /)
    expect([dots, quiet]).toEqual([null, true])
    expect(told({ free: 0 }, { isStale: true })[0]).toBe('Мест нет')
  })
})
