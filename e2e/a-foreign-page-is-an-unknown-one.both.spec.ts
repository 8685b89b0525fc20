import { randomUUID } from 'node:crypto'
import type { BrowserContext, Page } from '@playwright/test'
import { newToken } from '@/lib/private-links/tokens'
import { expect, test } from './support/fixtures'
import { fillIn } from './support/forms'
import { published } from './support/listings'
import { enrol, verified } from './support/people'
import { asked, openPage, standing } from './support/requests'

const HALF_AN_HOUR = 30 * 60
const ride = async () => published(await enrol(await verified()), 'ride')

test('the page of somebody else’s request is no page', async ({ page, context }) => {
  const theirs = await asked(await ride(), { text: 'Нас двое' })
  await openPage(context, (await asked(await ride())).token)
  for (const deed of ['write', 'cancel', 'wrong']) {
    const pages = []
    for (const id of [theirs.requestId, randomUUID()]) {
      const answer = await page.goto(`/ru/request/${deed}/${id}`)
      expect(answer?.status(), deed).toBe(404)
      pages.push(await page.getByRole('main').innerHTML())
    }
    expect(new Set(pages).size, deed).toBe(1)
  }
})

test('a cookie that opens nothing shows the one closed page', async ({ page, context, as }) => {
  const { token } = await asked(await ride())
  await openPage(context, token)
  await page.goto('/ru/request/erase')
  await page.getByRole('button', { name: 'Стереть сейчас' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Здесь ничего не открыто')
  const closed = async (path: string, cookie?: string) => {
    const phone = await as('guest')
    if (cookie) await openPage(phone.context(), cookie)
    await phone.goto(path)
    return phone.getByRole('main').innerHTML()
  }
  const nothing = await closed('/ru/request')
  for (const cookie of [token, newToken(), 'x', `${token}x`]) {
    expect(await closed('/ru/request', cookie), cookie).toBe(nothing)
    expect(await closed(`/ru/request/write/${randomUUID()}`, cookie)).toBe(nothing)
  }
})

test('a page closes after half an hour without a deed', async ({ page, context }) => {
  const { token, requestId } = await asked(await ride())
  await page.goto(`/ru/request/${token}`)
  await page.getByRole('main').getByRole('button').click()
  await expect(standing(page)).toHaveText('Ждёт ответа')
  expect(await secondsLeft(context)).toBeGreaterThan(HALF_AN_HOUR - 60)
  expect(await secondsLeft(context)).toBeLessThanOrEqual(HALF_AN_HOUR)

  await shorten(context)
  await page.goto('/ru/request')
  await page.goto(`/ru/request/cancel/${requestId}`)
  expect(await secondsLeft(context), 'looking is no deed').toBeLessThanOrEqual(300)
  await write(page, requestId)
  expect(await secondsLeft(context), 'writing is one').toBeGreaterThan(HALF_AN_HOUR - 60)

  await context.clearCookies()
  await page.goto('/ru/request')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Здесь ничего не открыто')
})

async function write(page: Page, id: string): Promise<void> {
  await page.goto(`/ru/request/write/${id}`)
  await fillIn(page, { 'Что написать': 'Мы на посту.' })
  await page.getByRole('button', { name: 'Отправить' }).click()
  await expect(page.getByText('Мы на посту.')).toBeVisible()
}

async function cookie(context: BrowserContext) {
  const found = (await context.cookies()).find(({ name }) => name === 'qadam.request')
  if (!found) throw new Error('no page is open')
  return found
}

async function secondsLeft(context: BrowserContext): Promise<number> {
  return (await cookie(context)).expires - Date.now() / 1_000
}

/** As if 25 minutes had passed. */
async function shorten(context: BrowserContext): Promise<void> {
  const expires = Date.now() / 1_000 + 300
  await context.addCookies([{ ...(await cookie(context)), expires }])
}
