import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { describe, expect, it } from 'vitest'
import { BODY_LIMIT_BYTES, cleanse, originOf, refusal, trustedOrigins } from './doorman'

const trusted = trustedOrigins('https://qadam.example', false, 3000)
const request = (method: string, headers: IncomingHttpHeaders) =>
  ({ method, headers }) as IncomingMessage

describe('trustedOrigins', () => {
  it('is the public origin alone in earnest', () => {
    expect([...trusted]).toEqual(['https://qadam.example'])
  })

  it('adds the loopback names with the embedded database', () => {
    expect([...trustedOrigins('http://localhost:3000', true, 3000)]).toEqual([
      'http://localhost:3000',
      'http://127.0.0.1:3000',
      'http://[::1]:3000',
    ])
  })
})

describe('originOf', () => {
  it('believes a trusted host only', () => {
    const local = trustedOrigins('http://localhost:3000', true, 3000)
    expect(originOf(request('GET', { host: '127.0.0.1:3000' }), local)).toBe(
      'http://127.0.0.1:3000',
    )
    expect(originOf(request('GET', { host: 'evil.example' }), local)).toBe('http://localhost:3000')
    expect(originOf(request('GET', {}), trusted)).toBe('https://qadam.example')
  })
})

describe('refusal', () => {
  const ours = { origin: 'https://qadam.example', 'content-length': '10' }

  it('lets reading and our own forms in', () => {
    for (const method of ['GET', 'HEAD', 'OPTIONS']) {
      expect(refusal(request(method, { origin: 'https://evil.example' }), trusted)).toBeNull()
    }
    expect(refusal(request('POST', ours), trusted)).toBeNull()
  })

  it.each([
    undefined,
    'null',
    '',
    'https://evil.example',
    'http://qadam.example',
    'https://qadam.example:444',
    'https://qadam.example.evil.example',
  ])('refuses the origin %s', (origin) => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      expect(refusal(request(method, { ...ours, origin }), trusted)).toBe(403)
    }
  })

  it('refuses a body that is too large or does not say how large it is', () => {
    const sized = (length: number) =>
      refusal(request('POST', { ...ours, 'content-length': String(length) }), trusted)
    expect(sized(BODY_LIMIT_BYTES)).toBeNull()
    expect(sized(BODY_LIMIT_BYTES + 1)).toBe(413)
    expect(refusal(request('POST', { origin: ours.origin }), trusted)).toBe(400)
  })
})

describe('cleanse', () => {
  const sent = (): IncomingHttpHeaders => ({
    host: 'evil.example',
    cookie: 'a=1',
    rsc: '1',
    'next-router-state-tree': '[]',
    'next-action': 'x',
    'x-forwarded-host': 'evil.example',
    'x-forwarded-for': '10.0.0.1',
    'x-middleware-subrequest': 'middleware',
    'x-nextjs-data': '1',
    'x-matched-path': '/ru/staff',
    'x-qadam-network': '10.0.0.1',
    'x-prerender-revalidate': 'x',
    'content-security-policy': "script-src 'nonce-mine'",
    'accept-language': 'kk',
    'user-agent': 'Someone',
  })

  it('leaves a public page the language and nothing about the reader', () => {
    const headers = sent()
    cleanse(headers, 'public', 'https://qadam.example')
    expect(headers).toEqual({
      host: 'qadam.example',
      'accept-language': 'kk',
      'user-agent': 'reader',
      'x-forwarded-host': 'qadam.example',
      'x-forwarded-proto': 'https',
    })
  })

  it('leaves a private page the link that is open, and nothing of an account', () => {
    const headers = {
      ...sent(),
      cookie: 'next-auth.session-token=s; qadam.request=Zm9-_1; xqadam.request=no',
    }
    cleanse(headers, 'private', 'https://qadam.example')
    expect(headers).toEqual({
      host: 'qadam.example',
      cookie: 'qadam.request=Zm9-_1',
      'accept-language': 'kk',
      'user-agent': 'reader',
      'x-forwarded-host': 'qadam.example',
      'x-forwarded-proto': 'https',
    })
  })

  it('leaves it under https, too', () => {
    const headers = { ...sent(), cookie: '__Host-qadam.request=Zm9; __Host-next-auth=s' }
    cleanse(headers, 'private', 'https://qadam.example')
    expect(headers).toMatchObject({ cookie: '__Host-qadam.request=Zm9' })
  })

  it('leaves nobody what is for those who write files or fetch parts of them', () => {
    for (const area of ['asset', 'worker', 'public', 'staff'] as const) {
      const headers = {
        'if-match': '*',
        'if-unmodified-since': 'x',
        'if-none-match': '"a"',
        'if-range': '"a"',
        range: 'bytes=10-0',
      }
      cleanse(headers, area, 'https://qadam.example')
      expect(headers).toMatchObject({ 'if-none-match': '"a"' })
      expect(Object.keys(headers).filter((name) => /^if-|range/.test(name))).toEqual([
        'if-none-match',
      ])
    }
  })

  it.each(['a=1', 'xqadam.request=a', 'qadam.request=a b', 'qadam-request=a'])(
    'leaves a private page no cookie of %s',
    (cookie) => {
      const headers = { ...sent(), cookie }
      cleanse(headers, 'private', 'https://qadam.example')
      expect(headers).not.toHaveProperty('cookie')
    },
  )

  it('leaves forms of private pages to the router in development', () => {
    const headers = sent()
    cleanse(headers, 'private', 'https://qadam.example', true)
    expect(headers).toMatchObject({ rsc: '1', 'next-action': 'x' })
  })

  it('leaves a hydrated page its session and its router', () => {
    const headers = sent()
    cleanse(headers, 'volunteer', 'https://qadam.example')
    expect(headers).toMatchObject({ cookie: 'a=1', rsc: '1', 'next-action': 'x' })
    expect(headers).not.toHaveProperty('x-matched-path')
    expect(headers).not.toHaveProperty('x-qadam-network')
    expect(headers).not.toHaveProperty('content-security-policy')
  })

  it('leaves the ids of hot reload in development only', () => {
    const ids = { 'x-nextjs-request-id': 'a', 'x-nextjs-html-request-id': 'b' }
    const [developed, served] = [{ ...ids }, { ...ids }]
    cleanse(developed, 'volunteer', 'https://qadam.example', true)
    cleanse(served, 'volunteer', 'https://qadam.example')
    expect(developed).toMatchObject(ids)
    expect(Object.keys(served)).not.toContain('x-nextjs-request-id')
  })
})
