import type { BrowserContext, Page } from '@playwright/test'
import { day } from '@/lib/testing/homes'
import { expect, test } from './support/fixtures'
import { expectKept, fillIn } from './support/forms'
import { published } from './support/listings'
import { enrol, verified } from './support/people'
import { sendUntil } from './support/requests'

const KEEP = 'Сохранить в телефоне'
const DROP = 'Убрать из телефона'
const NOTHING = { kept: [], workers: 0, memory: 0 }
const MADE = /Страница собрана\s\d+\s[а-я]+\sв\s\d\d:\d\d/

test.use({
  serviceWorkers: 'allow',
  // The browser itself says so of each page that it asks for in vain.
  tolerated: [/^console: Failed to load resource: net::ERR_INTERNET_DISCONNECTED/],
})

test('nothing is kept before somebody asks, and then only what was asked for', async ({ page }) => {
  const id = await published(await enrol(await verified()), 'housing')
  await page.goto(`/ru/uralsk/housing/${id}`)
  await expect(page.getByRole('button', { name: KEEP })).toHaveCount(0)
  await page.getByRole('main').getByRole('link', { name: KEEP }).click()
  await expect(page).toHaveURL(/\/ru\/keep$/)
  await expect(page.getByText('Телефон могут проверить.')).toBeVisible()
  expect(await onPhone(page)).toEqual(NOTHING)

  await keep(page, 'Уральск: главное на одной странице')
  await page.goto('/ru/request')
  await page.goto('/ru/uralsk/rides')
  const { kept, workers } = await onPhone(page)
  expect(kept).toEqual(['/enhance.js', '/ru/keep', '/ru/uralsk/pack'])
  expect(workers).toBe(1)
})

test('with the network cut what was kept opens and says how old it is', async ({
  page,
  context,
}) => {
  const author = await enrol(await verified())
  const id = await published(author, 'ride', { to: 'city-uralsk', day: day(1) })
  await page.goto('/ru/keep')
  await keep(page, 'Уральск: главное на одной странице')
  await keep(page, 'Первые шаги в Казахстане')
  await page.goto(`/ru/uralsk/rides/${id}`)
  await page.getByRole('button', { name: KEEP }).click()
  await expect(page.getByRole('button', { name: DROP })).toBeVisible()

  await cutNetwork(context)
  await page.goto('/ru/uralsk/pack')
  await expect(page.getByRole('main')).toContainText(MADE)
  for (const path of ['/ru/guide', '/ru/guide/iin', '/ru/crossings', `/ru/uralsk/rides/${id}`]) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 }), path).toBeVisible()
    await expect(page.getByRole('contentinfo'), path).toContainText(MADE)
    await expect(page.getByText('Это копия, сохранённая в телефоне'), path).toBeVisible()
  }

  await page.goto('/ru/almaty')
  await expect(page).toHaveURL(/\/ru\/keep$/)
  const list = page.locator('[data-on-phone]')
  await expect(list.getByRole('link', { name: 'Таскала → Уральск' })).toBeVisible()
  await expect(list.getByRole('listitem').filter({ hasText: 'Уральск: главное' })).toContainText(
    /\d+ [а-я]+ \d{4} г\. в \d\d:\d\d/,
  )
  await list.getByRole('link', { name: 'Таскала → Уральск' }).click()
  await expect(page).toHaveURL(new RegExp(id))
})

test('a request typed without a network waits on the phone and is sent when it is back', async ({
  page,
  context,
}) => {
  const id = await published(await enrol(await verified()), 'housing', { title: 'Комната у реки' })
  const typed = { Сообщение: 'Мы приедем вечером.', 'Как вас называть': 'Ая' }
  await page.goto('/ru/keep')
  await keep(page, 'Уральск: главное на одной странице')
  await page.goto(`/ru/uralsk/housing/${id}`)
  await page.getByRole('button', { name: KEEP }).click()
  await expect(page.getByRole('button', { name: DROP })).toBeVisible()

  await cutNetwork(context)
  await page.getByRole('link', { name: 'Попросить место' }).click()
  await fillIn(page, { 'Сколько взрослых': '2', ...typed })
  await page.getByRole('radio').last().check()
  await page.getByRole('button', { name: 'Отправить запрос' }).click()
  await expect(page.getByText('Он сохранён в телефоне.')).toBeVisible()
  await page.goto('/ru/keep')
  await page.getByRole('link', { name: 'Не отправлен запрос: Комната у реки' }).click()
  await expectKept(page, { 'Сколько взрослых': '2', ...typed })

  await mendNetwork(context)
  await page.goto('/ru/keep')
  await page.getByRole('link', { name: 'Не отправлен запрос: Комната у реки' }).click()
  await expect(page.locator('[data-found]')).toContainText('Этот запрос ещё не отправлен.')
  await expect(page.locator('[data-found]')).toBeVisible()
  await expectKept(page, { 'Сколько взрослых': '2', ...typed })
  await expect(page.getByRole('radio').last()).toBeChecked()
  await sendUntil(page, () => expect(page).toHaveURL(/\/ru\/request\b/, { timeout: 1_000 }))
  await expect(page.getByRole('main')).toContainText('Комната у реки')
  expect((await onPhone(page)).memory).toBe(0)
  await page.goto('/ru/keep')
  await expect(page.locator('[data-on-phone]')).toBeVisible()
  await expect(page.getByText('Не отправлен запрос')).toHaveCount(0)
})

test('a draft of an older form comes back into the new one, which says so', async ({
  page,
  context,
}) => {
  const id = await published(await enrol(await verified()), 'housing', { title: 'Комната у моста' })
  const path = `/ru/uralsk/housing/${id}/ask`
  await page.goto('/ru/keep')
  await keep(page, 'Уральск: главное на одной странице')
  await page.goto(path)
  await cutNetwork(context)
  await fillIn(page, { Сообщение: 'Мы приедем вечером.' })
  await page.getByRole('button', { name: 'Отправить запрос' }).click()
  await expect(page.getByText('Он сохранён в телефоне.')).toBeVisible()
  await page.evaluate(() => {
    const [name = ''] = Object.keys(localStorage)
    const { title, answers } = JSON.parse(localStorage.getItem(name) ?? '')
    const { name: _, ...rest } = answers
    localStorage.setItem(name, JSON.stringify({ title, form: '0', answers: rest }))
  })
  await mendNetwork(context)
  await page.goto('/ru/keep')
  await page.getByRole('link', { name: 'Не отправлен запрос: Комната у моста' }).click()
  await expect(page).toHaveURL(`${path}?form=0`)
  await expect(page.getByText('Форма изменилась с тех пор')).toBeVisible()
  await expectKept(page, { Сообщение: 'Мы приедем вечером.', 'Как вас называть': '' })
})

test('without having asked, a form sent in vain stays on its page and nowhere else', async ({
  page,
  context,
}) => {
  const id = await published(await enrol(await verified()), 'housing')
  await page.goto(`/ru/uralsk/housing/${id}/ask`)
  await fillIn(page, { Сообщение: 'Мы приедем вечером.' })
  await cutNetwork(context)
  await page.getByRole('button', { name: 'Отправить запрос' }).click()
  await expect(page.getByText('Не закрывайте страницу')).toBeVisible()
  await expectKept(page, { Сообщение: 'Мы приедем вечером.' })
  expect(await onPhone(page)).toEqual(NOTHING)
})

test('what is gone from the site goes from the phone', async ({ page, db }) => {
  const id = await published(await enrol(await verified()), 'centre')
  const path = `/ru/uralsk/centres/${id}`
  await page.goto('/ru/keep')
  await keep(page, 'Уральск: главное на одной странице')
  await page.goto(path)
  await page.getByRole('button', { name: KEEP }).click()
  await expect.poll(async () => (await onPhone(page)).kept).toContain(path)
  await db.listing.update({
    where: { id },
    data: { pausedUntil: new Date(Date.now() + 86_400_000) },
  })
  expect((await page.goto(path))?.status()).toBe(404)
  await expect.poll(async () => (await onPhone(page)).kept).not.toContain(path)
})

for (const way of ['Стереть всё из телефона', 'Уйти быстро']) {
  test(`«${way}» leaves nothing on the phone`, async ({ page }) => {
    await page.goto('/ru/keep')
    await keep(page, 'Уральск: главное на одной странице')
    await page.getByText(way, { exact: true }).click()
    await expect(page.getByRole('button', { name: DROP })).toHaveCount(0)
    // The page is being replaced.
    await expect(async () => expect(await onPhone(page)).toEqual(NOTHING)).toPass()
  })
}

test('leaving quickly forgets without a network too', async ({ page, context }) => {
  await page.goto('/ru/keep')
  await keep(page, 'Уральск: главное на одной странице')
  await cutNetwork(context)
  await page.getByRole('link', { name: 'Уйти быстро' }).click()
  await expect(page.getByRole('main')).toHaveCount(0)
  await mendNetwork(context)
  await page.goto('/ru/about')
  expect(await onPhone(page)).toEqual(NOTHING)
})

test('it can be put on the screen of the phone, from the page that says what that means', async ({
  page,
  request,
}) => {
  await page.goto('/kk/uralsk')
  await expect(page.locator('link[rel=manifest]')).toHaveCount(0)
  await page.goto('/kk/keep')
  const href = await page.locator('link[rel=manifest]').getAttribute('href')
  const manifest = await (await request.get(href ?? '')).json()
  expect(manifest).toMatchObject({ lang: 'kk', start_url: '/kk', display: 'standalone' })
  for (const { src, type } of manifest.icons) {
    const icon = await request.get(src)
    expect(icon.headers()['content-type'], src).toBe(type)
  }
})

/** No answer reaches page or worker. (`setOffline` alone gives the worker its line back later.) */
async function cutNetwork(context: BrowserContext): Promise<void> {
  await context.setOffline(true)
  await context.route(/./, (route) => route.abort('internetdisconnected'))
}

async function mendNetwork(context: BrowserContext): Promise<void> {
  await context.unrouteAll()
  await context.setOffline(false)
}

/** Presses the button beside a title and waits until it has worked. */
async function keep(page: Page, title: string): Promise<void> {
  const row = page.getByRole('listitem').filter({ hasText: title }).first()
  await row.getByRole('button', { name: 'Сохранить' }).click()
  await expect(row.getByRole('button', { name: DROP })).toBeVisible()
}

/** What this browser holds of us. */
function onPhone(page: Page) {
  return page.evaluate(async () => {
    const names = await caches.keys()
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))
    const workers = await navigator.serviceWorker.getRegistrations()
    return {
      kept: requests
        .flat()
        .map(({ url }) => new URL(url).pathname)
        .sort(),
      workers: workers.length,
      memory: localStorage.length,
    }
  })
}
