import type { OutgoingHttpHeaders } from 'node:http'

/** Kept by nobody: private pages, answers to forms, errors, anything with a cookie. */
export const NO_STORE = 'private, no-store'

/** The same for everyone; a proxy may share it for the second in which a crowd asks. */
export const PUBLIC_CACHE = 'public, max-age=0, s-maxage=1, must-revalidate'

export const NO_INDEX = 'noindex, noarchive'

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
    'Permissions-Policy':
      'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    ...(secure ? { 'Strict-Transport-Security': 'max-age=31536000' } : {}),
  }
}
