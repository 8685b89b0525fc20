export type Address = { pathname: string; search: string }

/**
 * Splits a request target into path and query, or null when it is malformed: not an absolute path,
 * broken percent-encoding, control characters, or a spelling under which one page could pass for
 * another (`//`, `\`, dot segments, encoded slashes).
 */
export function readAddress(target: string | undefined): Address | null {
  const cut = target?.indexOf('?') ?? -1
  const pathname = cut < 0 ? (target ?? '') : (target?.slice(0, cut) ?? '')
  const search = cut < 0 ? '' : (target?.slice(cut) ?? '')
  if (!pathname.startsWith('/') || /%2f|%5c/i.test(pathname)) return null
  const path = decoded(pathname)
  const query = decoded(search)
  if (path === null || query === null) return null
  if (/\/\/|\\|\/\.{1,2}(\/|$)/.test(path) || hasControls(path) || query.includes('\0')) return null
  return { pathname, search }
}

/** What a page understands of its query: a zod object is one of these. */
export type QuerySchema = {
  parse(values: Record<string, string | string[]>): Record<string, string | number | undefined>
}

/**
 * The query as the page will read it, in its one spelling, so that two addresses of one page are the
 * same. What the page does not understand is left out.
 */
export function understoodQuery(search: string, schema: QuerySchema | undefined): string {
  if (!schema || search.length < 2) return ''
  const given = new URLSearchParams(search)
  const values = [...new Set(given.keys())].map((name): [string, string | string[]] => {
    const all = given.getAll(name)
    return [name, all.length > 1 ? all : (all[0] ?? '')]
  })
  const understood = Object.entries(schema.parse(Object.fromEntries(values)))
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [name, String(value)])
    .sort(([a = ''], [b = '']) => (a < b ? -1 : 1))
  return understood.length > 0 ? `?${new URLSearchParams(understood)}` : ''
}

/** The query without the marker that Next's router adds to its own requests. */
export function withoutRouterMarker(search: string): string {
  const query = new URLSearchParams(search)
  if (!query.has('_rsc')) return search
  query.delete('_rsc')
  return query.size > 0 ? `?${query}` : ''
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

function hasControls(text: string): boolean {
  return [...text].some((character) => character < ' ' || character === '\x7f')
}
