import type { OutgoingHttpHeaders } from 'node:http'
import { causeOf } from '@/lib/errors'
import { understoodQuery, withoutRouterMarker } from './address'
import { NO_STORE, PUBLIC_CACHE } from './headers'
import { createKeeper, type Fate, type Keeper } from './keeper'
import { conclude, requestByNobody } from './nobody'
import { type Renderer, render } from './rendered'
import type { Route } from './routes'
import { tagOf } from './send'

/**
 * A page that is the same for everyone, ready to be sent to any number of them; or why there is none, for
 * one who has to `wait` so many seconds.
 */
export type SharedPage =
  | { wait: number }
  | { status: number; csp: string; headers: OutgoingHttpHeaders; body: Buffer; tag: string | null }
  | { failed: number; digest?: string }

export type SharedPages = Keeper<SharedPage>

const MOST_PAGES = 2_000
const MOST_BYTES = 64 * 1024 * 1024

/** Keeps shared pages for those who ask next. The clocks: one for ages, one for the time of day. */
export function createSharedPages(
  now = () => performance.now(),
  time = () => Date.now(),
): SharedPages {
  const freshMs = () => freshUntil(time()) - time()
  return createKeeper({ fateOf, weigh, most: MOST_PAGES, mostBytes: MOST_BYTES, freshMs, now })
}

/** The time in which the next page is made: what is new shows two seconds after the last one was begun. */
const MAKING_MS = 300

/**
 * Until when a page that is begun at this moment is fresh: a full second, at most two seconds from
 * here less the time in which the next is made. A full second, because nginx counts in them: it keeps
 * the page for as long as we do, not for two seconds more.
 */
function freshUntil(time: number): number {
  return (Math.floor((time - MAKING_MS) / 1_000) + 2) * 1_000
}

/** The last second in which nginx may still give the page out. */
const expires = (time: number) => `@${freshUntil(time) / 1_000 - 1}`

/**
 * The address that a shared page is made and kept under. `isOwn` when the query says something about
 * this reader, where they are or what they plan: then nobody keeps it.
 */
export function sharedAddress(
  { asks }: Route,
  pathname: string,
  search: string,
): { url: string; isOwn: boolean } {
  if (asks === 'own') {
    const query = withoutRouterMarker(search)
    return { url: pathname + query, isOwn: query.length > 1 }
  }
  const query = understoodQuery(search, asks)
  return { url: pathname + query, isOwn: new URLSearchParams(query).has('near') }
}

/** Has Next make a shared page, asked by nobody. Does not throw: what goes wrong is a page that failed. */
export async function makeShared(
  renderer: Renderer,
  route: Route,
  origin: string,
  { url, isOwn }: { url: string; isOwn: boolean },
): Promise<SharedPage> {
  const asked = requestByNobody(url, route.area, origin)
  const { request, response } = asked
  const lastSecond = expires(Date.now())
  try {
    const rendered = await render(renderer, route, origin, request, response)
    if ('failed' in rendered) return rendered
    const { body, csp } = rendered
    // The policy of a site without a serving layer (next.config.js) is not ours here.
    const { 'content-security-policy': _, ...theirs } = response.getHeaders()
    const headers: OutgoingHttpHeaders = { ...theirs, ...rendered.headers }
    if (isOwn) headers['Cache-Control'] = NO_STORE
    const mayBeKept = headers['Cache-Control'] === PUBLIC_CACHE
    if (mayBeKept) headers['X-Accel-Expires'] = lastSecond
    const tag = mayBeKept ? tagOf(body) : null
    return { status: response.statusCode, csp, headers, body, tag }
  } catch (error) {
    console.error(`serving: ${causeOf(error)}`)
    return { failed: 500 }
  } finally {
    conclude(asked)
  }
}

/** Only a page without a cookie is another's to see; a page that does not exist may soon. */
function fateOf(page: SharedPage): Fate {
  if ('wait' in page) return 'refused'
  if ('failed' in page) return page.failed >= 500 ? 'failed' : 'shared'
  return page.tag === null ? 'own' : 'kept'
}

/** Its compressed twins are together smaller than itself. */
function weigh(page: SharedPage): number {
  return 'body' in page ? 2 * page.body.length : 0
}
