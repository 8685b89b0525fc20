import type { Page } from '@playwright/test'
import { db } from '@/lib/db'
import { dateName } from '@/lib/i18n/moments'
import { day } from '@/lib/testing/homes'
import { askWhatFades } from '@/lib/truth/commands'
import { expect, test } from './support/fixtures'
import { expectError, expectKept } from './support/forms'
import { published } from './support/listings'
import { enrol, verified } from './support/people'

const HOUR_MS = 3_600_000
const hoursAgo = (hours: number) => new Date(Date.now() - hours * HOUR_MS)

/** The links of a mail: true, full, then one for each pause that ends before the listing does. */
function linksIn(text: string): string[] {
  return text.match(/http\S+\/true\/\S+/g) ?? []
}

async function expectHeading(page: Page, words: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words)
}

test('the mail before a listing fades is answered once, without signing in', async ({
  page,
  mail,
  db,
}) => {
  const author = await enrol(await verified())
  const id = await published(author, 'housing')
  const { confirmedAt } = await db.listing.update({
    where: { id },
    data: { confirmedAt: hoursAgo(55) },
  })
  await askWhatFades(new Date())
  const { subject, text } = await mail.to(author.email)
  expect(subject).toContain('ещё верно')
  expect(text).not.toMatch(/Комната|Уральск|Нурлан/)
  const links = linksIn(text)
  expect(links).toHaveLength(4)
  const [confirm = '', , paused = ''] = links

  // As a mail scanner does: looking changes nothing.
  for (const link of links) {
    await page.goto(link)
    await expectHeading(page, 'Это ещё верно?')
    await expect(page.getByRole('main').getByRole('button')).toHaveCount(1)
  }
  expect(await db.listing.findUnique({ where: { id } })).toMatchObject({
    confirmedAt,
    full: false,
    pausedUntil: null,
  })

  await page.goto(confirm)
  await expect(page.getByRole('main')).toContainText('Комната в квартире семьи')
  await page.getByRole('button', { name: 'Всё верно' }).click()
  await expectHeading(page, 'Спасибо, записали')
  const answered = await db.listing.findUniqueOrThrow({ where: { id } })
  expect(answered.confirmedAt.getTime()).toBeGreaterThan(Date.now() - HOUR_MS)

  // Used, one that was never used but is old, one that never was: the same answer.
  const answers = new Set<string>()
  for (const link of [confirm, paused, `${confirm.slice(0, -1)}!`, '/ru/true/unknown']) {
    await page.goto(link)
    await expectHeading(page, 'Эта ссылка не действует')
    answers.add(await page.getByRole('main').innerHTML())
  }
  expect(answers.size).toBe(1)
  expect(await db.listing.findUniqueOrThrow({ where: { id } })).toEqual(answered)
})

test('a page that was opened in time and answered too late says so and does nothing', async ({
  page,
  as,
  mail,
  db,
}) => {
  const author = await enrol({ ...(await verified()), locale: 'en' })
  const id = await published(author, 'ride')
  await db.listing.update({ where: { id }, data: { confirmedAt: hoursAgo(5) } })
  await askWhatFades(new Date())
  const [, full = '', paused = ''] = linksIn((await mail.to(author.email)).text)
  const other = await as('guest')
  await other.goto(paused)
  await page.goto(full)
  await page.getByRole('button', { name: 'Full' }).click()
  await expectHeading(page, 'Thank you, noted')
  expect(await db.listing.findUnique({ where: { id } })).toMatchObject({ full: true })

  await other.getByRole('button', { name: 'Pause until tomorrow morning' }).click()
  await expectHeading(other, 'This link does not work')
  expect(await db.listing.findUnique({ where: { id } })).toMatchObject({ pausedUntil: null })
})

/** Nobody waits for a morning in a test. */
async function endPause(id: string): Promise<void> {
  await db.listing.update({ where: { id }, data: { pausedUntil: new Date(Date.now() - 1_000) } })
}

test('a pause from the mail hides a listing, which comes back by itself', async ({
  page,
  as,
  mail,
  db,
}) => {
  const author = await enrol(await verified())
  const id = await published(author, 'ride')
  const { confirmedAt } = await db.listing.update({
    where: { id },
    data: { confirmedAt: hoursAgo(5) },
  })
  await askWhatFades(new Date())
  const { text } = await mail.to(author.email)
  expect(text).toContain('Пауза на неделю:')
  const links = linksIn(text)
  const week = links.at(-1) ?? ''
  const newcomer = await as('guest')
  const look = async () => (await newcomer.goto(`/ru/uralsk/rides/${id}`))?.status()
  expect(await look()).toBe(200)

  await page.goto(week)
  const until = new RegExp(`откроется само: ${dateName('ru', day(7))}, 08:00`)
  await expect(page.getByRole('main')).toContainText(until)
  await page.getByRole('button', { name: 'Пауза на неделю' }).click()
  await expectHeading(page, 'Спасибо, записали')
  await expect(page.getByRole('main')).toContainText(until)
  expect(await look()).toBe(404)
  const own = await as(author)
  await own.goto('/ru/my')
  await expect(own.getByRole('main')).toContainText(`Пауза до ${dateName('ru', day(7))}, 08:00`)

  await endPause(id)
  expect(await look()).toBe(200)
  expect(await db.listing.findUnique({ where: { id } })).toMatchObject({ confirmedAt })
  await own.reload()
  await expect(own.getByRole('main')).not.toContainText(`Пауза до ${dateName('ru', day(7))}`)
  await expect(own.getByRole('button', { name: 'Верно', exact: true })).toBeVisible()
  for (const link of links) {
    await page.goto(link)
    await expectHeading(page, 'Эта ссылка не действует')
  }
})

test('My listings pauses until one of the usual mornings, or a day of one’s own', async ({
  page,
  as,
  login,
  db,
}) => {
  const author = await enrol(await verified())
  await login(author)
  const id = await published(author, 'ride')
  const newcomer = await as('guest')
  const look = async () => (await newcomer.goto(`/ru/uralsk/rides/${id}`))?.status()
  await page.goto('/ru/my')
  await page.getByText('Пауза до…').click()
  await page.getByRole('button', { name: `${dateName('ru', day(3))}, 08:00` }).click()
  await expect(page.getByRole('main')).toContainText(`Пауза до ${dateName('ru', day(3))}, 08:00`)
  expect(await look()).toBe(404)
  await endPause(id)
  expect(await look()).toBe(200)

  await page.goto(`/ru/my/listings/${id}`)
  for (const [until, sentence] of [
    ['', 'Заполните это поле.'],
    [day(0), 'Это время уже прошло.'],
    [day(61), 'Можно не больше чем на 60 дней вперёд.'],
    [day(20), 'Объявление закончится раньше.'],
  ] as const) {
    await page.getByLabel('До какого дня').fill(until)
    await page.getByRole('button', { name: 'Поставить на паузу' }).click()
    await expectError(page, 'До какого дня', sentence)
    await expectKept(page, { 'До какого дня': until })
  }
  await page.getByLabel('До какого дня').fill(day(5))
  await page.getByRole('button', { name: 'Поставить на паузу' }).click()
  await expect(page.getByRole('main')).toContainText(`Пауза до ${dateName('ru', day(5))}, 08:00`)
  expect(await look()).toBe(404)
  await page.getByRole('button', { name: 'Снова открыть' }).click()
  await page.waitForURL('/ru/my')
  expect(await look()).toBe(200)
  expect(await db.listing.findUnique({ where: { id } })).toMatchObject({ pausedUntil: null })
})
