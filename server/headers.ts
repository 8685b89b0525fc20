import type { OutgoingHttpHeaders } from 'node:http'

/** Kept by nobody: private pages, answers to forms, errors, anything with a cookie. */
export const NO_STORE = 'private, no-store'

/**
 * The same for everyone; a proxy may share it for the second in which a crowd asks, and for a minute
 * while we do not answer.
 */
export const PUBLIC_CACHE = 'public, max-age=0, s-maxage=1, stale-if-error=60'

/** When to try again while the database is away: it comes back within seconds, or not by itself. */
export const RETRY_AFTER = '5'

export const NO_INDEX = 'noindex, noarchive'

/** What a page may ask of the phone: lists sort by distance, where the reader wants it. */
export function permissions(asks: 'none' | 'position'): string {
  const position = asks === 'position' ? 'self' : ''
  return `camera=(), microphone=(), geolocation=(${position}), payment=(), usb=(), browsing-topics=()`
}

/**
 * The headers that every answer carries. `Referrer-Policy` is `same-origin`, not `no-referrer`:
 * under the latter a browser posts our own forms with `Origin: null`, which the doorman refuses.
 */
export function securityHeaders(csp: string, secure: boolean): OutgoingHttpHeaders {
  return {
    'Content-Security-Policy': csp,
    'Referrer-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Permissions-Policy': permissions('none'),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    ...(secure ? { 'Strict-Transport-Security': 'max-age=31536000' } : {}),
  }
}
