import { describe, expect, it } from 'vitest'
import { LOCALES } from '@/lib/i18n/locales'
import { openHouse } from '@/lib/testing/house'
import { calendarPage, isOwnVisit, leaveHeaders } from './leave'

const ORIGIN = 'https://qadam.example'
const trusted = new Set([ORIGIN])
const clicked = {
  'sec-fetch-site': 'same-origin',
  'sec-fetch-mode': 'navigate',
  'sec-fetch-dest': 'document',
}

describe('isOwnVisit', () => {
  const isOwn = (headers: Record<string, string>, method = 'GET') =>
    isOwnVisit({ method, headers }, trusted)

  it('is a person who comes from our page or types the address', () => {
    expect(isOwn(clicked)).toBe(true)
    expect(isOwn({ ...clicked, 'sec-fetch-site': 'none' })).toBe(true)
  })

  it.each([
    ['a link or form of another site', { ...clicked, 'sec-fetch-site': 'cross-site' }],
    ['a neighbouring host', { ...clicked, 'sec-fetch-site': 'same-site' }],
    ['a frame', { ...clicked, 'sec-fetch-dest': 'iframe' }],
    ['an image', { ...clicked, 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' }],
    ['a script', { ...clicked, 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' }],
    ['a page fetched ahead', { ...clicked, 'sec-purpose': 'prefetch;prerender' }],
    ['a page fetched ahead the old way', { ...clicked, purpose: 'prefetch' }],
    ['an image with our referrer', { ...clicked, 'sec-fetch-dest': 'image', referer: ORIGIN }],
  ])('is not %s', (_what, headers) => {
    expect(isOwn(headers)).toBe(false)
  })

  it('is never a HEAD', () => {
    expect(isOwn(clicked, 'HEAD')).toBe(false)
  })

  it('of a browser that says nothing is known by our referrer alone', () => {
    expect(isOwn({ referer: `${ORIGIN}/ru/uralsk` })).toBe(true)
    const others = ['https://evil.example/', `${ORIGIN}.evil.example/`, 'http://qadam.example/', '']
    for (const referer of others) expect(isOwn({ referer }), referer).toBe(false)
    expect(isOwn({})).toBe(false)
  })
})

it('cookies go one by one too, secure ones as secure', () => {
  const cookie = '__Secure-next-auth.session-token=s; qadam.request=a=b; ; odd name=1'
  const headers = leaveHeaders({ method: 'GET', headers: { ...clicked, cookie } } as never, trusted)
  expect(headers['Set-Cookie']).toEqual([
    '__Secure-next-auth.session-token=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax; Secure',
    'qadam.request=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax; Secure',
  ])
})

describe('the harmless page', () => {
  it.each([
    ['ru', 'Ноябрь 2026'],
    ['kk', '2026 ж. қараша'],
    ['en', 'November 2026'],
  ] as const)('is a calendar in %s', (locale, title) => {
    // Still the 21st in UTC.
    const page = calendarPage(locale, new Date('2026-11-21T20:00:00Z'))
    expect(page).toContain(`<title>${title}</title>`)
    expect(page).toContain('<td aria-current="date">22</td>')
    expect(page.match(/<td[^>]*>\d+<\/td>/g)).toHaveLength(30)
    expect(page.match(/<tr>/g)).toHaveLength(1 + 6)
  })

  it('has whole weeks in a month that begins on a Monday, and across a new year', () => {
    const june = calendarPage('en', new Date('2026-06-30T12:00:00Z'))
    expect(june).toMatch(/<tbody><tr><td>1<\/td>/)
    expect(june.match(/<tr>/g)).toHaveLength(1 + 5)
    const december = calendarPage('en', new Date('2026-12-31T12:00:00Z'))
    expect(december.match(/<td[^>]*>\d+<\/td>/g)).toHaveLength(31)
  })

  it('does not know us', () => {
    for (const locale of LOCALES) {
      const page = calendarPage(locale, new Date())
      expect(page).not.toMatch(/qadam|script|href="(?!data:)|src=/i)
    }
  })
})

describe('leaving through the serving layer', () => {
  const house = openHouse()
  const from = (headers: Record<string, string>) => house.ask('/kk/calendar', { headers })

  it('makes the browser forget us', async () => {
    const { status, headers, text } = await from({ ...clicked, cookie: 'qadam.request=a' })
    expect(status).toBe(200)
    expect(text).toContain('lang="kk"')
    expect(headers).toMatchObject({
      'clear-site-data': '"cache", "cookies", "storage"',
      'set-cookie': ['qadam.request=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax'],
      'cache-control': 'private, no-store',
      'x-robots-tag': 'noindex, noarchive',
    })
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-/)
    expect(house.asked).toEqual([])
  })

  it('shows another site nothing but the calendar', async () => {
    const { status, headers, text } = await from({ ...clicked, 'sec-fetch-site': 'cross-site' })
    expect(status).toBe(200)
    expect(text).toContain('<table>')
    expect(headers).not.toHaveProperty('clear-site-data')
    expect(headers).not.toHaveProperty('set-cookie')
  })

  it('takes no form', async () => {
    expect((await house.ask('/kk/calendar', { method: 'POST', body: 'a=b' })).status).toBe(405)
  })
})
