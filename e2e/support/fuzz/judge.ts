import type { Answer, Talk } from './wire'

const CARRIED = [
  'content-security-policy',
  'referrer-policy',
  'x-content-type-options',
  'x-frame-options',
  'permissions-policy',
  'cross-origin-opener-policy',
  'cross-origin-resource-policy',
]
// How V8 writes a stack, the words of the database and of Prisma, paths of the machine.
const INSIDES =
  /\bat \S.*[/\\(][\w.-]+\.[cm]?[jt]sx?:\d+|PrismaClient|Invalid `.*invocation|node_modules|violates \w+ constraint|postgresql:\/\//

/** What is wrong with how the server took a request; null when nothing is. */
export function fault({ answers, ended }: Talk, origin: string): string | null {
  if (!ended) return 'no answer in time'
  return answers.map((answer) => faultOf(answer, origin)).find((found) => found !== null) ?? null
}

function faultOf({ status, headers, body }: Answer, origin: string): string | null {
  if (status >= 100 && status < 200) return null
  if (status >= 500 || status === 0) return `status ${status}`
  const missing = CARRIED.filter((name) => !headers.has(name))
  if (missing.length > 0) return `status ${status} without ${missing.join(', ')}`
  if (INSIDES.test(body)) return `status ${status} shows ${INSIDES.exec(body)?.[0].slice(0, 80)}`
  const location = headers.get('location')
  if (location !== undefined && !isOurs(location, origin)) return `leads to ${location}`
  const isPage = headers.get('content-type')?.startsWith('text/html') && body !== ''
  if (isPage && !body.endsWith('</html>')) return `status ${status} with half a page`
  return null
}

function isOurs(location: string, origin: string): boolean {
  if (/[\0-\x20\\]/.test(location)) return false
  return new URL(location, origin).origin === origin
}
