import { randomBytes } from 'node:crypto'
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { causeOf } from '@/lib/errors'
import { type Locale, negotiateLocale } from '@/lib/i18n/locales'
import { readAddress, withoutRouterMarker } from './address'
import { INERT_CSP, publicCsp } from './csp'
import { cleanse, originOf, refusal } from './doorman'
import { type ErrorPages, PASS_HEADER } from './error-pages'
import { NO_INDEX, NO_STORE, PUBLIC_CACHE, securityHeaders } from './headers'
import { type Entry, logWhenDone } from './log'
import { type Renderer, render } from './rendered'
import { canonicalPath, isBare, localeInPath, matchRoute } from './routes'
import { isKnown, send } from './send'

export type House = Renderer & {
  errorPages: ErrorPages
  /** Origins whose forms are ours; the public one first. */
  trusted: Set<string>
  /** True once the server has been told to stop. */
  closing(): boolean
}

type Visit = {
  request: IncomingMessage
  response: ServerResponse
  /** Where the reader sees us. */
  origin: string
  locale: Locale
  entry: Entry
}

/** Answers every request: the doorman first, then the table of routes, then Next. */
export function createAnswer(house: House) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.headers[PASS_HEADER] === house.errorPages.pass) return house.next(request, response)
    const visit: Visit = {
      request,
      response,
      origin: originOf(request, house.trusted),
      locale:
        localeInPath(request.url ?? '') ?? negotiateLocale(request.headers['accept-language']),
      entry: { method: request.method ?? '', pattern: '-' },
    }
    logWhenDone(response, visit.entry)
    try {
      await admit(house, visit)
    } catch (error) {
      console.error(`serving: ${causeOf(error)}`)
      if (response.headersSent) response.destroy()
      else await fail(house, visit, 500)
    }
  }
}

async function admit(house: House, visit: Visit): Promise<void> {
  const { request, response, origin, entry } = visit
  const address = readAddress(request.url)
  if (house.closing()) return fail(house, visit, 503, { Connection: 'close' })
  if (!address) return fail(house, visit, 400)
  if (house.dev && /^\/(_next|__nextjs)/.test(address.pathname))
    return house.next(request, response)

  const refused = refusal(request, house.trusted)
  if (refused) return fail(house, visit, refused)

  const { pathname, search } = address
  const match = matchRoute(pathname)
  if (!match) {
    const canonical = canonicalPath(pathname)
    return canonical ? redirect(house, visit, 308, canonical + search) : fail(house, visit, 404)
  }
  const { route } = match
  entry.pattern = route.pattern
  if (!route.methods.includes(entry.method)) {
    return fail(house, visit, 405, { Allow: route.methods.join(', ') })
  }
  if (pathname === '/') return redirect(house, visit, 307, `/${visit.locale}`)

  cleanse(request.headers, route.area, origin, house.dev)
  if (isBare(route.area)) request.url = pathname + withoutRouterMarker(search)
  // A HEAD is answered like a GET; Node leaves out the body.
  if (entry.method === 'HEAD') request.method = 'GET'
  const rendered = await render(house, route, origin, request, response)
  if ('failed' in rendered) {
    entry.digest = rendered.digest
    return fail(house, visit, rendered.failed)
  }
  const { csp, headers } = rendered
  const known =
    headers['Cache-Control'] === PUBLIC_CACHE && isKnown(request, response, rendered.body)
  const body = known ? Buffer.alloc(0) : rendered.body
  return send(request, response, body, { ...security(house, csp), ...headers })
}

/** Sends our own page for a status in the reader's language, whatever Next had begun. */
async function fail(
  house: House,
  { request, response, origin, locale, entry }: Visit,
  status: number,
  headers: OutgoingHttpHeaders = {},
): Promise<void> {
  if (status >= 500) entry.reference = randomBytes(4).toString('hex')
  const page = await house.errorPages.page(status, locale, entry.reference)
  for (const name of response.getHeaderNames()) response.removeHeader(name)
  response.statusCode = status
  await send(request, response, Buffer.from(page.html), {
    ...security(house, publicCsp(origin, page.styleHashes)),
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': NO_STORE,
    'X-Robots-Tag': NO_INDEX,
    ...headers,
  })
}

async function redirect(
  house: House,
  { request, response }: Visit,
  status: 307 | 308,
  location: string,
): Promise<void> {
  response.statusCode = status
  await send(request, response, Buffer.alloc(0), {
    ...security(house, INERT_CSP),
    Location: location,
    'Cache-Control': NO_STORE,
    ...(status === 307 ? { Vary: 'Accept-Language' } : {}),
  })
}

function security({ trusted }: House, csp: string): OutgoingHttpHeaders {
  const [publicOrigin = ''] = trusted
  return securityHeaders(csp, publicOrigin.startsWith('https:'))
}
