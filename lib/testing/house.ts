import { once } from 'node:events'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, vi } from 'vitest'
import type { Readiness } from '@/lib/watch/readiness'
import { createAnswer } from '@/server/answer'
import { createErrorPages } from '@/server/error-pages'
import { KEPT_SLOT, REFERENCE_SLOT } from '@/server/error-words'
import { trustedProxies } from '@/server/sender'
import { createSharedPages } from '@/server/shared'
import { hashOf } from '@/server/stylesheets'

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>
interface Asked {
  method: string
  body?: string
  headers: Record<string, string>
}

export type Answer = {
  status: number
  headers: IncomingMessage['headers']
  body: Buffer
  text: string
}

export const css = 'h1{color:#0c3340}'
export const stylesheets = new Map([['/_next/static/a.css', { css, hash: hashOf(css) }]])
export const framework = '<script src="/_next/static/m.js"></script><script>flight()</script>'
export const page = (text: string) =>
  `<html><head><link rel="stylesheet" href="/_next/static/a.css"/>${framework}</head><body><h1>${text}</h1></body></html>`

/**
 * The serving layer on a real port before a Next of the test's own: `next` is what it answers,
 * `asked` what reached it, `proxies` whom it trusts; with a clock it keeps shared pages. Registers
 * its own hooks.
 */
export function openHouse({ proxies = [], clock }: { proxies?: string[]; clock?(): number } = {}) {
  const server = createServer()
  const house = {
    next: (async () => {}) as Handler,
    closing: false,
    /** In how many seconds a network may search again, and who has searched. */
    searchWait: 0,
    searches: [] as string[],
    countSearch: async (network: string) => {
      house.searches.push(network)
      return house.searchWait
    },
    readiness: 'ok' as Readiness,
    asked: [] as IncomingMessage[],
    origin: () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ask,
    send,
  }

  beforeAll(async () => {
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const errorPages = createErrorPages(house.origin, stylesheets, true)
    const answer = createAnswer({
      errorPages,
      stylesheets,
      trusted: new Set([house.origin()]),
      proxies: trustedProxies(proxies),
      sharedPages: clock ? createSharedPages(clock) : null,
      dev: false,
      diet: true,
      closing: () => house.closing,
      countSearch: (network) => house.countSearch(network),
      readiness: async () => house.readiness,
      next: async (incoming, response) => {
        if (incoming.url?.includes('/errors/')) {
          const kept = incoming.url.endsWith('/503') ? KEPT_SLOT : ''
          response.end(page(`${incoming.url} ${REFERENCE_SLOT}`) + kept)
          return
        }
        house.asked.push(incoming)
        await house.next(incoming, response)
      },
    })
    server.on('request', answer)
  })

  beforeEach(() => {
    house.asked.length = 0
    vi.spyOn(console, 'log').mockImplementation(() => {})
    house.next = async (_incoming, response) => html(response, page('Мест 4'))
  })

  afterAll(() => {
    server.close()
  })

  return house

  /** Asks as a browser would: a form in parts, as its page has it, with our own origin. */
  async function ask(
    path: string,
    { method = 'GET', body, headers = {} }: Partial<Asked> = {},
  ): Promise<Answer> {
    const sent = body && !headers['content-type'] ? formOf(body) : body
    const length = String(Buffer.byteLength(sent ?? ''))
    const ours = { origin: house.origin(), 'content-type': FORM_TYPE, 'content-length': length }
    return send(path, { method, body: sent, headers: { ...(sent && ours), ...headers } })
  }

  /** Asks with these headers and no others. */
  async function send(path: string, { method, body, headers }: Asked): Promise<Answer> {
    const { port } = server.address() as AddressInfo
    const outgoing = request({ port, path, method, headers })
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
}

export const FORM_TYPE = 'multipart/form-data; boundary=----of-a-test'

/** A form that names an action, with one field. */
export function formOf(text: string): string {
  const part = (name: string, value: string) =>
    `------of-a-test\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
  return `${part(`$ACTION_ID_${'0'.repeat(42)}`, '')}${part('text', text)}------of-a-test--\r\n`
}

export function html(response: ServerResponse, body: string): void {
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  response.setHeader('Cache-Control', 's-maxage=31536000')
  response.end(body)
}
