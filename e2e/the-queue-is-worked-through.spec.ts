import type { Page } from '@playwright/test'
import { type DeskApp, launchDesk } from './support/desk'
import { expect, test } from './support/fixtures'

const HELD = 'Публикуем'
let desk: DeskApp

// The desk is a site of its own, at an address of its own.
test.use({ tolerated: [/^request to another host: http:\/\/127\.0\.0\.1:\d+\//] })
test.describe.configure({ mode: 'serial', timeout: 120_000 })
test.beforeAll(async () => {
  desk = await launchDesk()
})
test.afterAll(() => desk.stop())

const waiting = async () => {
  const { rows } = await desk.sql.query(`
    SELECT count(*)::int AS n FROM listing WHERE status = 'pending'
      AND NOT EXISTS (SELECT FROM held_decision WHERE listing_id = listing.id)`)
  return rows[0].n as number
}

/** The case on the screen. */
const caseOf = (page: Page) => /listings\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? ''

for (const javaScriptEnabled of [true, false]) {
  test.describe(`with scripts ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled })

    test('a decision is taken back before anyone is told', async ({ page, context }) => {
      await desk.fill(3)
      await desk.enter(context, 'samal')
      await page.goto(`${desk.url}/ru/staff`)
      await page.getByRole('button', { name: 'Разбирать по порядку' }).click()
      await page.waitForURL(/listings\/.*onward=1/)
      const approve = page.getByRole('button', { name: 'Опубликовать' })
      while ((await approve.count()) === 0) {
        const before = page.url()
        await page.getByRole('button', { name: 'Дальше, не решая' }).click()
        await page.waitForURL((url) => url.href !== before)
      }
      const id = caseOf(page)
      await approve.click()
      await expect(page.getByText(HELD).first()).toBeVisible()
      expect(caseOf(page)).not.toBe(id)
      await page.getByRole('button', { name: 'Отменить' }).first().click()
      await expect(page.getByText('Решение отменено.')).toBeVisible()
      const { rows } = await desk.sql.query(
        `SELECT status, (SELECT count(*)::int FROM decision WHERE listing_id = $1) AS decisions
        FROM listing WHERE id = $1`,
        [id],
      )
      expect(rows).toEqual([{ status: 'pending', decisions: 0 }])
    })

    test('what one has in hand a colleague does not decide', async ({ page, context, browser }) => {
      await desk.fill(2)
      await desk.enter(context, 'samal')
      await page.goto(`${desk.url}/ru/staff`)
      await page.getByRole('button', { name: 'Разбирать по порядку' }).click()
      await page.waitForURL(/onward=1/)
      const other = await browser.newContext({ javaScriptEnabled })
      await desk.enter(other, 'erzhan')
      const colleague = await other.newPage()
      await colleague.goto(`${desk.url}/ru/staff`)
      await expect(colleague.getByText('смотрит Самал').first()).toBeVisible()
      await colleague.getByRole('button', { name: 'Разбирать по порядку' }).click()
      await colleague.waitForURL(/onward=1/)
      expect(caseOf(colleague)).not.toBe(caseOf(page))
      await other.close()
    })
  })
}

test('fifty are cleared by keys, one press each, and then happen', async ({ page, context }) => {
  await desk.sql.query('DELETE FROM listing_claim')
  await desk.fill(50)
  await desk.enter(context, 'samal')
  await page.goto(`${desk.url}/ru/staff`)
  const before = await waiting()
  let presses = 0
  const press = async (key: string) => {
    const url = page.url()
    presses += 1
    await page.keyboard.press(key)
    // A quick hand does not wait until all scripts have come.
    await page.waitForURL((now) => now.href !== url, { waitUntil: 'domcontentloaded' })
  }
  await press('j')
  let published = 0
  while (published < 50) {
    if ((await page.getByRole('button', { name: 'Опубликовать' }).count()) === 0) await press('j')
    else {
      await press('a')
      published += 1
    }
  }
  expect(await waiting()).toBe(before - 50)
  expect(presses).toBeLessThanOrEqual(100)

  await desk.sql.query(`
    UPDATE held_decision SET held_at = now() - interval '1 minute', due_at = now()`)
  await desk.sql.query(`UPDATE jobs.job SET start_after = now() WHERE name = 'held-decision'`)
  const done = async () => (await desk.sql.query('SELECT FROM held_decision')).rowCount
  await expect.poll(done, { timeout: 60_000 }).toBe(0)
  const { rowCount } = await desk.sql.query(
    `SELECT FROM decision WHERE action = 'approve' AND created_at > now() - interval '5 minutes'`,
  )
  expect(rowCount).toBeGreaterThanOrEqual(50)
})

test('Z takes back, E goes to the reason, and letters in a field are letters', async ({
  page,
  context,
}) => {
  await desk.sql.query('DELETE FROM listing_claim')
  await desk.fill(2)
  await desk.enter(context, 'erzhan')
  await page.goto(`${desk.url}/ru/staff`)
  // The key of J on a Russian keyboard, which the tool cannot press.
  await page.evaluate(() =>
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'о', bubbles: true })),
  )
  await page.waitForURL(/onward=1/)
  await page.keyboard.press('e')
  await expect(page.getByLabel('Причина')).toBeFocused()
  const note = page.getByLabel(/^Своими словами/)
  await note.pressSequentially('jaz')
  await expect(note).toHaveValue('jaz')
  await note.blur()
  while ((await page.getByRole('button', { name: 'Опубликовать' }).count()) === 0) {
    const url = page.url()
    await page.keyboard.press('j')
    await page.waitForURL((now) => now.href !== url)
  }
  await page.keyboard.press('a')
  await expect(page.getByText(HELD).first()).toBeVisible()
  await page.keyboard.press('z')
  await expect(page.getByText('Решение отменено.')).toBeVisible()
})
