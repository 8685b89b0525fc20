import type { Page } from '@playwright/test'
import { askWhatFades } from '@/lib/truth/commands'
import { expect, test } from './support/fixtures'
import { published } from './support/listings'
import { enrol, verified } from './support/people'

const HOUR_MS = 3_600_000
const hoursAgo = (hours: number) => new Date(Date.now() - hours * HOUR_MS)

/** The three links of a mail: true, full, pause. */
function linksIn(text: string): string[] {
  const links = text.match(/http\S+\/true\/\S+/g) ?? []
  expect(links).toHaveLength(3)
  return links
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
  const [confirm = '', full = '', paused = ''] = linksIn(text)

  // As a mail scanner does: looking changes nothing.
  for (const link of [confirm, full, paused]) {
    await page.goto(link)
    await expectHeading(page, 'Это ещё верно?')
    await expect(page.getByRole('main').getByRole('button')).toHaveCount(1)
  }
  expect(await db.listing.findUnique({ where: { id } })).toMatchObject({
    confirmedAt,
    full: false,
    paused: false,
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

  await other.getByRole('button', { name: 'Pause it' }).click()
  await expectHeading(other, 'This link does not work')
  expect(await db.listing.findUnique({ where: { id } })).toMatchObject({ paused: false })
})
