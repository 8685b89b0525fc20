import type { Page } from '@playwright/test'
import { expect, test } from './support/fixtures'
import { expectError, fillIn } from './support/forms'
import { published } from './support/listings'
import { enrol, verified } from './support/people'
import { said, waited } from './support/reports'
import { sendRequest } from './support/requests'

const THANKS = 'Спасибо, записали'

test('two taps report something unsafe; a moderator is called and opens the copy', async ({
  page,
  as,
  context,
  mail,
  db,
}) => {
  const author = await enrol(await verified())
  const onDuty = await enrol({ ...(await verified()), role: 'moderator' })
  const id = await published(author, 'ride', { body: 'Еду до вокзала, помогу с сумками.' })

  await test.step('from the page of a ride, without an account or a cookie', async () => {
    await page.goto(`/ru/uralsk/rides/${id}`)
    await page.getByRole('link', { name: 'Что-то не так?' }).click()
    await expect(page.getByText('Сначала мы сохраним копию объявления.')).toBeVisible()
    await page.getByRole('button', { name: 'Опасно', exact: true }).click()
    await expectHeading(page, THANKS)
    await expect(page.getByText('Копия хранится до')).toBeVisible()
    expect(await context.cookies()).toEqual([])
  })

  await test.step('words may follow, but none that lead to a person', async () => {
    await fillIn(page, { 'Своими словами': 'Просит перевести на +7 701 123 45 67' })
    await page.getByRole('button', { name: 'Добавить' }).click()
    await expectError(page, 'Своими словами', 'Уберите телефоны, адреса, ссылки')
    await fillIn(page, { 'Своими словами': 'Просит деньги до встречи.' })
    await page.getByRole('button', { name: 'Добавить' }).click()
    await expect(page.getByText('Ваши слова дошли.')).toBeVisible()
    expect(await db.report.count({ where: { listingId: id } })).toBe(1)
  })

  await test.step('the moderator reads it first and closes it', async () => {
    const { text } = await mail.to(onDuty.email)
    expect(text).not.toMatch(/Еду|деньги|Уральск|Нурлан/)
    const path = /\/ru\/staff\/reports\/[0-9a-f-]{36}/.exec(text)?.[0] ?? ''
    const desk = await as(onDuty)
    await desk.goto('/ru/staff')
    const grave = desk.locator('.queue').first()
    await expect(grave.getByRole('heading')).toContainText('Сначала: жалобы')
    await grave.locator(`a[href="${path}"]`).click()
    const report = desk.getByRole('article')
    await expect(report).toContainText('Просит деньги до встречи.')
    await expect(report).toContainText('Еду до вокзала, помогу с сумками.')
    await expect(report).not.toContainText('000 AAA')
    await expect(report.locator(`a[href="/ru/staff/listings/${id}"]`)).toBeVisible()
    await expect(report.locator(`a[href="/ru/staff/people/${author.id}"]`)).toBeVisible()
    await desk.getByRole('button', { name: 'Разобрались' }).click()
    await desk.waitForURL(/\?done=dealt_with$/)
    await expect(desk.locator(`a[href="${path}"]`)).toHaveCount(0)
  })
})

test('what was written to each other is sealed first, and stays when it is erased', async ({
  page,
  as,
  db,
}) => {
  test.setTimeout(90_000)
  const author = await enrol(await verified())
  const id = await published(author, 'ride')
  await page.goto(`/ru/uralsk/rides/${id}/ask`)
  await fillIn(page, { Сообщение: 'Нас двое с сумкой.', 'Как вас называть': 'Ира' })
  await sendRequest(page)

  const host = await as(author)
  await host.goto('/ru/my/requests')
  await host.getByRole('link', { name: 'Ира' }).click()
  await host.getByRole('link', { name: 'Что-то не так?' }).click()
  await host.getByRole('button', { name: 'Похоже на обман' }).click()
  await expectHeading(host, THANKS)

  await page.getByRole('link', { name: 'Что-то не так?' }).click()
  await expect(page.getByText('даже если кто-то сотрёт написанное')).toBeVisible()
  await page.getByRole('button', { name: 'Опасно', exact: true }).click()
  await expectHeading(page, THANKS)
  await page.getByRole('link', { name: 'Назад к запросам' }).click()
  await page.getByRole('link', { name: 'Стереть написанное мной' }).click()
  await page.getByRole('button', { name: 'Стереть сейчас' }).click()

  const desk = await as('samal')
  const reports = await db.report.findMany({ where: { listingId: id }, select: { id: true } })
  expect(reports).toHaveLength(2)
  for (const report of reports) {
    await desk.goto('/ru/staff')
    await desk.locator(`a[href="/ru/staff/reports/${report.id}"]`).click()
    await expect(desk.getByRole('article')).toContainText('Нас двое с сумкой.')
  }
})

test('three visitors say the same and everyone sees it; one alone changes nothing', async ({
  page,
  as,
}) => {
  const author = await enrol(await verified())
  const centre = await published(author, 'centre', {
    title: 'Помощь у моста',
    city: 'astana',
  })
  const tell = `/ru/astana/centres/${centre}/tell`
  await said(centre, 'closed', 2)
  await waited(centre, 15, 120)
  const reader = await as('guest')
  await reader.goto(`/ru/astana/centres/${centre}`)
  await expect(reader.getByText('3 человека: закрыто')).toHaveCount(0)
  await expect(reader.getByText('Ждать около')).toHaveCount(0)

  for (const choice of ['До 1 ч', 'До 30 мин']) {
    await page.goto(tell)
    await page.getByRole('button', { name: choice }).click()
    await expectHeading(page, THANKS)
  }
  for (let taps = 0; taps < 2; taps += 1) {
    await page.goto(tell)
    await page.getByRole('button', { name: 'Закрыто' }).click()
    await expectHeading(page, THANKS)
  }
  await expect(page.getByRole('link', { name: 'Другие центры' })).toHaveAttribute(
    'href',
    '/ru/astana/centres',
  )

  await expect(async () => {
    await reader.goto(`/ru/astana/centres/${centre}`)
    await expect(reader.getByText('3 человека: закрыто')).toBeVisible({ timeout: 500 })
  }).toPass()
  await expect(reader.getByText('Ждать около 30 мин')).toBeVisible()
  await reader.goto('/ru/astana/centres')
  const card = reader
    .getByRole('listitem')
    .filter({ has: reader.locator(`a[href="/ru/astana/centres/${centre}"]`) })
  await expect(card).toContainText('3 человека: закрыто')
  await expect(card).toContainText('Ждать около 30 мин')

  await page.goto(tell)
  await page.getByRole('button', { name: 'Всё так' }).click()
  await expectHeading(page, THANKS)
  await expect(async () => {
    await reader.goto(`/ru/astana/centres/${centre}`)
    await expect(reader.getByText('3 человека: закрыто')).toHaveCount(0, { timeout: 500 })
  }).toPass()
})

async function expectHeading(page: Page, words: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words)
}
