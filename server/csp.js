/**
 * The Content-Security-Policies, plain JavaScript because next.config.js needs the lock too.
 * The policy is what keeps the framework's scripts off newcomer pages; removing their tags
 * (diet.ts) only saves bytes.
 */

/** First path segments, after the language, of the pages that hydrate. Everything else is locked. */
export const HYDRATED_SEGMENTS = ['sign-in', 'mailbox', 'my', 'staff']

/** For answers that are no documents: nothing may load or run. */
export const INERT_CSP = "default-src 'none'; frame-ancestors 'none'"

/** Hot reload needs inline scripts, eval and a socket. */
export const DEV_CSP =
  "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:; connect-src 'self' ws: wss:; frame-ancestors 'none'"

/** For the worker that keeps pages on a phone: it may ask us, and nobody else. */
export const WORKER_CSP = "default-src 'none'; connect-src 'self'; frame-ancestors 'none'"

/**
 * Pages that run nothing and load nothing: their styles and pictures are inside.
 *
 * @param {readonly string[]} styleHashes `sha256-…` of each style
 */
export function stillCsp(styleHashes) {
  const styles = styleHashes.map((hash) => `'${hash}'`).join(' ')
  return `default-src 'none'; style-src ${styles || "'none'"}; img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'`
}

/**
 * Newcomer and error pages: one script file, the worker it may start, our styles, nothing else.
 * Files are named with their origin because `'self'` takes no path.
 *
 * @param {string} origin where the page is read, like `https://qadam.example`
 * @param {readonly string[]} [styleHashes] `sha256-…` of each inlined style
 */
export function publicCsp(origin, styleHashes = []) {
  const styles = ["'self'", ...styleHashes.map((hash) => `'${hash}'`)]
  return `${policy(`${origin}/enhance.js`, styles.join(' '))}; worker-src ${origin}/sw.js`
}

/**
 * Pages that hydrate. Without `'strict-dynamic'`, which would let a script that runs insert
 * inline scripts.
 *
 * @param {string} nonce base64, new for each answer
 */
export function hydratedCsp(nonce) {
  return policy(`'self' 'nonce-${nonce}'`, `'self' 'nonce-${nonce}'`)
}

/**
 * @param {string} scripts
 * @param {string} styles
 */
function policy(scripts, styles) {
  return [
    "default-src 'none'",
    `script-src ${scripts}`,
    `style-src ${styles}`,
    "img-src 'self' data:",
    "font-src 'none'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}
