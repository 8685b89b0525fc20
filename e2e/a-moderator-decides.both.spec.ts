import type { Page } from '@playwright/test'
import { publicHour } from '@/lib/rides/rules'
import { day } from '@/lib/testing/homes'
import { expect, test } from './support/fixtures'
import { expectError, expectRefused } from './support/forms'
import { offered, published } from './support/listings'
import { enrol, verified } from './support/people'

const DECIDED = 'Это уже решил другой модератор.'

test('of two moderators at once one succeeds and the other is told', async ({ as, db }) => {
  const id = await offered(await enrol(await verified()), 'ride')
  const first = await as('samal')
  const second = await as('erzhan')
  for (const desk of [first, second]) await desk.goto(`/ru/staff/listings/${id}`)

  await second.getByLabel('Причина').selectOption('unclear')
  await second.getByLabel(/^Своими словами/).fill('Не понимаю, откуда.')
  await Promise.all([
    first.getByRole('button', { name: 'Опубликовать' }).click(),
    second.getByRole('button', { name: 'Попросить изменить' }).click(),
  ])
  const told = async () =>
    (await first.getByText(DECIDED).count()) + (await second.getByText(DECIDED).count())
  await expect.poll(told).toBe(1)
  expect(await db.decision.count({ where: { listingId: id } })).toBe(1)
})

test('who decides on what is already decided keeps the words that were written', async ({ as }) => {
  const id = await offered(await enrol(await verified()), 'ride')
  const first = await as('samal')
  const second = await as('erzhan')
  for (const desk of [first, second]) await desk.goto(`/ru/staff/listings/${id}`)
  await first.getByRole('button', { name: 'Опубликовать' }).click()
  await first.waitForURL(/\?done=approve$/)

  await second.getByLabel('Причина').selectOption('prepayment')
  await second.getByLabel(/^Своими словами/).fill('Нельзя просить вперёд.')
  await second.getByRole('button', { name: 'Отклонить' }).click()
  await expectRefused(second, DECIDED)
  await expect(second.getByLabel(/^Своими словами/)).toHaveValue('Нельзя просить вперёд.')
})

test('nobody is offered a decision on their own listing', async ({ page, login, as }) => {
  const staff = await enrol({ ...(await verified()), role: 'moderator' })
  await login(staff)
  const id = await offered(staff, 'ride')
  await page.goto(`/ru/staff/listings/${id}`)
  await expect(page.getByRole('main')).toContainText('О своём объявлении решает другой модератор.')
  await expect(page.getByRole('button', { name: 'Опубликовать' })).toHaveCount(0)

  const other = await as('samal')
  await other.goto(`/ru/staff/listings/${id}`)
  await expect(other.getByRole('button', { name: 'Опубликовать' })).toBeVisible()
})

test('a rejection needs a reason; the words already written stay', async ({ page, login, db }) => {
  await login('samal')
  const id = await offered(await enrol(), 'ride')
  await page.goto(`/ru/staff/listings/${id}`)
  await page.getByLabel(/^Своими словами/).fill('Так нельзя.')
  await page.getByRole('button', { name: 'Отклонить' }).click()
  await expectError(page, 'Причина', 'Выберите причину.')
  await expect(page.getByLabel(/^Своими словами/)).toHaveValue('Так нельзя.')
  expect(await db.listing.findUnique({ where: { id } })).toMatchObject({ status: 'pending' })
})

test('an author whom nobody verified is verified before anything is published', async ({
  page,
  login,
}) => {
  await login('samal')
  const id = await offered(await enrol(), 'centre')
  await page.goto(`/ru/staff/listings/${id}`)
  await expect(page.getByRole('main')).toContainText('Автора ещё никто не проверил.')
  await expect(page.getByRole('button', { name: 'Записать проверку' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Опубликовать' })).toHaveCount(0)
})

test('taking down removes it at once and tells the author why', async ({
  page,
  login,
  as,
  mail,
}) => {
  await login('samal')
  const author = await enrol(await verified())
  const id = await published(author, 'housing')
  await page.goto(`/ru/staff/listings/${id}`)
  await page.getByLabel('Причина').selectOption('reported_unsafe')
  await page.getByRole('button', { name: 'Снять' }).click()
  await page.waitForURL(/\?done=take_down$/)

  const newcomer = await as('guest')
  expect((await newcomer.goto(`/ru/uralsk/housing/${id}`))?.status()).toBe(404)
  const told = await mail.to(author.email)
  expect(told.text).toContain('На объявление пожаловались, и модератор снял его.')
  const own = await as(author)
  await own.goto(`/ru/my/listings/${id}`)
  await expect(own.getByRole('main')).toContainText('Снято модератором.')
  await expect(own.getByRole('link', { name: 'Опубликовать ещё раз' })).toHaveCount(0)
})

test('the queue begins with the soonest departure, then the oldest', async ({
  page,
  login,
  db,
}) => {
  await login('samal')
  const author = await enrol()
  const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000)
  const later = await offered(author, 'ride')
  const old = await offered(author, 'housing', { firstNight: day(3), lastNight: day(4) })
  const soon = await offered(author, 'ride')
  const sooner = await offered(author, 'ride')
  const leaves = async (listingId: string, hours: number) => {
    const departsAt = publicHour(hoursAgo(-hours))
    await db.ride.update({ where: { listingId }, data: { departsAt } })
  }
  await leaves(soon, 7)
  await leaves(sooner, 2)
  await db.listing.update({ where: { id: old }, data: { submittedAt: hoursAgo(2) } })
  await db.listing.update({ where: { id: later }, data: { submittedAt: hoursAgo(1) } })
  await db.listing.update({ where: { id: soon }, data: { submittedAt: hoursAgo(3) } })

  await page.goto('/ru/staff')
  const mine = [sooner, soon, old, later]
  expect((await waiting(page)).filter((id) => mine.includes(id))).toEqual(mine)
})

/** The listings that wait, as they stand in the queue. */
async function waiting(page: Page): Promise<string[]> {
  const links = await page.locator('.queue li a').all()
  const paths = await Promise.all(links.map((link) => link.getAttribute('href')))
  return paths.map((path) => path?.split('/').at(-1) ?? '')
}
