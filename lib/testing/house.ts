import { once } from 'node:events'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, vi } from 'vitest'
import { createAnswer } from '@/server/answer'
import { createErrorPages } from '@/server/error-pages'
import { REFERENCE_SLOT } from '@/server/error-words'
import { hashOf } from '@/server/stylesheets'

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>
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
 * `asked` what reached it. Registers its own hooks.
 */
export function openHouse() {
  const server = createServer()
  const house = {
    next: (async () => {}) as Handler,
    closing: false,
    asked: [] as IncomingMessage[],
    origin: () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ask,
  }

  beforeAll(async () => {
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const errorPages = createErrorPages(house.origin, stylesheets, false)
    const answer = createAnswer({
      errorPages,
      stylesheets,
      trusted: new Set([house.origin()]),
      dev: false,
      diet: true,
      closing: () => house.closing,
      next: async (incoming, response) => {
        if (incoming.url?.includes('/errors/')) {
          response.end(page(`${incoming.url} ${REFERENCE_SLOT}`))
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

  /** Asks as a browser would: our own origin with every form. */
  async function ask(
    path: string,
    {
      method = 'GET',
      body,
      headers = {},
    }: { method?: string; body?: string; headers?: Record<string, string> } = {},
  ): Promise<Answer> {
    const ours = body ? { origin: house.origin(), 'content-length': String(body.length) } : {}
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
}

export function html(response: ServerResponse, body: string): void {
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  response.setHeader('Cache-Control', 's-maxage=31536000')
  response.end(body)
}
