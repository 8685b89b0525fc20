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
