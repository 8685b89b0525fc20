import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { type Area, isBare } from './routes'

export const BODY_LIMIT_BYTES = 1024 * 1024

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS']
const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '[::1]']

/** The origins whose forms we accept: the public one, with the embedded database any loopback name. */
export function trustedOrigins(publicUrl: string, embedded: boolean, port: number): Set<string> {
  const local = LOOPBACK_NAMES.map((name) => new URL(`http://${name}:${port}`).origin)
  return new Set([new URL(publicUrl).origin, ...(embedded ? local : [])])
}

/** The origin under which this request sees us; the first trusted one, the public, if it lies. */
export function originOf(request: IncomingMessage, trusted: Set<string>): string {
  const [publicOrigin = ''] = trusted
  const claimed = `${new URL(publicOrigin).protocol}//${request.headers.host}`
  return trusted.has(claimed) ? claimed : publicOrigin
}

/**
 * Why a request that changes something is not let in, or null. 403 without our own `Origin`; 400
 * without a stated length, so that Node's parser counts the body; 413 above the limit of the route.
 */
export function refusal(
  request: IncomingMessage,
  trusted: Set<string>,
  limit = BODY_LIMIT_BYTES,
): 400 | 403 | 413 | null {
  if (SAFE_METHODS.includes(request.method ?? '')) return null
  const { origin, 'content-length': length } = request.headers
  if (!origin || !trusted.has(origin)) return 403
  if (length === undefined) return 400
  return Number(length) > limit ? 413 : null
}

/**
 * Takes from a request what a client must not tell Next: its internal headers, who it was forwarded
 * for, a nonce of its own. A public page learns nothing about its reader, a private one only which
 * link is open; neither learns anything that would make it answer with anything but HTML. The user
 * agent goes too: Next puts the title into the body of a page for a browser that names none.
 */
export function cleanse(
  headers: IncomingHttpHeaders,
  area: Area,
  origin: string,
  dev = false,
): void {
  const link = area === 'private' && LINK_COOKIE.exec(headers.cookie ?? '')?.[0]
  for (const name of Object.keys(headers)) {
    if (dev && DEBUG_CHANNEL.test(name)) continue
    if (
      INTERNAL.test(name) ||
      CONDITION.test(name) ||
      (isBare(area) && (PERSONAL.test(name) || (!dev && ROUTER.test(name))))
    ) {
      delete headers[name]
    }
  }
  if (link) headers.cookie = link
  const { host, protocol } = new URL(origin)
  headers.host = host
  headers['x-forwarded-host'] = host
  headers['x-forwarded-proto'] = protocol.slice(0, -1)
  headers['user-agent'] = 'reader'
}

const INTERNAL =
  /^(x-(middleware|nextjs|next|invoke|now|vercel|matched|forwarded|prerender|real|qadam)-|forwarded$|next-resume$|content-security-policy)/
// In development React sends its notes on an answer over the socket of hot reload, by these ids;
// without them the browser waits for the notes forever.
const DEBUG_CHANNEL = /^x-nextjs-(html-)?request-id$/
/**
 * For those who write files or fetch parts of them; Next makes a 500 of a condition that does not hold and
 * of a part that is not there. Ours are small, and a server may ignore a range (RFC 9110, 14.2).
 */
const CONDITION = /^(?:if-(?:match|unmodified-since|range)|range)$/
const PERSONAL = /^(cookie|authorization)$/
// In development private pages do hydrate, and their forms are sent by the router.
const ROUTER = /^(rsc$|next-)/
/** The cookie of lib/requests/links.ts. */
const LINK_COOKIE = /(?<=^|; ?)(?:__Host-)?qadam\.request=[\w-]*(?=;|$)/
