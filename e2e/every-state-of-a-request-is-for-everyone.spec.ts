import { LOCALES } from '@/lib/i18n/locales'
import { expect, test } from './support/fixtures'
import { published } from './support/listings'
import { axe } from './support/look'
import { enrol, verified } from './support/people'
import { privateStates } from './support/private-states'
import { asked, openPage } from './support/requests'
import { words } from './support/words'

test.use({ viewport: { width: 360, height: 800 } })
test.describe.configure({ timeout: 300_000 })

for (const locale of LOCALES) {
  test(`a request breaks no rule of accessibility, however it stands, in ${locale}`, async ({
    page,
    login,
  }) => {
    const { token, author, pages, ofHost } = await privateStates()
    await openPage(page.context(), token)
    await login(author)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      for (const path of [...pages, ...ofHost]) {
        await page.goto(`/${locale}${path}`)
        await axe(page)
      }
    }
  })

  test(`nor do its forms with everything left to fix, in ${locale}`, async ({ page }) => {
    const { requests } = words(locale)
    const ride = await published(await enrol(await verified()), 'ride')
    const { token, requestId } = await asked(ride)
    const fixed = async (path: string, button: string) => {
      await page.goto(`/${locale}${path}`)
      await page.getByRole('main').getByRole('button', { name: button }).first().click()
      await expect(page.getByRole('main').getByRole('alert')).toBeVisible()
      await axe(page)
    }
    await fixed(`/uralsk/rides/${ride}/ask`, requests.ask.send)
    await fixed('/request', requests.closed.enter)
    await openPage(page.context(), token)
    await fixed(`/request/write/${requestId}`, requests.write.send)
    await page.goto(`/${locale}/request/code`)
    await page.getByRole('button', { name: requests.code.show }).click()
    await expect(page.getByRole('status')).toContainText(/\d{3}\s\d{3}\s\d{3}/)
    await axe(page)
  })
}
