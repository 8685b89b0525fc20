import { once } from 'node:events'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { createAnswer } from './answer'
import { createErrorPages } from './error-pages'
import { REFERENCE_SLOT } from './error-words'
import { hashOf } from './stylesheets'

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>
type Answer = { status: number; headers: IncomingMessage['headers']; body: Buffer; text: string }

const css = 'h1{color:#0c3340}'
const stylesheets = new Map([['/_next/static/a.css', { css, hash: hashOf(css) }]])
const framework = '<script src="/_next/static/m.js"></script><script>flight()</script>'
const page = (text: string) =>
  `<html><head><link rel="stylesheet" href="/_next/static/a.css"/>${framework}</head><body><h1>${text}</h1></body></html>`

let next: Handler
let closing = false
const asked: IncomingMessage[] = []
const server = createServer()
const origin = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`

beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const errorPages = createErrorPages(origin, stylesheets, false)
  const answer = createAnswer({
    errorPages,
    stylesheets,
    trusted: new Set([origin()]),
    dev: false,
    diet: true,
    closing: () => closing,
    next: async (incoming, response) => {
      if (incoming.url?.includes('/errors/')) {
        response.end(page(`${incoming.url} ${REFERENCE_SLOT}`))
        return
      }
      asked.push(incoming)
      await next(incoming, response)
    },
  })
  server.on('request', answer)
})

beforeEach(() => {
  asked.length = 0
  vi.spyOn(console, 'log').mockImplementation(() => {})
  next = async (_incoming, response) => html(response, page('Мест 4'))
})

afterAll(() => {
  server.close()
})

describe('a public page', () => {
  it('leaves without scripts and with its styles inside', async () => {
    const { status, headers, text } = await ask('/ru/uralsk')
    expect(status).toBe(200)
    expect(text).toBe(`<html><head><style>${css}</style></head><body><h1>Мест 4</h1></body></html>`)
    expect(headers['content-security-policy']).toContain(`script-src ${origin()}/enhance.js;`)
    expect(headers['content-security-policy']).toContain(`style-src 'self' '${hashOf(css)}';`)
    expect(headers['cache-control']).toMatch(/^public, max-age=0/)
    expect(headers).not.toHaveProperty('x-robots-tag')
    expect(headers).not.toHaveProperty('set-cookie')
  })

  it('knows nothing of its reader', async () => {
    const headers = { cookie: 'a=1', rsc: '1', 'next-router-prefetch': '1', 'user-agent': 'X' }
    await ask('/ru/uralsk?_rsc=1&open=now', { headers })
    const [incoming] = asked
    expect(incoming?.url).toBe('/ru/uralsk?open=now')
    expect(incoming?.headers).not.toHaveProperty('cookie')
    expect(incoming?.headers).not.toHaveProperty('rsc')
    expect(incoming?.headers['user-agent']).toBe('reader')
  })

  it('with housing or rides stays out of search engines', async () => {
    expect((await ask('/ru/uralsk/rides')).headers['x-robots-tag']).toBe('noindex, noarchive')
    expect((await ask('/ru/uralsk/centres')).headers).not.toHaveProperty('x-robots-tag')
  })

  it('answers HEAD with the headers of GET', async () => {
    const got = await ask('/ru/uralsk')
    const head = await ask('/ru/uralsk', { method: 'HEAD' })
    expect(head.body).toHaveLength(0)
    expect({ ...head.headers, date: '' }).toEqual({ ...got.headers, date: '' })
  })

  it('comes compressed, its length known', async () => {
    next = async (_incoming, response) => html(response, page('а'.repeat(2_000)))
    const { headers, body } = await ask('/ru', { headers: { 'accept-encoding': 'gzip, br' } })
    expect(headers['content-encoding']).toBe('br')
    expect(headers.vary).toBe('Accept-Encoding')
    expect(Number(headers['content-length'])).toBe(body.length)
    expect(brotliDecompressSync(body).toString()).toContain('ааа')
  })

  it('is not sent twice to who has it', async () => {
    const { headers } = await ask('/ru')
    const again = await ask('/ru', { headers: { 'if-none-match': String(headers.etag) } })
    expect(again).toMatchObject({ status: 304, text: '' })
  })

  it('with a cookie is kept by nobody', async () => {
    next = async (_incoming, response) => {
      response.setHeader('Set-Cookie', 'a=1')
      html(response, page('a'))
    }
    expect((await ask('/ru')).headers['cache-control']).toBe('private, no-store')
  })

  it('that waits for a script is a failure, in words', async () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => {})
    next = async (_incoming, response) => html(response, '<html><body><!--$?--></body></html>')
    const { status, text } = await ask('/kk/astana')
    expect(status).toBe(500)
    expect(text).toContain('/kk/errors/500')
    expect(error).toHaveBeenCalledOnce()
  })
})

describe('a page that hydrates', () => {
  it('keeps its scripts under a nonce and is kept by nobody', async () => {
    next = async (incoming, response) => {
      const csp = String(incoming.headers['content-security-policy'])
      const nonce = /nonce-([^']+)/.exec(csp)?.[1]
      html(response, `<html><script nonce="${nonce}">hydrate()</script></html>`)
    }
    const { headers, text } = await ask('/ru/my', { headers: { cookie: 'a=1' } })
    const nonce = /nonce="([^"]+)"/.exec(text)?.[1]
    expect(headers['content-security-policy']).toContain(`script-src 'self' 'nonce-${nonce}';`)
    expect(headers['content-security-policy']).not.toContain('strict-dynamic')
    expect(headers['cache-control']).toBe('private, no-store')
    expect(headers['x-robots-tag']).toBe('noindex, noarchive')
    expect(asked[0]?.headers.cookie).toBe('a=1')
  })

  it('that shows a foreign nonce gets no scripts at all', async () => {
    next = async (_incoming, response) =>
      html(response, '<html><script nonce="mine">x</script></html>')
    const { headers, text } = await ask('/ru/staff')
    expect(text).toBe('<html></html>')
    expect(headers['content-security-policy']).not.toContain('nonce')
    expect(headers['cache-control']).toBe('private, no-store')
  })

  it("gets Next's own answer to its scripts, failures too", async () => {
    next = async (_incoming, response) => {
      response.writeHead(500, { 'Content-Type': 'text/x-component' })
      response.write('1:E{"digest"')
      response.end(':"1"}')
    }
    const { status, text } = await ask('/ru/my', { method: 'POST', body: 'a=b' })
    expect({ status, text }).toEqual({ status: 500, text: '1:E{"digest":"1"}' })
  })
})

describe('a failure', () => {
  it.each([404, 410, 429, 503])(
    "replaces what Next made of a %s, in the path's language",
    async (status) => {
      next = async (_incoming, response) => {
        response.statusCode = status
        html(response, '<html id="__next_error__"></html>')
      }
      const answer = await ask('/kk/almaty')
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
    next = async (_incoming, response) => {
      response.statusCode = 500
      html(response, 'self.__next_f.push([1,"E{\\"digest\\":\\"4711\\"}"])')
    }
    const { text } = await ask('/ru/almaty?people=2')
    const reference = /500 ([0-9a-f]{8})</.exec(text)?.[1]
    await vi.waitFor(() => expect(console.log).toHaveBeenCalled())
    const line = vi.mocked(console.log).mock.lastCall?.[0]
    expect(line).toContain(`GET /{locale}/{city} 500`)
    expect(line).toContain(`reference=${reference} digest=4711`)
    expect(line).not.toContain('people')
  })

  it('of the handler itself is a 500 with our page', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    next = () => Promise.reject(new Error('broken'))
    expect(await ask('/en/almaty')).toMatchObject({ status: 500 })
    next = async (_incoming, response) => {
      response.write('<html>')
      response.destroy(new Error('broken off'))
    }
    expect((await ask('/en/almaty')).text).toContain('/en/errors/500')
  })

  it('speaks the language the browser asks for when the path has none', async () => {
    const headers = { 'accept-language': 'kk-KZ,ru;q=0.5' }
    expect((await ask('/nowhere', { headers })).text).toContain('/kk/errors/404')
    expect((await ask('/nowhere')).text).toContain('/ru/errors/404')
  })
})

describe('the door', () => {
  it.each([
    ['GET', '/ru/omsk', 404],
    ['GET', '/ru/errors/404', 404],
    ['GET', '/ru/%00', 400],
    ['GET', '//evil.example', 400],
    ['POST', '/ru', 405],
    ['DELETE', '/ru/my', 405],
    ['OPTIONS', '/ru/my', 405],
  ])('%s %s is %i without asking Next', async (method, path, status) => {
    const answer = await ask(path, { method, body: method === 'GET' ? undefined : 'a=b' })
    expect(answer.status).toBe(status)
    expect(answer.text).toContain(`/ru/errors/${status}`)
    expect(asked).toHaveLength(0)
  })

  it('stays shut to a form of somebody else', async () => {
    for (const foreign of ['null', 'https://evil.example', '']) {
      const headers = { origin: foreign }
      const answer = await ask('/en/my', { method: 'POST', body: 'a=b', headers })
      expect(answer.status).toBe(403)
      expect(answer.text).toContain('/en/errors/403')
    }
    expect(asked).toHaveLength(0)
  })

  it('leads to the language of the browser', async () => {
    const { status, headers } = await ask('/', { headers: { 'accept-language': 'en-GB' } })
    expect(status).toBe(307)
    expect(headers).toMatchObject({ location: '/en', 'cache-control': 'private, no-store' })
    expect(headers.vary).toContain('Accept-Language')
  })

  it('leads another spelling of a city to its page', async () => {
    const { status, headers } = await ask('/kk/oral/rides?people=2')
    expect(status).toBe(308)
    expect(headers.location).toBe('/kk/uralsk/rides?people=2')
  })

  it('says when the house is closing', async () => {
    closing = true
    const { status, headers } = await ask('/ru')
    closing = false
    expect(status).toBe(503)
    expect(headers.connection).toBe('close')
  })

  it('a page in place of a file means there is no such file', async () => {
    expect((await ask('/robots.txt')).status).toBe(404)
  })
})

function html(response: ServerResponse, body: string): void {
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  response.setHeader('Cache-Control', 's-maxage=31536000')
  response.end(body)
}

/** Asks as a browser would: our own origin with every form. */
async function ask(
  path: string,
  {
    method = 'GET',
    body,
    headers = {},
  }: { method?: string; body?: string; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const ours = body ? { origin: origin(), 'content-length': String(body.length) } : {}
  const { port } = server.address() as AddressInfo
  const outgoing = request({ port, path, method, headers: { ...ours, ...headers } })
  outgoing.end(body)
  const [incoming] = (await once(outgoing, 'response')) as [IncomingMessage]
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk)
  const received = Buffer.concat(chunks)
  return {
    status: incoming.statusCode ?? 0,
    headers: incoming.headers,
    body: received,
    text: received.toString(),
  }
}
