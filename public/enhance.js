// The one script of newcomer pages. Everything works without it. Words stand in the pages.

/** The cache of pages that somebody asked to keep on this phone; sw.js reads it. */
const KEPT = 'qadam'
/** Before the path of a form whose answers wait in the browser's memory. */
const DRAFT = 'draft '
/** Kept with whatever else is. */
const ALWAYS = ['/enhance.js', `/${document.documentElement.lang}/keep`]
const memory = openMemory()
/** Whether somebody has asked to keep anything: before that nothing is written. */
let hasAsked = false
/** Whether the worker took this page from what is kept. */
let isCopy = false

// «Leave quickly»: the link, or three presses of Shift within two seconds.
const exit = document.querySelector('a.leave')
exit?.addEventListener('click', (click) => {
  if (click.ctrlKey || click.metaKey || click.shiftKey) return
  click.preventDefault()
  leave()
})
let presses = []
document.addEventListener('keydown', ({ key, repeat, timeStamp }) => {
  if (repeat) return
  // Capital letters are typed with Shift too, but not with Shift alone.
  presses = key === 'Shift' ? [...presses, timeStamp].slice(-3) : []
  if (exit && presses.length === 3 && timeStamp - presses[0] < 2000) leave()
})

reveal('[data-print]', () => window.print())
if (navigator.share) {
  reveal('[data-share]', () => {
    const { title } = document
    // Rejected when the reader changes their mind.
    navigator.share({ title, url: location.href }).catch(() => {})
  })
}
if (navigator.geolocation && document.querySelector('[data-near]')) offerNearest()
if (memory && self.caches && navigator.serviceWorker) {
  sayIfCopy()
  offerKeeping()
  keepDraft()
}

/** Sorts a list by distance from here, rounded to about a kilometre before it leaves the phone. */
function offerNearest() {
  reveal('[data-near-note]')
  reveal('[data-near]', ({ currentTarget: button }) => {
    const { form, dataset, textContent } = button
    const { near, sort } = form.elements
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        near.value = `${coords.latitude.toFixed(2)},${coords.longitude.toFixed(2)}`
        near.disabled = false
        sort.add(new Option(textContent, 'nearest', false, true))
        form.submit()
      },
      () => {
        button.textContent = dataset.near
      },
    )
  })
}

/** Empties the page before the line answers, and takes it out of the browser's history. */
async function leave() {
  document.body.replaceChildren()
  try {
    await Promise.race([forget(), new Promise((enough) => setTimeout(enough, 300))])
  } finally {
    location.replace(exit.href)
  }
}

/** Forgets all that is kept on this phone; the server orders the same, but not without a line. */
async function forget() {
  memory?.clear()
  const workers = navigator.serviceWorker?.getRegistrations() ?? []
  await Promise.allSettled([
    self.caches?.delete(KEPT),
    ...(await workers).map((worker) => worker.unregister()),
  ])
}

function sayIfCopy() {
  navigator.serviceWorker.addEventListener('message', ({ data }) => {
    isCopy = data
    if (isCopy) reveal('[data-offline]')
  })
  navigator.serviceWorker.controller?.postMessage('copy?')
}

/**
 * Shows the buttons that keep the pages in their `data-keep`, or take them away again. `.` is the
 * page itself and the form it leads to; that button waits until somebody has asked to keep
 * something, on the page that says what it means.
 */
async function offerKeeping() {
  const kept = await keptPaths()
  hasAsked = kept.length > 0
  for (const button of document.querySelectorAll('[data-keep]')) {
    const isListing = button.dataset.keep === '.'
    if (isListing && !hasAsked) continue
    const links = [location, document.querySelector('.deed a')].filter(Boolean)
    const paths = isListing ? links.map(pathOf) : button.dataset.keep.split(' ')
    const label = button.querySelector('span')
    const offer = label.textContent
    let isKept = kept.includes(paths[0])
    const show = () => {
      label.textContent = isKept ? button.dataset.kept : offer
    }
    button.addEventListener('click', async () => {
      try {
        await (isKept ? drop(paths) : keep(paths))
        isKept = !isKept
        show()
      } catch {
        label.textContent = button.dataset.failed
      }
      listKept()
    })
    show()
    button.hidden = false
    document.querySelector('[data-until-asked]')?.remove()
  }
  reveal('[data-forget]', async () => {
    await forget()
    location.reload()
  })
  listKept()
}

async function keep(paths) {
  await navigator.serviceWorker.register('/sw.js')
  const cache = await caches.open(KEPT)
  for (const path of [...paths, ...ALWAYS]) {
    // Without cookies: nothing of one person gets into a copy.
    const answer = await fetch(path, { credentials: 'omit' })
    if (!answer.ok) throw new Error(path)
    await cache.put(path, answer)
  }
  hasAsked = true
}

async function drop(paths) {
  const cache = await caches.open(KEPT)
  for (const path of paths) await cache.delete(path)
}

async function keptPaths() {
  try {
    if (!(await caches.has(KEPT))) return []
    const requests = await (await caches.open(KEPT)).keys()
    return requests.map(({ url }) => pathOf(new URL(url)))
  } catch {
    // A private window refuses, and a page that is being left gets no answer.
    return []
  }
}

function pathOf({ pathname, search }) {
  return pathname + search
}

/** Lists what is kept with the time of each copy, and first the requests that wait to be sent. */
async function listKept() {
  const place = document.querySelector('[data-on-phone]')
  if (!place) return
  const lines = Object.keys(memory)
    .filter((name) => name.startsWith(DRAFT))
    .map((name) => {
      const { title, form } = JSON.parse(memory.getItem(name))
      return line(`${name.slice(DRAFT.length)}?form=${form}`, `${place.dataset.unsent} ${title}`)
    })
  for (const path of await keptPaths()) {
    if (/^\/enhance\.js$|\/(keep|ask)(\?|$)/.test(path)) continue
    const { title, made } = await readKept(path)
    lines.push(line(path, title, made))
  }
  place.querySelector('ul').replaceChildren(...lines)
  place.hidden = lines.length === 0
}

async function readKept(path) {
  const answer = await caches.match(path, { cacheName: KEPT })
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const made = new Date(answer.headers.get('date'))
  const words = { dateStyle: 'long', timeStyle: 'short' }
  return {
    title: page.title.replace(/ — Qadam$/, ''),
    made: made.toLocaleString(document.documentElement.lang, words),
  }
}

function line(href, words, made = '') {
  const link = Object.assign(document.createElement('a'), { href, textContent: words })
  const when = Object.assign(document.createElement('small'), { textContent: made })
  const item = document.createElement('li')
  item.append(link, ' ', when)
  return item
}

/**
 * A request that cannot be sent stays on this phone and comes back into the form, which then goes
 * the usual way. Hidden fields are not kept: those of a new form are new.
 */
function keepDraft() {
  const notes = document.querySelector('[data-draft]')
  const form = notes && document.querySelector('main form')
  if (!form) {
    // Whoever sees the page of their requests has sent it.
    const sent = location.pathname.endsWith('/request') && sessionStorage.getItem('sent')
    if (sent) memory.removeItem(sent)
    return
  }
  sessionStorage.removeItem('sent')
  const name = DRAFT + location.pathname
  const fields = [...form.elements].filter((field) => field.name && field.type !== 'hidden')
  const draft = JSON.parse(memory.getItem(name))
  if (draft) {
    for (const field of fields) {
      if (isTick(field)) field.checked = field.value === draft.answers[field.name]
      else field.value = draft.answers[field.name] ?? field.value
    }
    reveal(draft.form === notes.dataset.form ? '[data-found]' : '[data-changed]')
  }
  form.addEventListener('submit', async (submit) => {
    submit.preventDefault()
    if (hasAsked) {
      const given = fields.filter((field) => !isTick(field) || field.checked)
      const answers = Object.fromEntries(given.map(({ name, value }) => [name, value]))
      const { draft: title, form: version } = notes.dataset
      memory.setItem(name, JSON.stringify({ title, form: version, answers }))
      sessionStorage.setItem('sent', name)
    }
    if (!(await hasLine())) reveal(hasAsked ? '[data-waits]' : '[data-not-sent]')
    // A copy is sent from a new form: what its hidden fields hold must not lie about on the phone.
    else if (isCopy) location.reload()
    else form.submit()
  })
}

/** Whether a field is sent only when it is on. */
function isTick({ type }) {
  return type === 'radio' || type === 'checkbox'
}

/** Whether the site answers: a phone at the border often believes that it has a network. */
function hasLine() {
  const signal = AbortSignal.timeout(8000)
  return fetch('/enhance.js', { method: 'HEAD', cache: 'no-store', signal }).then(
    () => true,
    () => false,
  )
}

function openMemory() {
  try {
    return localStorage
  } catch {
    // The browser forbids it.
  }
}

/** What needs a script arrives hidden. */
function reveal(selector, act) {
  for (const part of document.querySelectorAll(selector)) {
    part.hidden = false
    if (act) part.addEventListener('click', act)
  }
}
