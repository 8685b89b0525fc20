import { describe, expect, it, vi } from 'vitest'
import { arrive, comeBackIn } from '@/lib/arrival'
import { html, openHouse, page } from '@/lib/testing/house'
import { securityHeaders } from './headers'

const house = openHouse()
const CARRIED = {
  'content-security-policy': expect.stringMatching(/^default-src 'none'.*frame-ancestors 'none'/),
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'permissions-policy': expect.stringContaining('camera=()'),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}
const POST = { method: 'POST', body: 'a' }

/** What Next answers, and who asks how: one for each status that leaves this house. */
const ANSWERS: [number, string, Parameters<typeof house.ask>[1], () => void][] = [
  [200, '/ru', {}, () => {}],
  [200, '/ru/my', {}, () => {}],
  [200, '/ru/request', {}, () => {}],
  [200, '/ru/uralsk/pack', {}, () => {}],
  [200, '/ru/calendar', {}, () => {}],
  [200, '/ru', { method: 'HEAD' }, () => {}],
  [200, '/enhance.js', {}, () => answer(200, 'text/javascript')],
  [200, '/sw.js', {}, () => answer(200, 'text/javascript')],
  [200, '/api/health', {}, () => answer(200, 'application/json')],
  [200, '/ru/my', {}, () => answer(200, 'text/x-component')],
  [206, '/icon.svg', { headers: { range: 'bytes=0-1' } }, () => answer(206, 'image/svg+xml')],
  [303, '/ru/my', POST, () => answer(303, 'text/html', { Location: '/ru/my' })],
  [304, '/enhance.js', {}, () => answer(304, 'text/javascript')],
  [307, '/', {}, () => {}],
  [308, '/ru/oral', {}, () => {}],
  [400, '/ru/%00', {}, () => {}],
  [400, '/ru/my', { ...POST, headers: { 'content-type': 'multipart/form-data' } }, () => {}],
  [403, '/ru/my', { ...POST, headers: { origin: 'null' } }, () => {}],
  [404, '/ru/nowhere', {}, () => {}],
  [404, '/icon.svg', {}, () => answer(200, 'text/html')],
  [405, '/ru', { method: 'PUT', body: 'a' }, () => {}],
  [410, '/ru/my', {}, () => answer(410, 'text/html')],
  [413, '/ru/my', { method: 'POST', body: 'a'.repeat(1_048_577) }, () => {}],
  [415, '/ru/my', { ...POST, headers: { 'content-type': 'text/xml' } }, () => {}],
  [429, '/ru/search?q=a', {}, () => Object.assign(house, { searchWait: 60 })],
  [500, '/ru', {}, () => answer(500, 'text/html')],
  [503, '/api/health/ready', {}, () => Object.assign(house, { closing: true })],
]

describe('every answer carries what protects its reader', () => {
  it.each(ANSWERS)('%i of %s', async (status, path, asked, given) => {
    given()
    const { headers, ...rest } = await house.ask(path, asked)
    Object.assign(house, { searchWait: 0, closing: false })
    expect(rest.status).toBe(status)
    expect(headers).toMatchObject(CARRIED)
    expect(headers).not.toHaveProperty('x-powered-by')
    expect(headers).not.toHaveProperty('server')
    expect(headers['content-security-policy']).not.toMatch(/unsafe|\*/)
    expect(headers['access-control-allow-origin']).toBeUndefined()
  })

  it('and, under https, that it is never to be read without', () => {
    const secure = securityHeaders("default-src 'none'", true)
    expect(secure['Strict-Transport-Security']).toBe('max-age=31536000')
  })
})

describe('a limit that was reached', () => {
  it('is told by the page, by its status and by when to come back', async () => {
    house.next = async (_request, response) => {
      arrive()
      comeBackIn(120)
      html(response, page('Попробуйте через 2 мин'))
    }
    const { status, headers, text } = await house.ask('/ru/request/code', POST)
    expect(status).toBe(429)
    expect(headers['retry-after']).toBe('120')
    expect(text).toContain('Попробуйте через 2 мин')
  })

  it('is told to a script by the header alone: a status would be an error of its own', async () => {
    house.next = async (_request, response) => {
      comeBackIn(60)
      response.setHeader('Content-Type', 'text/x-component')
      response.end('0:{}')
    }
    const { status, headers } = await house.ask('/ru/sign-in', POST)
    expect(status).toBe(200)
    expect(headers['retry-after']).toBe('60')
  })
})

describe('searching', () => {
  it('too much is refused in words, without asking Next', async () => {
    house.searchWait = 300
    const answer = await house.ask('/kk/uralsk/rides?people=2&q=a')
    house.searchWait = 0
    expect(answer.status).toBe(429)
    expect(answer.headers['retry-after']).toBe('300')
    expect(answer.text).toContain('/kk/errors/429')
    expect(house.asked).toEqual([])
  })

  it('is counted by network, only where words are searched for', async () => {
    house.searches.length = 0
    for (const path of ['/ru/search', '/ru/rides?people=2', '/ru/about?q=a', '/ru/plan?q=a']) {
      expect((await house.ask(path)).status).toBe(200)
    }
    expect(house.searches).toEqual([])
    for (const path of ['/ru/search?q=a', '/ru/housing?q=', '/ru/almaty/centres?q=%20']) {
      expect((await house.ask(path)).status).toBe(200)
    }
    expect(house.searches).toEqual(['127.0.0.1', '127.0.0.1', '127.0.0.1'])
  })

  it('goes on when nothing can be counted', async () => {
    house.countSearch = () => Promise.reject(new Error('The database is away.'))
    expect((await house.ask('/ru/search?q=a')).status).toBe(200)
  })
})

/** What Next answers from now on. */
function answer(status: number, type: string, headers: Record<string, string> = {}): void {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  house.next = async (_request, response) => {
    arrive()
    response.writeHead(status, { 'Content-Type': type, ...headers })
    response.end(status === 304 ? '' : page('Мест 4'))
  }
}
