import type { IncomingMessage, ServerResponse } from 'node:http'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { html, openHouse, page } from '@/lib/testing/house'
import { production } from '@/lib/testing/sources'
import { ROUTES } from './routes'

let at = 0
const house = openHouse({ clock: () => at })
const asked = () => house.asked.map(({ url }) => url)
const RIDE = '/ru/uralsk/rides/0b8f5a52-8a3e-4d0c-9a55-0f3f6f2f7c11'

beforeEach(() => {
  // The pages of another test are long forgotten.
  at += 1_000_000
})

describe('a shared page', () => {
  it('is asked for once in two seconds, and shows what is new after them', async () => {
    let places = 4
    house.next = async (_incoming, response) => html(response, page(`Мест ${places}`))
    for (let n = 0; n < 5; n += 1) await house.ask('/ru/uralsk')
    expect(asked()).toEqual(['/ru/uralsk'])
    places = 3
    at += 2_000
    expect((await house.ask('/ru/uralsk')).text).toContain('Мест 3')
  })

  it('is kept by nginx until the same second as by us', async () => {
    vi.spyOn(Date, 'now').mockReturnValue(1_700_000_000_900)
    const { headers } = await house.ask('/ru/uralsk')
    // nginx gives out what expires at @1 until 1.999.
    expect(headers['x-accel-expires']).toBe('@1700000001')
    at += 1_099
    await house.ask('/ru/uralsk')
    expect(house.asked).toHaveLength(1)
    at += 1
    await house.ask('/ru/uralsk')
    expect(house.asked).toHaveLength(2)
    vi.restoreAllMocks()
  })

  it('is kept no longer than leaves time to make the next within two seconds', async () => {
    vi.spyOn(Date, 'now').mockReturnValue(1_700_000_000_299)
    const { headers } = await house.ask('/ru/uralsk')
    expect(headers['x-accel-expires']).toBe('@1700000000')
    at += 701
    await house.ask('/ru/uralsk')
    expect(house.asked).toHaveLength(2)
    vi.restoreAllMocks()
  })

  it('is no search for whoever finds it ready, and one again for who has it made', async () => {
    house.searches.length = 0
    for (let n = 0; n < 3; n += 1) await house.ask('/ru/search?q=a')
    expect(house.searches).toHaveLength(1)
    await house.ask('/ru/rides?q=a&sort=nearest&near=51.2,51.4')
    await house.ask('/ru/rides?q=a&sort=nearest&near=51.2,51.4')
    expect(house.searches, 'what is for one reader is made each time').toHaveLength(3)
    at += 2_000
    await house.ask('/ru/search?q=a')
    expect(house.searches).toHaveLength(4)
  })

  it('is one search for a crowd that waits for it, and none for who may not search', async () => {
    house.searches.length = 0
    house.next = async (_incoming, response) => html(response, page('Мест 4'))
    const crowd = await Promise.all(Array.from({ length: 9 }, () => house.ask('/ru/search?q=b')))
    expect(crowd.every(({ status }) => status === 200)).toBe(true)
    expect(house.searches).toHaveLength(1)
    const { countSearch } = house
    house.countSearch = async () => 30
    expect(await house.ask('/ru/search?q=b')).toMatchObject({ status: 200 })
    const refused = await house.ask('/ru/search?q=c')
    expect(refused).toMatchObject({ status: 429, headers: { 'retry-after': '30' } })
    house.countSearch = countSearch
    expect(await house.ask('/ru/search?q=c')).toMatchObject({ status: 200 })
  })

  it('is made once for a crowd, also when the first of them hangs up', async () => {
    let release = () => {}
    const open = new Promise<void>((resolve) => {
      release = resolve
    })
    house.next = async (_incoming, response) => {
      await open
      html(response, page('Мест 4'))
    }
    const leaving = new AbortController()
    const first = fetch(`${house.origin()}/ru`, { signal: leaving.signal }).catch(() => 'gone')
    await vi.waitFor(() => expect(house.asked).toHaveLength(1))
    const crowd = Array.from({ length: 20 }, () => house.ask('/ru'))
    leaving.abort()
    expect(await first).toBe('gone')
    release()
    const answers = await Promise.all(crowd)
    expect(answers.every(({ text }) => text.includes('Мест 4'))).toBe(true)
    expect(house.asked).toHaveLength(1)
  })

  it('holds nothing of whoever asked first', async () => {
    const headers = { cookie: 'a=1', 'x-forwarded-for': '203.0.113.7', 'accept-language': 'kk' }
    await house.ask('/ru/rides', { headers: { ...headers, authorization: 'Basic x', rsc: '1' } })
    const learned = Object.keys(house.asked[0]?.headers ?? {}).sort()
    expect(learned).toEqual(['host', 'user-agent', 'x-forwarded-host', 'x-forwarded-proto'])
  })

  it('comes in the encoding of each reader, with the tag of all', async () => {
    house.next = async (_incoming, response) => html(response, page('а'.repeat(2_000)))
    const ask = (encoding: string) => house.ask('/ru', { headers: { 'accept-encoding': encoding } })
    const [br, gzip, plain] = [await ask('br'), await ask('gzip'), await ask('identity')]
    expect(br.headers['content-encoding']).toBe('br')
    expect(gzip.headers['content-encoding']).toBe('gzip')
    expect(plain.headers).not.toHaveProperty('content-encoding')
    expect(new Set([br, gzip, plain].map(({ headers }) => headers.etag)).size).toBe(1)
    expect((await ask('br')).body.equals(br.body)).toBe(true)
    expect(house.asked).toHaveLength(1)
    const known = { 'if-none-match': String(br.headers.etag) }
    expect(await house.ask('/ru', { headers: known })).toMatchObject({ status: 304, text: '' })
  })

  it('answers HEAD from what is kept, with the same headers', async () => {
    const got = await house.ask('/ru')
    const head = await house.ask('/ru', { method: 'HEAD' })
    expect({ ...head.headers, date: '' }).toEqual({ ...got.headers, date: '' })
    expect(head.body).toHaveLength(0)
    expect(house.asked).toHaveLength(1)
  })

  it('has one address however its query is spelled', async () => {
    const one = '/ru/rides?date=2026-12-01&people=2'
    for (const other of [one, '/ru/rides?people=2&x=1&date=2026-12-01&sort=', `${one}&utm=a`]) {
      await house.ask(other)
    }
    expect(asked()).toEqual([one])
  })

  it('is another one for another language, city, query or name of ours', async () => {
    for (const path of ['/ru/rides', '/kk/rides', '/ru/uralsk/rides', '/ru/rides?people=2']) {
      await house.ask(path)
    }
    expect(house.asked).toHaveLength(4)
  })
})

describe('kept for nobody is', () => {
  const html200 = (_incoming: IncomingMessage, response: ServerResponse) =>
    Promise.resolve(html(response, page('a')))

  it.each([
    '/ru/request',
    `${RIDE}/ask`,
    '/ru/my',
    '/ru/staff',
    '/ru/sign-in',
    '/ru/plan?from=crossing-taskala&city=uralsk',
    '/ru/rides?sort=nearest&near=51.2%2C51.4',
  ])('%s', async (path) => {
    house.next = html200
    for (let n = 0; n < 2; n += 1) {
      const { headers } = await house.ask(path)
      expect(headers['cache-control']).toBe('private, no-store')
      expect(headers).not.toHaveProperty('etag')
      expect(headers).not.toHaveProperty('x-accel-expires')
    }
    expect(house.asked).toHaveLength(2)
  })

  it('a page with a cookie, and nobody else gets it', async () => {
    let reader = 0
    house.next = async (_incoming, response) => {
      reader += 1
      response.setHeader('Set-Cookie', `reader=${reader}`)
      html(response, page('a'))
    }
    const answers = await Promise.all([1, 2, 3].map(() => house.ask('/ru')))
    const cookies = answers.map(({ headers }) => headers['set-cookie']?.[0])
    expect(new Set(cookies).size).toBe(3)
    for (const { headers } of answers) expect(headers['cache-control']).toBe('private, no-store')
  })

  it('a redirect, and a page that does not exist', async () => {
    house.next = async (_incoming, response) => {
      response.writeHead(307, { Location: '/ru/uralsk' })
      html(response, '')
    }
    await house.ask('/ru')
    house.next = async (_incoming, response) => {
      response.statusCode = 404
      html(response, '')
    }
    expect((await house.ask('/ru')).status).toBe(404)
    house.next = html200
    expect((await house.ask('/ru')).status).toBe(200)
  })

  it('a form, or any other method', async () => {
    await house.ask('/ru')
    expect((await house.ask('/ru', { method: 'POST', body: 'a=b' })).status).toBe(405)
    expect((await house.ask('/ru', { method: 'DELETE' })).status).toBe(403)
  })
})

describe('while Next fails', () => {
  const away = async (_incoming: IncomingMessage, response: ServerResponse) => {
    response.statusCode = 500
    html(response, '<html id="__next_error__"></html>')
  }

  it('the last page stands in for a minute, then a page of ours says so', async () => {
    await house.ask('/ru/uralsk')
    house.next = away
    at += 59_999
    expect(await house.ask('/ru/uralsk')).toMatchObject({ status: 200 })
    at += 1
    const { status, text, headers } = await house.ask('/ru/uralsk')
    expect(status).toBe(500)
    expect(text).toContain('/ru/errors/500')
    expect(headers['cache-control']).toBe('private, no-store')
  })

  it('nothing stands in for a private page', async () => {
    await house.ask('/ru/request')
    house.next = away
    expect((await house.ask('/ru/request')).status).toBe(500)
  })

  it('what breaks off is a failure like any other', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    await house.ask('/ru')
    house.next = () => Promise.reject(new Error('broken'))
    at += 2_000
    expect((await house.ask('/ru')).status).toBe(200)
    expect((await house.ask('/kk')).status).toBe(500)
  })
})

it('every shared page that reads its query says in the table of routes what it reads', () => {
  const read = production('app')
    .filter(
      ({ path, text }) =>
        /\/\((newcomer|pack)\)\/.*page\.tsx$/.test(path) && /searchParams/.test(text),
    )
    .map(({ path }) =>
      path
        .replace(/^app\/\[locale\]\/\(\w+\)/, '/{locale}')
        .replace('/page.tsx', '')
        .replace(/\[(\w+)\]/g, '{$1}'),
    )
  expect(read.length).toBeGreaterThan(5)
  const asks = ROUTES.filter((route) => route.asks).map(({ pattern }) => pattern)
  expect(read.filter((pattern) => !asks.includes(pattern))).toEqual([])
})
