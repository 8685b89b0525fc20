import type { Page } from '@playwright/test'
import { readQr } from '@/lib/testing/qr'
import { expect, test } from './support/fixtures'
import { published } from './support/listings'
import { enrol, verified } from './support/people'
import { asked, openPage, standing } from './support/requests'

const OPEN = 'Открыть на другом телефоне'

test('another phone scans the page from the screen, in the dark too', async ({ page, as }) => {
  const { token } = await asked(await published(await enrol(await verified()), 'ride'))
  await openPage(page.context(), token)
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.goto('/ru/request')
  await page.getByRole('link', { name: OPEN }).click()
  const code = page.getByRole('img', { name: 'QR-код, который открывает ваши запросы' })
  await expect(code).toHaveCSS('background-color', 'rgb(255, 255, 255)')
  const box = await code.boundingBox()
  expect(box?.width).toBeGreaterThan(200)
  expect(box?.height).toBeCloseTo(box?.width ?? 0, 0)

  const link = await scanned(page)
  expect(link).toMatch(new RegExp(`^${process.env.PUBLIC_URL}/ru/request/[\\w-]{48}$`))
  expect(link).not.toContain(token)
  const phone = await as('guest')
  await phone.goto(link)
  await expect(standing(phone)).toHaveCount(0)
  await phone.getByRole('main').getByRole('button').click()
  await expect(standing(phone)).toHaveText('Ждёт ответа')
  await expect(phone.getByRole('main')).not.toContainText(link)

  await page.goto('/ru/request/erase')
  await page.getByRole('button', { name: 'Стереть сейчас' }).click()
  await expect(page.getByText('Здесь ничего не открыто')).toBeVisible()
  const late = await as('guest')
  for (const address of [link, link.replace(/.{48}$/, 'a'.repeat(48))]) {
    await late.goto(address)
    await late.getByRole('main').getByRole('button').click()
    await expect(late.getByRole('heading', { level: 1 })).toHaveText('Здесь ничего не открыто')
  }
})

test('who has only a code finds where to enter it from any page', async ({ page }) => {
  await page.goto('/ru/uralsk/rides')
  await page.getByRole('contentinfo').getByRole('link', { name: 'Мои запросы' }).click()
  await expect(page.getByLabel('Код с другого телефона')).toBeVisible()
})

/** What a camera reads on the page. */
async function scanned(page: Page): Promise<string> {
  return readQr(await page.locator('svg.qr').evaluate((svg) => svg.outerHTML))
}
