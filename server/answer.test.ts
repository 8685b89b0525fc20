import { brotliDecompressSync } from 'node:zlib'
import { describe, expect, it, vi } from 'vitest'
import { arrive } from '@/lib/arrival'
import { css, html, openHouse, page } from '@/lib/testing/house'
import { hashOf } from './stylesheets'

const house = openHouse()

describe('a public page', () => {
  it('leaves without scripts and with its styles inside', async () => {
    const { status, headers, text } = await house.ask('/ru/uralsk')
    expect(status).toBe(200)
    expect(text).toBe(`<html><head><style>${css}</style></head><body><h1>Мест 4</h1></body></html>`)
    expect(headers['content-security-policy']).toContain(`script-src ${house.origin()}/enhance.js;`)
    expect(headers['content-security-policy']).toContain(`style-src 'self' '${hashOf(css)}';`)
    expect(headers['cache-control']).toMatch(/^public, max-age=0/)
    expect(headers).not.toHaveProperty('x-robots-tag')
    expect(headers).not.toHaveProperty('set-cookie')
  })

  it('knows nothing of its reader', async () => {
    const headers = { cookie: 'a=1', rsc: '1', 'next-router-prefetch': '1', 'user-agent': 'X' }
    await house.ask('/ru/centres?_rsc=1&open=now', { headers })
    const [incoming] = house.asked
    expect(incoming?.url).toBe('/ru/centres?open=now')
    expect(incoming?.headers).not.toHaveProperty('cookie')
    expect(incoming?.headers).not.toHaveProperty('rsc')
    expect(incoming?.headers['user-agent']).toBe('reader')
  })

  it('with housing or rides stays out of search engines', async () => {
    expect((await house.ask('/ru/uralsk/rides')).headers['x-robots-tag']).toBe('noindex, noarchive')
    expect((await house.ask('/ru/uralsk/centres')).headers).not.toHaveProperty('x-robots-tag')
  })

  it('answers HEAD with the headers of GET', async () => {
    const got = await house.ask('/ru/uralsk')
    const head = await house.ask('/ru/uralsk', { method: 'HEAD' })
    expect(head.body).toHaveLength(0)
    expect({ ...head.headers, date: '' }).toEqual({ ...got.headers, date: '' })
  })

  it('comes compressed, its length known', async () => {
    house.next = async (_incoming, response) => html(response, page('а'.repeat(2_000)))
    const { headers, body } = await house.ask('/ru', { headers: { 'accept-encoding': 'gzip, br' } })
    expect(headers['content-encoding']).toBe('br')
    expect(headers.vary).toBe('Accept-Encoding')
    expect(Number(headers['content-length'])).toBe(body.length)
    expect(brotliDecompressSync(body).toString()).toContain('ааа')
  })

  it('is not sent twice to who has it', async () => {
    const { headers } = await house.ask('/ru')
    const again = await house.ask('/ru', { headers: { 'if-none-match': String(headers.etag) } })
    expect(again).toMatchObject({ status: 304, text: '' })
  })

  it('with a cookie is kept by nobody', async () => {
    house.next = async (_incoming, response) => {
      response.setHeader('Set-Cookie', 'a=1')
      html(response, page('a'))
    }
    expect((await house.ask('/ru')).headers['cache-control']).toBe('private, no-store')
  })

  it('that waits for a script is a failure, in words', async () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => {})
    house.next = async (_incoming, response) =>
      html(response, '<html><body><!--$?--></body></html>')
    const { status, text } = await house.ask('/kk/astana')
    expect(status).toBe(500)
    expect(text).toContain('/kk/errors/500')
    expect(error).toHaveBeenCalledOnce()
  })
})

describe('a city pack', () => {
  it('leaves as one file that may load nothing, and may be shared', async () => {
    const { headers, text } = await house.ask('/ru/uralsk/pack', { headers: { cookie: 'a=1' } })
    expect(text).toBe(`<html><head><style>${css}</style></head><body><h1>Мест 4</h1></body></html>`)
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; img-src data:; form-action 'none';/,
    )
    expect(headers['cache-control']).toMatch(/^public, max-age=0/)
    expect(headers['x-robots-tag']).toBe('noindex, noarchive')
    expect(house.asked[0]?.headers).not.toHaveProperty('cookie')
  })
})

describe('the worker', () => {
  it('may ask us and nobody else, and is always the newest', async () => {
    house.next = async (_incoming, response) => {
      response.setHeader('Content-Type', 'application/javascript; charset=UTF-8')
      response.end('self.skipWaiting()')
    }
    const { headers } = await house.ask('/sw.js')
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; connect-src 'self'; frame-ancestors 'none'",
    )
    expect(headers['cache-control']).toBe('private, no-store')
  })

  it('is named by public pages', async () => {
    const csp = (await house.ask('/ru')).headers['content-security-policy']
    expect(csp).toContain(`; worker-src ${house.origin()}/sw.js`)
  })
})

describe('a private page', () => {
  const cookie = 'next-auth.session-token=s; qadam.request=abc'

  it('leaves as bare as a public one, is kept by nobody and found by nobody', async () => {
    const { headers, text } = await house.ask('/ru/request', { headers: { cookie, rsc: '1' } })
    expect(text).toBe(`<html><head><style>${css}</style></head><body><h1>Мест 4</h1></body></html>`)
    expect(headers['content-security-policy']).toContain(`script-src ${house.origin()}/enhance.js;`)
    expect(headers['cache-control']).toBe('private, no-store')
    expect(headers['x-robots-tag']).toBe('noindex, noarchive')
    expect(headers['referrer-policy']).toBe('same-origin')
    expect(headers).not.toHaveProperty('etag')
    expect(house.asked[0]?.headers).toMatchObject({ cookie: 'qadam.request=abc' })
    expect(house.asked[0]?.headers).not.toHaveProperty('rsc')
  })

  it('takes its forms and hands on the cookie of the link', async () => {
    house.next = async (_incoming, response) => {
      response.writeHead(303, { Location: '/ru/request', 'Set-Cookie': 'qadam.request=new' })
      html(response, 'flight data')
    }
    const path = '/ru/uralsk/rides/0b8f5a52-8a3e-4d0c-9a55-0f3f6f2f7c11/ask'
    const answer = await house.ask(path, { method: 'POST', body: 'a=b' })
    expect(answer).toMatchObject({ status: 303, text: '' })
    expect(answer.headers).toMatchObject({
      location: '/ru/request',
      'set-cookie': ['qadam.request=new'],
      'cache-control': 'private, no-store',
    })
  })

  it('shows what a form answers, without scripts', async () => {
    const { status, headers, text } = await house.ask('/ru/request', {
      method: 'POST',
      body: 'a=b',
    })
    expect(status).toBe(200)
    expect(text).not.toContain('<script')
    expect(headers['cache-control']).toBe('private, no-store')
  })

  it('stands in the log without the secret of its address', async () => {
    await house.ask('/ru/request/very-secret')
    await vi.waitFor(() => expect(console.log).toHaveBeenCalled())
    const line = vi.mocked(console.log).mock.lastCall?.[0]
    expect(line).toContain('"method":"GET","route":"/{locale}/request/{token}","status":200')
    expect(line).not.toContain('very-secret')
  })
})

describe('a page that hydrates', () => {
  it('keeps its scripts under a nonce and is kept by nobody', async () => {
    house.next = async (incoming, response) => {
      const csp = String(incoming.headers['content-security-policy'])
      const nonce = /nonce-([^']+)/.exec(csp)?.[1]
      html(response, `<html><script nonce="${nonce}">hydrate()</script></html>`)
    }
    const { headers, text } = await house.ask('/ru/my', { headers: { cookie: 'a=1' } })
    const nonce = /nonce="([^"]+)"/.exec(text)?.[1]
    expect(headers['content-security-policy']).toContain(`script-src 'self' 'nonce-${nonce}';`)
    expect(headers['content-security-policy']).not.toContain('strict-dynamic')
    expect(headers['cache-control']).toBe('private, no-store')
    expect(headers['x-robots-tag']).toBe('noindex, noarchive')
    expect(house.asked[0]?.headers.cookie).toBe('a=1')
  })

  it('that shows a foreign nonce gets no scripts at all', async () => {
    house.next = async (_incoming, response) =>
      html(response, '<html><script nonce="mine">x</script></html>')
    const { headers, text } = await house.ask('/ru/staff')
    expect(text).toBe('<html></html>')
    expect(headers['content-security-policy']).not.toContain('nonce')
    expect(headers['cache-control']).toBe('private, no-store')
  })

  it("gets Next's own answer to its scripts, failures too", async () => {
    house.next = async (_incoming, response) => {
      arrive()
      response.writeHead(500, { 'Content-Type': 'text/x-component' })
      response.write('1:E{"digest"')
      response.end(':"1"}')
    }
    const { status, text } = await house.ask('/ru/my', { method: 'POST', body: 'a=b' })
    expect({ status, text }).toEqual({ status: 500, text: '1:E{"digest":"1"}' })
  })
})

describe('a failure', () => {
  it.each([404, 410, 429, 503])(
    "replaces what Next made of a %s, in the path's language",
    async (status) => {
      house.next = async (_incoming, response) => {
        response.statusCode = status
        html(response, '<html id="__next_error__"></html>')
      }
      const answer = await house.ask('/kk/almaty')
      expect(answer.status).toBe(status)
      expect(answer.text).toContain(`/kk/errors/${status}`)
      expect(answer.text).not.toContain('<script')
      expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
      expect(answer.headers['cache-control']).toBe('private, no-store')
      expect(answer.headers['x-robots-tag']).toBe('noindex, noarchive')
      expect(answer.headers['content-security-policy']).toContain(hashOf(css))
    },
  )

  it('tells the reader of a 500 the reference of the log line', async () => {
    house.next = async (_incoming, response) => {
      response.statusCode = 500
      html(response, 'self.__next_f.push([1,"E{\\"digest\\":\\"4711\\"}"])')
    }
    const { text } = await house.ask('/ru/almaty?people=2')
    const reference = /500 ([0-9a-f]{8})</.exec(text)?.[1]
    await vi.waitFor(() => expect(console.log).toHaveBeenCalled())
    const line = vi.mocked(console.log).mock.lastCall?.[0]
    expect(line).toContain('"route":"/{locale}/{city}","status":500')
    expect(line).toContain(`"ref":"${reference}","digest":"4711"`)
    expect(line).not.toContain('people')
  })

  it('of the handler itself is a 500 with our page', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    house.next = () => Promise.reject(new Error('broken'))
    expect(await house.ask('/en/almaty')).toMatchObject({ status: 500 })
    house.next = async (_incoming, response) => {
      response.write('<html>')
      response.destroy(new Error('broken off'))
    }
    expect((await house.ask('/en/almaty')).text).toContain('/en/errors/500')
  })

  it('speaks the language the browser asks for when the path has none', async () => {
    const headers = { 'accept-language': 'kk-KZ,ru;q=0.5' }
    expect((await house.ask('/nowhere', { headers })).text).toContain('/kk/errors/404')
    expect((await house.ask('/nowhere')).text).toContain('/ru/errors/404')
  })
})
