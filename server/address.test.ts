import { describe, expect, it } from 'vitest'
import { readAddress, withoutRouterMarker } from './address'

describe('readAddress', () => {
  it('splits path and query', () => {
    expect(readAddress('/ru/uralsk?people=2?')).toEqual({
      pathname: '/ru/uralsk',
      search: '?people=2?',
    })
    expect(readAddress('/')).toEqual({ pathname: '/', search: '' })
    expect(readAddress('/ru/%D0%9E%D1%80%D0%B0%D0%BB')?.search).toBe('')
  })

  it.each([
    undefined,
    '',
    '*',
    'http://elsewhere.example/ru',
    '//elsewhere.example',
    '/ru//staff',
    '/ru/./staff',
    '/ru/../kk',
    '/ru/%2e%2e/kk',
    '/ru/.',
    '/ru%2Fstaff',
    '/ru%5cstaff',
    '/ru\\staff',
    '/ru/%00',
    '/ru/%0d%0aset-cookie',
    '/ru/%7f',
    '/ru/%E0%A4%A',
    '/ru?q=%',
    '/ru?q=%00',
  ])('refuses %s', (target) => {
    expect(readAddress(target)).toBeNull()
  })
})

describe('withoutRouterMarker', () => {
  it('leaves every other query as it was typed', () => {
    expect(withoutRouterMarker('?to=%D0%9E&open=now')).toBe('?to=%D0%9E&open=now')
    expect(withoutRouterMarker('')).toBe('')
  })

  it('drops the marker', () => {
    expect(withoutRouterMarker('?_rsc=1abc')).toBe('')
    expect(withoutRouterMarker('?people=2&_rsc=1abc')).toBe('?people=2')
  })
})
