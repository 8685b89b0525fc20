import { describe, expect, it } from 'vitest'
import {
  CITIES,
  CITY_SLUGS,
  cityIn,
  cityName,
  districtName,
  findCityByAlias,
  isCitySlug,
} from './cities'

describe('findCityByAlias', () => {
  it.each([
    ['oral', 'uralsk'],
    ['Орал', 'uralsk'],
    ['УРАЛЬСК', 'uralsk'],
    ["Ural'sk", 'uralsk'],
    ['яицкий городок', 'uralsk'],
    ['Petropavl', 'petropavlovsk'],
    ['Петропавловск', 'petropavlovsk'],
    ['Қызылжар', 'petropavlovsk'],
    ['Кызыл-Жар', 'petropavlovsk'],
    ['Qyzyljar', 'petropavlovsk'],
    ['Нур-Султан', 'astana'],
    ['нур султан', 'astana'],
    ['Нұр-Сұлтан', 'astana'],
    ['NURSULTAN', 'astana'],
    ['Целиноград', 'astana'],
    ['Ақмола', 'astana'],
    ['Акмолинск', 'astana'],
    ['Алма–Ата', 'almaty'],
    ['alma ata', 'almaty'],
    ['Верный', 'almaty'],
    [' Almaty ', 'almaty'],
  ])('%s is %s', (text, slug) => {
    expect(findCityByAlias(text)).toBe(slug)
  })

  it.each(['Петропавловск-Камчатский', 'петропавловск камчатский', 'Оренбург', '', 'constructor'])(
    '%s is none of ours',
    (text) => {
      expect(findCityByAlias(text)).toBeUndefined()
    },
  )
})

describe('the four cities', () => {
  it('have all forms in three languages and a no-break space after one-letter words', () => {
    for (const city of Object.values(CITIES)) {
      for (const forms of Object.values(city.names)) {
        for (const form of Object.values(forms)) {
          expect(form).toMatch(/\S/)
          expect(form).not.toMatch(/(^| )\p{L} /u)
        }
      }
    }
  })

  it('name districts by distinct ascii slugs', () => {
    for (const { districts } of Object.values(CITIES)) {
      const slugs = districts.map(({ slug }) => slug)
      expect(new Set(slugs).size).toBe(slugs.length)
      expect(slugs.every((slug) => /^[a-z]+$/.test(slug))).toBe(true)
    }
    expect(districtName('almaty', 'medeu', 'kk')).toBe('Медеу ауданы')
    expect(districtName('uralsk', 'medeu', 'ru')).toBeUndefined()
  })

  it('lie in Kazakhstan, in a zone the runtime knows', () => {
    for (const { latitude, longitude, timeZone } of Object.values(CITIES)) {
      expect(latitude).toBeGreaterThan(40.5)
      expect(latitude).toBeLessThan(55.5)
      expect(longitude).toBeGreaterThan(46.4)
      expect(longitude).toBeLessThan(87.4)
      expect(() => new Intl.DateTimeFormat('en', { timeZone })).not.toThrow()
    }
  })

  it('answer by slug and language', () => {
    expect(CITY_SLUGS.every(isCitySlug)).toBe(true)
    expect(isCitySlug('oral')).toBe(false)
    expect(cityName('petropavlovsk', 'kk')).toBe('Петропавл')
    expect(cityIn('uralsk', 'ru')).toBe('в\u00a0Уральске')
  })
})
