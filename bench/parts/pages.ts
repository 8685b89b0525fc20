import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test'
import { browser } from '@/e2e/support/browser'
import { build, isBuilt } from '@/scripts/build'
import { step } from '@/scripts/progress.mjs'
import { onStop, stopping } from '@/scripts/shutdown'
import { startSite } from '../site/child'
import { type LocalPage, localPages } from '../site/newcomer-pages'
import { printTable } from '../table'

const PHONE = { viewport: { width: 360, height: 800 }, deviceScaleFactor: 2, isMobile: true }
/** What Lighthouse calls slow 4G when the browser itself is slowed down. */
const SLOW_4G = { latency: 562.5, downloadThroughput: 184_320, uploadThroughput: 84_375 }
const AT_150_KBPS = { latency: 300, downloadThroughput: 18_750, uploadThroughput: 18_750 }
const CPU = 4
const GOAL = { kilobytes: 14, requests: 3, lcp: 1_000, cls: 0, load: 3_000 }

/** What each page weighs and how soon it stands on a slow phone, asked by a browser that has nothing kept. */
export default async function measurePages(): Promise<object> {
  if (!isBuilt()) await step('Building the pages', () => build(stopping.signal))
  const site = await startSite('site/qadam.ts', ['keep'])
  const chrome = await chromium.launch(await browser())
  onStop(() => chrome.close())
  const origin = `http://127.0.0.1:${site.port}`
  const result = []
  for (const page of await localPages()) result.push(await measureOne(chrome, origin, page))
  await chrome.close()
  await site.stop()
  printTable('Pages on a phone: slow 4G with a processor four times slower, and 150 kbit/s', result)
  return { conditions: { SLOW_4G, AT_150_KBPS, CPU }, goal: GOAL, pages: result }
}

async function measureOne(chrome: Browser, origin: string, { name, locale, path }: LocalPage) {
  const url = origin + path
  const weight = await visit(chrome, async (page, devtools) => {
    let bytes = 0
    let requests = 0
    devtools.on('Network.requestWillBeSent', () => {
      requests += 1
    })
    devtools.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength
    })
    await page.goto(url, { waitUntil: 'networkidle' })
    return { kilobytes: Number((bytes / 1024).toFixed(1)), requests }
  })
  const vitals = await visit(chrome, async (page, devtools) => {
    await devtools.send('Network.emulateNetworkConditions', { offline: false, ...SLOW_4G })
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: CPU })
    await page.addInitScript({ content: OBSERVE })
    await page.goto(url, { waitUntil: 'load' })
    await page.waitForFunction(() => document.documentElement.dataset.lcp)
    return page.evaluate(() => {
      const { lcp = '0', cls = '0' } = document.documentElement.dataset
      return { 'LCP, ms': Math.round(Number(lcp)), CLS: Number(Number(cls).toFixed(3)) }
    })
  })
  const load = await visit(chrome, async (page, devtools) => {
    await devtools.send('Network.emulateNetworkConditions', { offline: false, ...AT_150_KBPS })
    await page.goto(url, { waitUntil: 'load' })
    return page.evaluate(() => {
      const [navigation] = performance.getEntriesByType('navigation')
      return Math.round((navigation as PerformanceNavigationTiming).loadEventEnd)
    })
  })
  return { page: name, locale, ...weight, ...vitals, 'load, ms': load }
}

/** Opens a page in a browser of its own, with what DevTools can do to it. */
async function visit<T>(
  chrome: Browser,
  look: (page: Page, devtools: CDPSession) => Promise<T>,
): Promise<T> {
  const context = await chrome.newContext(PHONE)
  try {
    const page = await context.newPage()
    const devtools = await context.newCDPSession(page)
    await devtools.send('Network.enable')
    await devtools.send('Network.setCacheDisabled', { cacheDisabled: true })
    return await look(page, devtools)
  } finally {
    await context.close()
  }
}

/**
 * Runs in the page: writes down when the largest thing was painted, and how far things have moved.
 * Text, because a function comes with helpers of the compiler that no page has.
 */
const OBSERVE = `
  const notes = () => document.documentElement.dataset
  new PerformanceObserver((list) => {
    notes().lcp = list.getEntries().at(-1).startTime
  }).observe({ type: 'largest-contentful-paint', buffered: true })
  new PerformanceObserver((list) => {
    notes().cls = list.getEntries().reduce((sum, { value }) => sum + value, Number(notes().cls ?? 0))
  }).observe({ type: 'layout-shift', buffered: true })
`
