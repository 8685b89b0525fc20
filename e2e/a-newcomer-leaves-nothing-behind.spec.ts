import type { Page } from '@playwright/test'
import { LOCALES } from '@/lib/i18n/locales'
import { CITY_SLUGS } from '@/lib/places/cities'
import { day } from '@/lib/testing/homes'
import { expect, test } from './support/fixtures'
import { published } from './support/listings'
import { newcomerPages, sampleListings } from './support/pages'
import { enrol, verified } from './support/people'

const LIMIT_BYTES = 14 * 1024
/** Where the pages of newcomers end: from here on somebody signs in, or leaves. */
const BEYOND = /^\/(ru|kk|en)\/(sign-in|my|staff|mailbox|calendar)|\/pack\/file$/
/** Lists lead on to themselves with other filters, without end: so many of each kind are enough. */
const ALIKE = 2
const LISTING = /[0-9a-f]{8}-[0-9a-f-]{27}/

test.use({ javaScriptEnabled: false })

for (const locale of LOCALES) {
  test(`every page that a newcomer can reach in ${locale} is complete and keeps nothing`, async ({
    page,
    context,
    baseURL,
  }) => {
    test.setTimeout(300_000)
    const lasting = await sampleListings()
    const fetched = new Set<string>()
    page.on('request', (request) => fetched.add(new URL(request.url()).pathname))

    const waiting = [`/${locale}`]
    const seen = new Set<string>(waiting)
    const alike = new Map<string, number>()
    for (let path = waiting.shift(); path; path = waiting.shift()) {
      const answer = await page.goto(path)
      const status = answer?.status()
      expect(status, path).toBe(200)
      expect(await answer?.headerValue('set-cookie'), path).toBeNull()
      await expectComplete(page, locale)
      for (const link of await linksOf(page, baseURL ?? '')) {
        if (seen.has(link) || BEYOND.test(link) || !link.startsWith(`/${locale}`)) continue
        const [listing] = LISTING.exec(link) ?? []
        if (listing && !lasting.includes(listing)) continue
        const asked = wishesOf(link)
        alike.set(asked, (alike.get(asked) ?? 0) + 1)
        if ((alike.get(asked) ?? 0) > ALIKE) continue
        seen.add(link)
        waiting.push(link)
      }
    }
    const reached = [...seen].join('\n')
    for (const city of CITY_SLUGS) {
      for (const kind of ['rides', 'housing', 'centres']) {
        expect(reached).toContain(`/${locale}/${city}/${kind}\n`)
        expect(reached).toMatch(new RegExp(`/${city}/${kind}/[0-9a-f-]{36}`))
      }
    }
    expect(await context.cookies()).toEqual([])
    expect([...fetched].filter((path) => /\.js$|^\/_next|^\/api/.test(path))).toEqual([])
  })
}

/** A path and the names of what is asked of it: `/ru/rides?date&people`. */
function wishesOf(link: string): string {
  const { pathname, searchParams } = new URL(link, 'http://localhost')
  return `${pathname}?${[...searchParams.keys()].sort().join('&')}`
}

test('a full list of any kind is small, and leads on to the rest', async ({ page, request }) => {
  test.setTimeout(60_000)
  const author = await enrol(await verified())
  for (let n = 0; n < 21; n += 1) {
    await published(author, 'ride', { to: 'city-petropavlovsk', day: day(30), body: `Рейс ${n}` })
    await published(author, 'housing', { city: 'petropavlovsk', title: `Комната номер ${n}` })
    await published(author, 'centre', { city: 'petropavlovsk', title: `Пункт помощи ${n}` })
  }
  for (const path of [
    `/petropavlovsk/rides?date=${day(30)}`,
    '/petropavlovsk/housing',
    '/petropavlovsk/centres',
  ]) {
    for (const locale of LOCALES) {
      const answer = await request.get(`/${locale}${path}`, {
        headers: { 'Accept-Encoding': 'br' },
      })
      expect(answer.headers()['content-encoding']).toBe('br')
      expect(await answer.text()).not.toContain('rel="stylesheet"')
      const bytes = Number(answer.headers()['content-length'])
      expect(bytes, `${locale}${path}`).toBeLessThanOrEqual(LIMIT_BYTES)
    }
    await page.goto(`/ru${path}`)
    const cards = page.getByRole('main').locator('li.card')
    await expect(cards).toHaveCount(20)
    const first = await cards.getByRole('link').first().getAttribute('href')
    await page.getByRole('link', { name: 'Показать ещё' }).click()
    await expect(page).toHaveURL(/cursor=/)
    await expect(cards.first()).toBeVisible()
    await expect(page.locator(`li.card a[href="${first}"]`)).toHaveCount(0)
  }
})

test('with scripts on, pages come without the scripts of the framework', async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000)
  const context = await browser.newContext({ baseURL, javaScriptEnabled: true })
  const page = await context.newPage()
  const scripts = new Set<string>()
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.add(new URL(request.url()).pathname)
  })
  for (const path of await newcomerPages()) await page.goto(`/kk${path}`)
  expect([...scripts]).toEqual(['/enhance.js'])
  expect(await context.cookies()).toEqual([])
  const kept = await page.evaluate(() => [localStorage.length, sessionStorage.length])
  expect(kept).toEqual([0, 0])
  await context.close()
})

test('a page view asks for at most three files, and nothing in it moves', async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000)
  const viewport = { width: 360, height: 800 }
  const context = await browser.newContext({ baseURL, javaScriptEnabled: true, viewport })
  const page = await context.newPage()
  await page.addInitScript(() => {
    const observer = new PerformanceObserver((list) => {
      const moved = list.getEntries() as (PerformanceEntry & { sources: { node?: Element }[] })[]
      const parts = moved.flatMap(({ sources }) => sources.map(({ node }) => node?.outerHTML))
      document.documentElement.dataset.moved = parts.join('\n').slice(0, 500)
    })
    observer.observe({ type: 'layout-shift', buffered: true })
  })
  let files = 0
  page.on('request', () => {
    files += 1
  })
  for (const path of await newcomerPages()) {
    files = 0
    await page.goto(`/ru${path}`, { waitUntil: 'networkidle' })
    expect(files, path).toBeLessThanOrEqual(3)
    await expect(page.locator('html'), path).not.toHaveAttribute('data-moved')
  }
  await context.close()
})

async function expectComplete(page: Page, locale: string): Promise<void> {
  const url = page.url()
  await expect(page.locator('html'), url).toHaveAttribute('lang', locale)
  await expect(page, url).toHaveTitle(/Qadam/)
  await expect(page.getByRole('heading', { level: 1 }), url).toHaveCount(1)
  await expect(page.getByRole('heading', { level: 1 }), url).toBeVisible()
  await expect(page.getByRole('contentinfo'), url).toBeVisible()
  const scripts = await page
    .locator('script')
    .evaluateAll((all) => all.map(({ outerHTML }) => outerHTML))
  const one = '<script src="/enhance.js" defer=""></script>'
  expect(scripts, url).toEqual(url.endsWith('/pack') ? [] : [one])
  const text = await page.getByRole('main').textContent()
  expect(text?.length, url).toBeGreaterThan(100)
  expect(text, url).not.toMatch(/undefined|NaN|\{\w+\}|\[object/)
}

/** Paths of the links and forms of a page within the site. */
async function linksOf(page: Page, base: string): Promise<string[]> {
  const hrefs = await page
    .locator('a[href]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  return hrefs
    .map((href) => new URL(href, page.url()))
    .filter(({ origin }) => origin === new URL(base).origin)
    .map(({ pathname, search }) => pathname + search)
}
