import { expect, test } from './support/fixtures'
import { fillIn } from './support/forms'
import { published } from './support/listings'
import { enrol, verified } from './support/people'
import { sendRequest } from './support/requests'

const ASK = 'Я женщина и прошу, чтобы были только женщины'
const OFFER = 'Если женщина попросит, возьму только женщин'
const SAID = 'просьба: только женщины'

test('a driver offers it, a woman asks for women only, both see it', async ({ page, as }) => {
  test.setTimeout(60_000)
  const author = await enrol(await verified())
  const id = await published(author, 'ride')
  const address = `/ru/uralsk/rides/${id}`
  await page.goto(`${address}/ask`)
  await expect(page.getByLabel('Сколько взрослых')).toBeVisible()
  await expect(page.getByLabel(ASK)).toHaveCount(0)

  const host = await as(author)
  await host.goto('/ru/my/rides/new')
  await expect(host.getByLabel(OFFER)).not.toBeChecked()
  await host.goto(`/ru/my/listings/${id}/edit`)
  await host.getByLabel(OFFER).check()
  await host.getByRole('button', { name: 'Отправить на проверку' }).click()
  await host.waitForURL(/\/my\/listings\/[\w-]+$/)
  const desk = await as('samal')
  await desk.goto(`/ru/staff/listings/${id}`)
  await expect(desk.getByText(OFFER)).toBeVisible()
  await desk.getByRole('button', { name: 'Опубликовать' }).click()
  await desk.waitForURL(/\?done=approve$/)

  await page.goto(address)
  await expect(page.getByText('если попросить, водитель возьмёт только женщин')).toBeVisible()
  await page.getByRole('link', { name: 'Попросить место' }).click()
  await page.getByLabel(ASK).check()
  await fillIn(page, { 'Как вас называть': 'Айгерим', 'Сколько взрослых': '0' })
  await page.getByRole('button', { name: 'Отправить запрос' }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await expect(page.getByLabel(ASK)).toBeChecked()
  await fillIn(page, { 'Сколько взрослых': '1' })
  await sendRequest(page)
  await expect(page.getByRole('main')).toContainText(SAID)
  await host.goto('/ru/my/requests')
  await expect(host.getByRole('main')).toContainText(SAID)
  await host.getByRole('link', { name: 'Айгерим' }).click()
  await expect(host.getByRole('main')).toContainText(SAID)
})

test('a home says it among whom it suits, and asks for it', async ({ page }) => {
  const author = await enrol(await verified())
  const id = await published(author, 'housing', { suits: ['children', 'womenOnRequest'] })
  await page.goto(`/ru/uralsk/housing/${id}`)
  await expect(page.getByText(/по просьбе только женщины/)).toBeVisible()
  await page.getByRole('link', { name: 'Попросить место' }).click()
  await page.getByLabel(ASK).check()
  await sendRequest(page)
  await expect(page.getByRole('main')).toContainText(SAID)
})
