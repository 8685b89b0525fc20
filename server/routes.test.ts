import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { HYDRATED_SEGMENTS } from './csp'
import { canonicalPath, localeInPath, matchRoute, ROUTES } from './routes'

const ID = '0b8f5a52-8a3e-4d0c-9a55-0f3f6f2f7c11'
const TOKEN = 'Zm9yIHRoZSB0ZXN0cywgYW5kIGZvciBub3RoaW5nIGVs'
const areaOf = (path: string) => matchRoute(path)?.route.area ?? null

describe('matchRoute', () => {
  it.each([
    ['/', 'public'],
    ['/ru', 'public'],
    ['/kk/about', 'public'],
    ['/en/uralsk', 'public'],
    ['/ru/rides', 'public'],
    ['/ru/almaty/housing', 'public'],
    [`/ru/almaty/rides/${ID}`, 'public'],
    [`/ru/almaty/rides/${ID}/ask`, 'private'],
    [`/kk/almaty/housing/${ID}/ask`, 'private'],
    [`/en/almaty/centres/${ID}/tell`, 'private'],
    [`/ru/request/wrong/${ID}`, 'private'],
    ['/ru/request', 'private'],
    ['/ru/request/erase', 'private'],
    [`/ru/request/write/${ID}`, 'private'],
    [`/ru/request/cancel/${ID}`, 'private'],
    [`/ru/request/${TOKEN}`, 'private'],
    ['/ru/request/cut-short', 'private'],
    [`/kk/true/${TOKEN}`, 'private'],
    ['/ru/keep', 'public'],
    ['/ru/uralsk/pack', 'pack'],
    ['/ru/uralsk/pack/file', 'pack'],
    ['/kk/calendar', 'leave'],
    ['/ru/sign-in', 'volunteer'],
    ['/ru/sign-in/code', 'volunteer'],
    ['/ru/mailbox', 'volunteer'],
    ['/ru/my', 'volunteer'],
    ['/ru/my/rides/new', 'volunteer'],
    ['/ru/staff', 'staff'],
    ['/ru/staff/queue', 'staff'],
    ['/api/health', 'health'],
    ['/api/health/live', 'health'],
    ['/api/health/ready', 'health'],
    ['/_next/static/chunks/a.css', 'asset'],
    ['/enhance.js', 'asset'],
    ['/desk.js', 'asset'],
    ['/sw.js', 'worker'],
  ])('%s is %s', (path, area) => {
    expect(areaOf(path)).toBe(area)
  })

  it.each([
    '/de',
    '/RU',
    '/ru/',
    '/ru/omsk',
    '/ru/uralsk/jobs',
    '/ru/uralsk/rides/1',
    `/ru/uralsk/rides/${ID}/edit`,
    `/ru/uralsk/centres/${ID}/ask`,
    '/ru/uralsk/rides/1/ask',
    '/ru/request/write/1',
    `/ru/request/${TOKEN}/more`,
    '/request',
    '/ru/pack',
    '/ru/uralsk/calendar',
    '/ru/sw.js',
    '/ru/sign-in/other',
    '/ru/myself',
    '/ru/staffing',
    '/ru/errors/404',
    '/ru.rsc',
    '/api',
    '/api/other',
    '/_next/image',
    '/_next/data/x/ru.json',
    '/enhancexjs',
    '/__nextjs_source-map',
  ])('%s does not exist', (path) => {
    expect(areaOf(path)).toBeNull()
  })

  it('lets no token stand in the way of a page', () => {
    for (const page of ['code', 'erase']) {
      expect(matchRoute(`/ru/request/${page}`)?.params).toEqual({ locale: 'ru' })
    }
  })

  it('tells the parts of a path', () => {
    expect(matchRoute(`/kk/astana/housing/${ID}`)?.params).toEqual({
      locale: 'kk',
      city: 'astana',
      id: ID,
    })
  })
})

describe('the one script of newcomer pages', () => {
  it('is at most 5 kB on the way', () => {
    expect(gzipSync(readFileSync('public/enhance.js')).length).toBeLessThanOrEqual(5 * 1024)
  })
})

describe('the table', () => {
  it('keeps housing, rides and everything private out of search engines', () => {
    for (const { pattern, area, index } of ROUTES) {
      const secret =
        /housing|rides|plan|search/.test(pattern) || !['public', 'asset'].includes(area)
      expect(index, pattern).toBe(!secret)
    }
  })

  it('takes forms on no public page', () => {
    for (const { pattern, area, methods } of ROUTES) {
      if (area === 'public') expect(methods, pattern).not.toContain('POST')
    }
  })

  it('agrees with the lock in next.config.js about which pages hydrate', () => {
    for (const { pattern, area } of ROUTES.filter(({ pattern }) =>
      pattern.startsWith('/{locale}'),
    )) {
      const hydrates = HYDRATED_SEGMENTS.includes(pattern.split('/')[2] ?? '')
      expect(area === 'volunteer' || area === 'staff', pattern).toBe(hydrates)
    }
  })
})

describe('canonicalPath', () => {
  it('leads other spellings of a city to its page', () => {
    expect(canonicalPath('/ru/oral')).toBe('/ru/uralsk')
    expect(canonicalPath('/kk/petropavl/rides')).toBe('/kk/petropavlovsk/rides')
    expect(canonicalPath('/ru/nur-sultan/housing')).toBe('/ru/astana/housing')
    expect(canonicalPath(`/ru/${encodeURIComponent('Орал')}`)).toBe('/ru/uralsk')
    expect(canonicalPath('/ru/Uralsk')).toBe('/ru/uralsk')
  })

  it('drops a slash at the end', () => {
    expect(canonicalPath('/ru/')).toBe('/ru')
    expect(canonicalPath('/ru/oral/rides/')).toBe('/ru/uralsk/rides')
  })

  it('never leads to a page that does not exist, nor to itself', () => {
    expect(canonicalPath('/ru/omsk')).toBeNull()
    expect(canonicalPath('/de/oral')).toBeNull()
    expect(canonicalPath('/ru/oral/jobs')).toBeNull()
    expect(canonicalPath('/ru/uralsk')).toBeNull()
    expect(canonicalPath('/')).toBeNull()
  })
})

it('localeInPath reads the language of a path', () => {
  expect(localeInPath('/kk/anything')).toBe('kk')
  expect(localeInPath('/api/health')).toBeUndefined()
})
