import type { Page } from '@playwright/test'
import { expect, test } from './support/fixtures'

const CALENDAR =
  /^(Январь|Февраль|Март|Апрель|Май|Июнь|Июль|Август|Сентябрь|Октябрь|Ноябрь|Декабрь) \d{4}$/

test('one tap leads from any page to a harmless one, and the browser forgets us', async ({
  page,
  context,
  baseURL,
  login,
}) => {
  await login('marta')
  await context.addCookies([{ name: 'qadam.request', value: 'a', url: baseURL ?? '' }])
  await page.goto('/ru/my')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Мои объявления')
  await leave(page)
  expect(await context.cookies()).toEqual([])
  await page.goto('/ru/my')
  await expect(page).toHaveURL(/\/ru\/sign-in/)
})

test('the link is on every kind of page', async ({ page, login }) => {
  for (const path of [
    '/ru',
    '/ru/uralsk/rides',
    '/ru/uralsk/pack',
    '/ru/plan',
    '/ru/keep',
    '/ru/guide/iin',
    '/ru/request',
    '/ru/nowhere',
    '/ru/sign-in',
  ]) {
    await page.goto(path)
    await leave(page)
  }
  await login('samal')
  await page.goto('/ru/staff')
  await leave(page)
})

test.describe('another site', () => {
  test.use({ tolerated: [/^request to another host: http:\/\/elsewhere/] })

  test('signs nobody out', async ({ page, context, login, baseURL }) => {
    await login('marta')
    await context.route('http://elsewhere.localhost/', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<a href="${baseURL}/ru/calendar">a</a>`,
      }),
    )
    await page.goto('http://elsewhere.localhost')
    await page.getByRole('link').click()
    await expect(page.getByRole('heading')).toHaveText(CALENDAR)
    await page.goto('/ru/my')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Мои объявления')
  })
})

async function leave(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Уйти быстро' }).click()
  await expect(page).toHaveURL(/\/ru\/calendar$/)
  await expect(page).toHaveTitle(CALENDAR)
  await expect(page.getByRole('heading')).toHaveText(CALENDAR)
  expect(await page.content()).not.toMatch(/qadam/i)
}
