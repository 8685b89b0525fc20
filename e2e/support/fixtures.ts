import {
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type Page,
} from '@playwright/test'
import { db } from '@/lib/db'
import type { CastName } from '@/prisma/seed/samples/people'
import { type Mail, mailbox } from './mail'
import { type Person, signIn } from './people'
import { watch } from './watch'

interface Fixtures {
  /** A page of somebody else, in a browser of their own: `await as('samal')`, `await as('guest')`. */
  as(person: CastName | Person | 'guest', options?: BrowserContextOptions): Promise<Page>
  /** Signs a person in without the pages for it, in the browser of `page` when none is given. */
  login(person: CastName | Person, page?: Page): Promise<void>
  /** What the app sent by mail. */
  mail: Mail
  /** The database of the running app. Prepare and look; the journey itself goes through pages. */
  db: typeof db
  /** Errors that the spec provokes: `test.use({ tolerated: [/the console's words/] })`. */
  tolerated: RegExp[]
  /** What `watch` told; the test fails when anything is left that is not tolerated. */
  problems: string[]
}

/** The test of all specs: Playwright's own with the people, the mail and the database of the app. */
export const test = base.extend<Fixtures>({
  tolerated: [[], { option: true }],
  problems: [
    async ({ tolerated }, use) => {
      const problems: string[] = []
      await use(problems)
      const unexpected = problems.filter((text) => !tolerated.some((known) => known.test(text)))
      expect(unexpected, 'errors in the browser').toEqual([])
    },
    { auto: true },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures here.
  baseURL: async ({}, use) => use(setting('PUBLIC_URL')),
  context: async ({ context, problems }, use) => {
    watch(context, setting('PUBLIC_URL'), (problem) => problems.push(problem))
    await use(context)
  },
  login: async ({ context }, use) => {
    await use((person, page) => signIn(person, page?.context() ?? context, setting('PUBLIC_URL')))
  },
  as: async ({ browser, contextOptions, baseURL, javaScriptEnabled, problems }, use) => {
    const contexts: BrowserContext[] = []
    await use(async (person, options) => {
      const usual = { ...contextOptions, baseURL, javaScriptEnabled, locale: 'ru-RU' }
      const context = await browser.newContext({ ...usual, serviceWorkers: 'block', ...options })
      contexts.push(context)
      watch(context, setting('PUBLIC_URL'), (problem) => problems.push(problem))
      if (person !== 'guest') await signIn(person, context, setting('PUBLIC_URL'))
      return context.newPage()
    })
    await Promise.all(contexts.map((context) => context.close()))
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  mail: async ({}, use) => use(mailbox(setting('MAILBOX_DIR'))),
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  db: async ({}, use) => use(db),
})

export { expect } from '@playwright/test'

/** A setting of the running app, as support/global-setup.ts received it. */
function setting(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set: start the specs with npm test -- e2e`)
  return value
}
