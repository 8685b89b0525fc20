import type { BrowserContext, Locator, Page } from '@playwright/test'
import { askForPlaces } from '@/lib/asking/commands'
import { newToken } from '@/lib/private-links/tokens'
import { askSchema, signFormTime } from '@/lib/requests/schema'
import { expect } from './fixtures'

/** Asks for a place without the pages for it, behind a new link or the one of a token. */
export async function asked(
  listingId: string,
  change: Record<string, unknown> = {},
  token = newToken(),
): Promise<{ requestId: string; token: string }> {
  const now = new Date()
  const askedAt = signFormTime(new Date(now.getTime() - 60_000))
  const sent = { listingId, adults: '1', name: '', text: '', askedAt, token, ...change }
  const { requestId } = await askForPlaces(null, askSchema(now).parse(sent), 'ru', now)
  return { requestId, token }
}

/** Opens a private page in a browser, as the button of its link does. */
export async function openPage(context: BrowserContext, token: string): Promise<void> {
  const url = process.env.PUBLIC_URL
  await context.addCookies([{ name: 'qadam.request', value: token, url, httpOnly: true }])
}

/** From the page of a ride, full or not, to its form, as a newcomer goes. */
export async function openForm(page: Page, id: string): Promise<void> {
  await page.goto(`/ru/uralsk/rides/${id}`)
  const words = /^(?:Попросить место|Встать\sв\sочередь)$/
  await page.getByRole('link', { name: words }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words)
}

/** Sends the form of a request until it is old enough to come from a person, and was taken. */
export async function sendRequest(page: Page): Promise<void> {
  await sendUntil(page, () =>
    expect(page.getByRole('heading', { level: 1 })).toHaveText('Ваши запросы', { timeout: 1_000 }),
  )
}

/** Sends the form of a request until it is answered as expected. */
export async function sendUntil(page: Page, isAnswered: () => Promise<void>): Promise<void> {
  const send = page.getByRole('button', { name: 'Отправить запрос' })
  await expect(async () => {
    // A script may send the form a moment after the click: the page can already be another one.
    if (await send.isVisible()) await send.click({ timeout: 1_000 })
    await isAnswered()
  }).toPass()
}

/** Where the one request of a page stands, in large words. */
export function standing(page: Page): Locator {
  return page.locator('.answer .fig > b')
}
