import type { Page } from '@playwright/test'
import { LOCALES } from '@/lib/i18n/locales'
import { expect, test } from './support/fixtures'
import { axe } from './support/look'
import {
  newcomerPages,
  privatePages,
  SIGN_IN_PAGES,
  staffPages,
  volunteerPages,
} from './support/pages'
import { ready } from './support/people'
import { openPage } from './support/requests'
import { words } from './support/words'

test.use({ viewport: { width: 360, height: 800 } })
test.describe.configure({ timeout: 600_000 })

for (const locale of LOCALES) {
  test(`newcomers' pages break no rule of accessibility in ${locale}`, async ({ page }) => {
    for (const path of [...(await newcomerPages()), ...SIGN_IN_PAGES]) {
      await page.goto(`/${locale}${path}`)
      await axe(page)
      await expectFits(page)
      expect(await smallTargets(page), page.url()).toEqual([])
    }
  })

  test(`private pages break none in ${locale}`, async ({ page }) => {
    const { token, pages } = await privatePages()
    for (const path of ['/request', ...pages]) {
      await page.goto(`/${locale}${path}`)
      await axe(page)
      await expectFits(page)
      expect(await smallTargets(page), page.url()).toEqual([])
      await openPage(page.context(), token)
    }
  })

  test(`volunteers' pages break none in ${locale}`, async ({ page, login }) => {
    const { author, pages } = await volunteerPages()
    await login(author)
    for (const path of pages) {
      await page.goto(`/${locale}${path}`)
      await axe(page)
      await expectFits(page)
      expect(await smallTargets(page), page.url()).toEqual([])
    }
  })

  test(`the staff's pages break none in ${locale}`, async ({ page, login }) => {
    await login('dana')
    for (const path of await staffPages()) {
      await page.goto(`/${locale}${path}`)
      await axe(page)
      await expectFits(page)
      expect(await smallTargets(page), page.url()).toEqual([])
    }
  })

  test(`forms with everything left to fix break none in ${locale}`, async ({ page, login }) => {
    const { signIn, form, moderation, duties } = words(locale)
    const waiting = (await staffPages()).find((path) => path.includes('/listings/'))
    await login('samal')
    const forms = [
      ['/sign-in', signIn.send],
      ['/my/centres/new', form.sendForReview],
      ['/my/rides/duties', duties.continue],
      [`${waiting}`, moderation.action.reject],
    ] as const
    for (const [path, button] of forms) {
      await page.goto(`/${locale}${path}`)
      await page.getByRole('button', { name: button }).click()
      await expect(page.getByRole('main').getByRole('alert')).toBeFocused()
      await axe(page)
      await expectFits(page)
    }
    await login(await ready())
    for (const kind of ['rides', 'housing']) {
      await page.goto(`/${locale}/my/${kind}/new`)
      await page.getByRole('button', { name: form.sendForReview }).click()
      await expect(page.getByRole('main').getByRole('alert')).toBeFocused()
      await axe(page)
      await expectFits(page)
    }
  })
}

test('letters of twice the size fit, on every page of newcomers', async ({ page }) => {
  // 200 % of 360 px leaves 180 px, as the zoom of a browser does.
  await page.setViewportSize({ width: 180, height: 400 })
  const { token, pages: ofOne } = await privatePages()
  await openPage(page.context(), token)
  const pages = [...(await newcomerPages()), ...ofOne]
  for (const locale of LOCALES) {
    for (const path of [...pages, ...SIGN_IN_PAGES]) {
      await page.goto(`/${locale}${path}`)
      await expectFits(page)
    }
  }
})

test('dark pages break no rule either', async ({ page, login }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  const { token, pages } = await privatePages()
  await openPage(page.context(), token)
  for (const path of [...(await newcomerPages()), ...pages]) {
    await page.goto(`/ru${path}`)
    await axe(page)
  }
  await login('dana')
  for (const path of await staffPages()) {
    await page.goto(`/ru${path}`)
    await axe(page)
  }
})

async function expectFits(page: Page): Promise<void> {
  const wider = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(wider, `${page.url()} is wider than the screen`).toBeLessThanOrEqual(0)
}

/** Links and buttons below 44 px that do not stand in running text, where a line has its height. */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const targets = [...document.querySelectorAll('a, button, summary, select, input')]
    return targets.flatMap((target) => {
      const row = target.closest('label') ?? target
      const { width, height } = row.getBoundingClientRect()
      const isSeen = width > 1 && height > 1 && getComputedStyle(target).position !== 'absolute'
      const isInText = getComputedStyle(target).display === 'inline'
      if (!isSeen || isInText || Math.min(width, height) >= 43.5) return []
      return [`${target.outerHTML.slice(0, 90)}: ${Math.round(width)} × ${Math.round(height)}`]
    })
  })
}
