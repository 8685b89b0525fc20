import type { BrowserContext } from '@playwright/test'

/**
 * Tells of everything a visit must not cause: an error in the console (a violated content
 * policy shows there), an uncaught exception, a request to another host. That a page itself was
 * answered with 404 or 500 is not one: the spec looks at that.
 */
export function watch(context: BrowserContext, origin: string, tell: (problem: string) => void) {
  const pages = new Set<string>()
  context.on('request', (request) => {
    const url = new URL(request.url())
    if (request.isNavigationRequest()) pages.add(url.href)
    if (/^(http|ws)s?:$/.test(url.protocol) && url.host !== new URL(origin).host) {
      tell(`request to another host: ${url.href}`)
    }
  })
  context.on('console', (message) => {
    if (message.type() !== 'error') return
    const ofPage = pages.has(message.location().url)
    if (ofPage && message.text().startsWith('Failed to load resource')) return
    tell(`console: ${message.text()} (${message.location().url})`)
  })
  context.on('weberror', (event) => {
    const error = event.error()
    // The browser's own word for a page that was left before its picture had faded in.
    if (`${error}`.includes('Transition was skipped')) return
    // What the browser itself rejects has no stack.
    tell(`exception: ${error.stack || error} (${event.page()?.url()})`)
  })
}
