import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { seal } from '@/lib/seal'
import { newSecret } from '@/lib/second-factor/rules'
import { expect, test } from './support/fixtures'
import { askForMail, newAddress } from './support/journey'
import { SIGN_IN_PAGES, staffPages, volunteerPages } from './support/pages'
import { enrol, signIn, verified } from './support/people'

const APP = resolve(import.meta.dirname, '../app/[locale]')
const visited = new Set<string>()

/** Pages that `support/pages` does not name, for who the volunteer and the staff there are. */
const OF_STAFF = ['announcements', 'figures', 'log', 'second-factor/set']

test.describe.configure({ mode: 'serial', timeout: 120_000 })

test('volunteers’ pages run under their nonce, and nothing on them breaks the policy', async ({
  page,
  login,
  mail,
}) => {
  await watchPolicy(page)
  for (const path of [...SIGN_IN_PAGES, '/true', '/true/a-link']) await visit(page, `/en${path}`)
  await askForMail(page, mail, newAddress())
  await expectClean(page)
  visited.add(new URL(page.url()).pathname)
  const { author, pages } = await volunteerPages()
  await login(author)
  const deeds = pages.filter((path) => /requests\/[^/]+$/.test(path)).map((path) => `${path}/erase`)
  for (const path of [...pages, ...deeds]) await visit(page, `/ru${path}`)
})

test('so do the staff’s', async ({ page, login, db, baseURL }) => {
  await watchPolicy(page)
  const moderator = await enrol({ ...(await verified()), role: 'moderator' })
  const secretSealed = seal(newSecret(), 'second_factor.secret')
  await db.secondFactor.create({ data: { accountId: moderator.id, secretSealed, lastStep: 0 } })
  await signIn(moderator, page.context(), baseURL ?? '', { secondFactorAt: null })
  await visit(page, '/kk/staff/second-factor')
  await login('dana')
  const pages = [...(await staffPages()), ...OF_STAFF.map((path) => `/staff/${path}`)]
  for (const path of pages) await visit(page, `/kk${path}`)
})

test('none of these pages was left out', () => {
  const patterns = ['(volunteer)', '(staff)'].flatMap((group) =>
    readdirSync(resolve(APP, group), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('page.tsx'))
      .map((file) => file.replace('/page.tsx', '').replace(/\[\w+\]/g, '[^/]+')),
  )
  expect(patterns.length).toBeGreaterThan(25)
  const paths = [...visited].map((path) => path.slice('/ru/'.length))
  const missing = patterns.filter((pattern) => !paths.some((path) => matches(pattern, path)))
  expect(missing).toEqual([])
})

function matches(pattern: string, path: string): boolean {
  return new RegExp(`^${pattern}$`).test(path)
}

/** Lets each page count what its policy refused, from its first byte on. */
async function watchPolicy(page: Page): Promise<void> {
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      const root = document.documentElement
      root.dataset.violations = `${root.dataset.violations ?? ''} ${violatedDirective} ${blockedURI}`
    })
  })
}

async function visit(page: Page, path: string): Promise<void> {
  const answer = await page.goto(path)
  expect(answer?.status(), path).toBe(200)
  const policy = (await answer?.headerValue('content-security-policy')) ?? ''
  const isBare = path.includes('/true')
  if (!isBare) expect(policy, path).toMatch(/script-src 'self' 'nonce-[\w+/=]{24}';/)
  expect(policy, path).not.toMatch(/unsafe|\*/)
  await expectClean(page)
  visited.add(new URL(page.url()).pathname)
}

async function expectClean(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  const violations = await page.evaluate(() => document.documentElement.dataset.violations)
  expect(violations, page.url()).toBeUndefined()
}
