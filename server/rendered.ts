import { randomBytes } from 'node:crypto'
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { watchOutage } from '@/lib/outage/seen'
import { count } from '@/lib/watch/metrics'
import { captureBody } from './capture'
import { DEV_CSP, hydratedCsp, INERT_CSP, publicCsp, stillCsp, WORKER_CSP } from './csp'
import { slim } from './diet'
import { NO_INDEX, NO_STORE, PUBLIC_CACHE, permissions, RETRY_AFTER } from './headers'
import { isBare, isShared, type Route } from './routes'
import type { Stylesheets } from './stylesheets'

/** What Next made of a request: a finished answer, or a failure that gets a page of ours. */
export type Rendered =
  | { body: Buffer; csp: string; headers: OutgoingHttpHeaders }
  | { failed: number; digest?: string }

export type Renderer = {
  next: (request: IncomingMessage, response: ServerResponse) => Promise<void>
  stylesheets: Stylesheets
  dev: boolean
  /** False leaves the framework's scripts in public pages, where the policy keeps them from running. */
  diet: boolean
}

/**
 * Asks Next for the answer of a route and judges it before anything is sent. Which pages are public
 * follows from the route alone, never from what a page contains.
 */
export async function render(
  { next, stylesheets, dev, diet }: Renderer,
  route: Route,
  origin: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<Rendered> {
  const hydrates = route.area === 'volunteer' || route.area === 'staff'
  const nonce = randomBytes(16).toString('base64')
  // Next reads the nonce for its script tags from the request.
  if (hydrates) request.headers['content-security-policy'] = hydratedCsp(nonce)

  const { result: body, outage } = await watchOutage(() =>
    captureBody(response, () => next(request, response)),
  )
  if (outage) count('qadam_outages_total')
  const type = String(response.getHeader('content-type') ?? '')
  const headers = exposure(route, response)

  const failed = failure(route, type, response.statusCode, dev)
  if (failed) return { failed: failed === 500 && outage ? 503 : failed, digest: digestOf(body) }
  if (!type.startsWith('text/html')) {
    return { body, csp: route.area === 'worker' ? WORKER_CSP : INERT_CSP, headers }
  }
  // A form that could not be kept comes back in its own page: to programs, too, it was no success.
  if (outage && request.method === 'POST' && response.statusCode === 200) {
    response.statusCode = 503
    headers['Retry-After'] = RETRY_AFTER
  }
  if (isRedirect(response)) return { body: Buffer.alloc(0), csp: INERT_CSP, headers }
  if (dev) return { body, csp: DEV_CSP, headers }
  if (hydrates && body.includes(`nonce="${nonce}"`))
    return { body, csp: hydratedCsp(nonce), headers }

  // What is left is bare by its route, or was rendered before there was a nonce: its scripts may not run.
  const isPack = route.area === 'pack'
  const page = slim(body.toString('utf8'), stylesheets, isPack)
  if (!page.complete) {
    console.error(`${route.pattern} waits for a script: no Suspense or loading.tsx here.`)
    return { failed: 500, digest: digestOf(body) }
  }
  if (!diet) return { body, csp: publicCsp(origin), headers }
  const csp = isPack ? stillCsp(page.styleHashes) : publicCsp(origin, page.styleHashes)
  return { body: Buffer.from(page.html), csp, headers }
}

/** Who may keep the answer, and what it may ask of the phone. Clears what Next says about that, and about itself. */
function exposure({ area, index, locates }: Route, response: ServerResponse): OutgoingHttpHeaders {
  const headers: OutgoingHttpHeaders = {
    ...(index ? {} : { 'X-Robots-Tag': NO_INDEX }),
    ...(locates ? { 'Permissions-Policy': permissions('position') } : {}),
  }
  if (area === 'asset') return headers
  response.removeHeader('Vary')
  response.removeHeader('Link')
  if (isBare(area)) for (const name of NEXT_INTERNALS) response.removeHeader(name)
  const shared = isShared(area) && response.statusCode === 200 && !response.hasHeader('Set-Cookie')
  return { ...headers, 'Cache-Control': shared ? PUBLIC_CACHE : NO_STORE }
}

const NEXT_INTERNALS = ['x-nextjs-cache', 'x-nextjs-prerender', 'x-nextjs-stale-time']

/**
 * The status of an answer that gets a page of ours, or null. Next's own client and programs know
 * what to do with a status; in development the overlay of a 500 says more than our page. A page in
 * place of a file means that there is no such file.
 */
function failure({ area }: Route, type: string, status: number, dev: boolean): number | null {
  if (area === 'asset' && type.startsWith('text/html')) return 404
  if (status < 400 || area === 'api' || type.startsWith('text/x-component')) return null
  return dev && status >= 500 ? null : status
}

function isRedirect(response: ServerResponse): boolean {
  return response.hasHeader('Location') && response.statusCode >= 300
}

/** The number under which Next has logged the error. */
function digestOf(body: Buffer): string | undefined {
  return /digest\\*":\\*"(\d+)/.exec(body.toString('utf8'))?.[1]
}
