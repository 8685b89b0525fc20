import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import manifest from '@/package.json' with { type: 'json' }
import { expect, test } from './support/fixtures'
import { SIGN_IN_PAGES, staffPages, volunteerPages } from './support/pages'

/** What a page of one line takes under this version of Next: `npm run bench -- pages` says it anew. */
const FLOOR = { next: '16.4.6', bytes: 134_580 }
const OWN_BYTES = 10 * 1024

test('pages of volunteers and staff fetch at most 10 kB of scripts of our own', async ({
  page,
  as,
  login,
}) => {
  test.setTimeout(180_000)
  expect(manifest.dependencies.next, 'a new Next has another floor').toBe(FLOOR.next)
  const { author, pages } = await volunteerPages()
  const moderator = await as('samal')
  await login(author, page)
  const guest = await as('guest')
  const found: Record<string, number> = {}
  for (const path of SIGN_IN_PAGES) found[path] = await scriptBytes(guest, `/ru${path}`)
  for (const path of pages) found[path] = await scriptBytes(page, `/ru${path}`)
  for (const path of await staffPages()) found[path] = await scriptBytes(moderator, `/ru${path}`)
  const heavy = Object.entries(found).filter(([, bytes]) => bytes - FLOOR.bytes > OWN_BYTES)
  expect(heavy).toEqual([])
})

/** What the scripts of a page weigh together, compressed as well as gzip can. */
async function scriptBytes(page: Page, path: string): Promise<number> {
  const scripts = new Set<string>()
  const note = (url: string) => scripts.add(url)
  page.on('response', (answer) => {
    if (answer.request().resourceType() === 'script') note(answer.url())
  })
  await page.goto(path, { waitUntil: 'networkidle' })
  page.removeAllListeners('response')
  const bodies = await Promise.all(
    [...scripts].map(async (url) => (await page.request.get(url)).body()),
  )
  return bodies.reduce((sum, body) => sum + gzipSync(body, { level: 9 }).length, 0)
}
