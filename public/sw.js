/*
 * Shows kept pages when there is no line. It runs only for those who asked to keep something
 * (enhance.js), writes only pages that are kept already, and never touches a page of one person.
 */

const KEPT = 'qadam'
const OF_ONE_PERSON = /^\/\w\w\/(calendar|mailbox|my|request|sign-in|staff|true)(\/|$)|^\/api\//
const PATIENCE_MS = 4000

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

// Whoever asks learns whether it is a copy.
const copies = new Set()
self.addEventListener('message', ({ source }) => source.postMessage(copies.has(source.id)))

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin || OF_ONE_PERSON.test(pathname)) return
  if (request.mode === 'navigate') event.respondWith(page(event, pathname))
  else if (pathname === '/enhance.js') {
    event.respondWith(fetch(request).catch(() => copyOf(request, pathname)))
  }
})

/**
 * The page itself; its kept copy when the line is dead or slow or the site is down; where there is no
 * copy, the list of what is kept.
 */
async function page(event, pathname) {
  const asked = fetch(event.request)
  const usable = asked.then(
    (answer) => (answer.status < 500 ? answer : undefined),
    () => undefined,
  )
  const kept = await copyOf(event.request, pathname)
  if (!kept) return asked.catch(() => listOfKept(pathname))
  event.waitUntil(asked.then((answer) => renew(event.request.url, answer.clone())).catch(() => {}))
  const patience = new Promise((enough) => setTimeout(enough, PATIENCE_MS))
  const answer = await Promise.race([usable, patience])
  if (!answer) copies.add(event.resultingClientId)
  return answer ?? kept
}

/** A plan is what its query asks for; any other page is kept whatever was asked of it. */
function copyOf(request, pathname) {
  const ignoreSearch = !pathname.endsWith('/plan')
  return caches.match(request, { cacheName: KEPT, ignoreSearch, ignoreVary: true })
}

/** Puts a page that is kept in its new state; what no longer exists is forgotten here too. */
async function renew(url, answer) {
  const isPublic = answer.headers.get('cache-control')?.startsWith('public')
  const cache = await caches.open(KEPT)
  if (answer.ok && isPublic && (await cache.match(url))) await cache.put(url, answer)
  if (answer.status === 404 || answer.status === 410) {
    const { pathname } = new URL(url)
    await cache.delete(pathname, { ignoreSearch: true })
    await cache.delete(`${pathname}/ask`, { ignoreSearch: true })
  }
}

/** In the language of the page that was asked for, if it is kept in that one. */
async function listOfKept(pathname) {
  const own = `/${pathname.split('/')[1]}/keep`
  const lists = ['/ru/keep', '/kk/keep', '/en/keep']
  for (const list of [own, ...lists]) {
    if (await caches.match(list, { cacheName: KEPT })) return Response.redirect(list)
  }
  return Response.error()
}
