import { chromium } from '@playwright/test'
import lighthouse from 'lighthouse'
import { browser } from '@/e2e/support/browser'
import { build, isBuilt } from '@/scripts/build'
import { freePort } from '@/scripts/processes'
import { step } from '@/scripts/progress.mjs'
import { onStop, stopping } from '@/scripts/shutdown'
import { matchRoute } from '@/server/routes'
import { startSite } from '../site/child'
import { localPages } from '../site/newcomer-pages'
import { printTable } from '../table'

const GOAL = 99
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo']

/** Lighthouse 12 as it judges a phone, for the pages of newcomers in three languages. */
export default async function measureScores(): Promise<object> {
  if (!isBuilt()) await step('Building the pages', () => build(stopping.signal))
  const site = await startSite('site/qadam.ts', ['keep'])
  const port = await freePort()
  const options = await browser()
  const args = [...(options.args ?? []), `--remote-debugging-port=${port}`]
  const chrome = await chromium.launch({ ...options, args })
  onStop(() => chrome.close())
  const rows = []
  for (const { name, locale, path } of await localPages()) {
    // What no search engine may keep cannot be good for search engines.
    const isIndexed = matchRoute(path.split('?')[0] ?? '')?.route.index
    const onlyCategories = CATEGORIES.filter((category) => category !== 'seo' || isIndexed)
    const url = `http://127.0.0.1:${site.port}${path}`
    // The very first request of a process loads code: no phone of a site at work meets that.
    await (await fetch(url)).arrayBuffer()
    const run = await lighthouse(url, { port, onlyCategories })
    const found = run?.lhr.categories ?? {}
    const score = (id: string) => (found[id] ? Math.round((found[id].score ?? 0) * 100) : null)
    const scores = Object.fromEntries(CATEGORIES.map((id) => [id, score(id)]))
    const lcp = Math.round(run?.lhr.audits['largest-contentful-paint']?.numericValue ?? 0)
    rows.push({ page: name, locale, ...scores, 'LCP, ms': lcp })
  }
  await chrome.close()
  await site.stop()
  printTable(
    `Lighthouse ${(await import('lighthouse/package.json')).version}, mobile; goal ${GOAL}`,
    rows,
  )
  return { goal: GOAL, pages: rows }
}
