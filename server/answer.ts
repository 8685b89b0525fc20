import { randomBytes } from 'node:crypto'
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import type { BlockList } from 'node:net'
import { type Visit as SeenVisit, watchVisit } from '@/lib/arrival'
import { causeOf } from '@/lib/errors'
import { type Locale, negotiateLocale } from '@/lib/i18n/locales'
import { NETWORK_HEADER } from '@/lib/visitors/network'
import { type Address, readAddress, withoutRouterMarker } from './address'
import { INERT_CSP, publicCsp } from './csp'
import { cleanse, originOf, refusal } from './doorman'
import { type ErrorPages, PASS_HEADER } from './error-pages'
import { admitForm } from './form'
import { NO_INDEX, NO_STORE, RETRY_AFTER, securityHeaders } from './headers'
import { healthOf, type Watched } from './health'
import { keptForm } from './kept-form'
import { calendarPage, LEAVE_CSP, leaveHeaders } from './leave'
import { type Entry, logWhenDone } from './log'
import { type Renderer, render } from './rendered'
import { canonicalPath, isBare, isShared, localeInPath, matchRoute, type Route } from './routes'
import { send } from './send'
import { senderOf } from './sender'
import { makeShared, type SharedPage, type SharedPages, sharedAddress } from './shared'

export type House = Renderer &
  Watched & {
    errorPages: ErrorPages
    /** Origins whose forms are ours; the public one first. */
    trusted: Set<string>
    /** Who may say for whom they ask. */
    proxies: BlockList
    /** Counts a search of a network; in how many seconds it may search again, 0 when it may now. */
    countSearch(network: string): Promise<number>
    /** Gives out pages again for two seconds; null makes each anew. */
    sharedPages: SharedPages | null
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
  const { request, response, origin, locale, entry } = visit
  const address = readAddress(request.url)
  // Whoever keeps this connection finds the door of the next process with the next request.
  if (house.closing()) response.shouldKeepAlive = false
  if (!address || request.headers.host === undefined) return fail(house, visit, 400)
  if (house.dev && /^\/(_next|__nextjs)/.test(address.pathname))
    return house.next(request, response)

  const { pathname, search } = address
  const match = matchRoute(pathname)
  const refused = refusal(request, house.trusted, match?.route.bodyLimit)
  if (refused) return fail(house, visit, refused)

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

  if (route.area === 'leave') return leave(house, visit)
  if (route.area === 'health') return health(house, visit)

  const isSearch = route.searches && new URLSearchParams(search).has('q')
  const waitSeconds = async () => (isSearch ? searchWait(house, request) : 0)
  if (isShared(route.area) && !house.dev) return share(house, visit, route, address, waitSeconds)
  const wait = await waitSeconds()
  if (wait > 0) return fail(house, visit, 429, { 'Retry-After': wait })

  const network = entry.method === 'POST' ? senderOf(request, house.proxies) : null
  cleanse(request.headers, route.area, origin, house.dev)
  if (network) request.headers[NETWORK_HEADER] = network
  if (isBare(route.area)) request.url = pathname + withoutRouterMarker(search)
  // A HEAD is answered like a GET; Node leaves out the body.
  if (entry.method === 'HEAD') request.method = 'GET'
  const form =
    entry.method === 'POST'
      ? await admitForm(request, route.bodyLimit !== undefined)
      : { asked: request, fields: [] }
  if ('refused' in form) return fail(house, visit, form.refused)
  const { answer: rendered, visit: seen } = await watchVisit(() =>
    render(house, route, origin, form.asked, response),
  )
  // Nothing of ours can have failed where no action of ours was reached: the form was not ours.
  const isNotOurs = entry.method === 'POST' && response.statusCode === 500 && !seen.arrived
  const isAway = 'failed' in rendered && rendered.failed === 503
  if (isNotOurs && !isAway) return fail(house, visit, 400)
  if ('failed' in rendered) {
    entry.digest = rendered.digest
    const kept = rendered.failed === 503 ? form.fields : []
    return fail(house, visit, rendered.failed, {}, keptForm(locale, pathname + search, kept))
  }
  const { csp, headers } = rendered
  return send(request, response, rendered.body, {
    ...security(house, csp),
    ...headers,
    ...limited(seen, response),
  })
}

/** A form that a limit did not let through: the page says so in words, its status says it too. */
function limited({ retrySeconds }: SeenVisit, response: ServerResponse): OutgoingHttpHeaders {
  if (retrySeconds === undefined) return {}
  const isPage = String(response.getHeader('content-type')).startsWith('text/html')
  if (isPage && response.statusCode === 200) response.statusCode = 429
  return { 'Retry-After': retrySeconds }
}

/** Without the database nothing is counted: a copy of the page may still be at hand. */
async function searchWait(house: House, request: IncomingMessage): Promise<number> {
  const network = senderOf(request, house.proxies) ?? 'unknown'
  return house.countSearch(network).catch(() => 0)
}

/**
 * Answers with a page that is the same for everyone, or tells who has it already that it still is. Who
 * has it made may have to wait first; what is at hand, or made for another, costs nothing.
 */
async function share(
  house: House,
  visit: Visit,
  route: Route,
  asked: Address,
  waitSeconds: () => Promise<number>,
): Promise<void> {
  const { request, response, origin, entry } = visit
  const address = sharedAddress(route, asked.pathname, asked.search)
  const make = async (): Promise<SharedPage> => {
    const wait = await waitSeconds()
    return wait > 0 ? { wait } : makeShared(house, route, origin, address)
  }
  const keeper = address.isOwn ? null : house.sharedPages
  const page = await (keeper ? keeper(origin + address.url, make) : make())
  if ('wait' in page) return fail(house, visit, 429, { 'Retry-After': page.wait })
  if ('failed' in page) {
    entry.digest = page.digest
    return fail(house, visit, page.failed)
  }
  const known = page.tag !== null && request.headers['if-none-match'] === page.tag
  response.statusCode = known ? 304 : page.status
  await send(request, response, known ? Buffer.alloc(0) : page.body, {
    ...security(house, page.csp),
    ...page.headers,
    ...(page.tag ? { ETag: page.tag } : {}),
  })
}

/** Sends the harmless page and, to who came from us, the order to forget everything of ours. */
function leave(house: House, { request, response, locale }: Visit): Promise<void> {
  return send(request, response, Buffer.from(calendarPage(locale, new Date())), {
    ...security(house, LEAVE_CSP),
    ...leaveHeaders(request, house.trusted),
  })
}

/** Says whether this process lives and can work, to whoever watches over it. */
async function health(house: House, { request, response, entry }: Visit): Promise<void> {
  const { status, body } = await healthOf(entry.pattern, house)
  response.statusCode = status
  return send(request, response, Buffer.from(body), {
    ...security(house, INERT_CSP),
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': NO_STORE,
    'X-Robots-Tag': NO_INDEX,
  })
}

/**
 * Sends our own page for a status in the reader's language, whatever Next had begun; on it, where
 * there is one, the form that could not be kept.
 */
async function fail(
  house: House,
  { request, response, origin, locale, entry }: Visit,
  status: number,
  headers: OutgoingHttpHeaders = {},
  kept = '',
): Promise<void> {
  if (status >= 500) entry.reference = randomBytes(4).toString('hex')
  const page = await house.errorPages.page(status, locale, entry.reference, kept)
  for (const name of response.getHeaderNames()) response.removeHeader(name)
  response.statusCode = status
  await send(request, response, Buffer.from(page.html), {
    ...security(house, publicCsp(origin, page.styleHashes)),
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': NO_STORE,
    'X-Robots-Tag': NO_INDEX,
    ...(status === 503 ? { 'Retry-After': RETRY_AFTER } : {}),
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
