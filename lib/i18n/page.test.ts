import { describe, expect, it } from 'vitest'
import { NotFound } from '@/lib/errors'
import { cityOf, cityOrAll, hereAt, localeOf, one, orNotFound, queryString } from '@/lib/i18n/page'

const PAGE_OF_404 = 'NEXT_HTTP_ERROR_FALLBACK;404'

describe('segments of an address', () => {
  it('are a language and a city of ours', () => {
    expect(localeOf('kk')).toBe('kk')
    expect(cityOf('uralsk')).toBe('uralsk')
    expect(cityOrAll('astana')).toBe('astana')
    expect(cityOrAll(undefined)).toBeNull()
  })

  it.each(['', 'RU', 'de', '__proto__', 'constructor'])(
    '%j is a page that does not exist',
    (text) => {
      expect(() => localeOf(text)).toThrow(PAGE_OF_404)
      expect(() => cityOf(text)).toThrow(PAGE_OF_404)
    },
  )

  it('decide the zone in which a page is read', () => {
    expect(hereAt('ru', 'uralsk').zone).toBe('Asia/Oral')
    expect(hereAt('ru').zone).toBe('Asia/Almaty')
  })
})

describe('queryString', () => {
  it('has one spelling: sorted, encoded, without what is empty', () => {
    expect(queryString({ to: 'а б', from: 'x&y', people: 3, date: '', cursor: null })).toBe(
      '?from=x%26y&people=3&to=%D0%B0+%D0%B1',
    )
    expect(queryString({ date: undefined })).toBe('')
  })

  it('takes the last of several values, as the last click does', () => {
    expect(one(['1', '2'])).toBe('2')
    expect(one('1')).toBe('1')
    expect(one([])).toBeUndefined()
  })
})

describe('orNotFound', () => {
  it('turns NotFound into the page for it and lets every other error through', async () => {
    await expect(orNotFound(Promise.resolve(1))).resolves.toBe(1)
    await expect(orNotFound(Promise.reject(new NotFound('ride')))).rejects.toThrow(PAGE_OF_404)
    await expect(orNotFound(Promise.reject(new Error('bug')))).rejects.toThrow('bug')
  })
})
