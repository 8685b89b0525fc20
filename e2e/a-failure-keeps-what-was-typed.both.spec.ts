import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import pg from 'pg'
import { expect, test } from './support/fixtures'
import { type Answers, expectKept, expectRefused, fillIn, RIDE } from './support/forms'
import { introduce, newAddress, readDuties, signInByMail } from './support/journey'
import { launchApp } from './support/launch'
import { mailbox } from './support/mail'

const LOG = resolve(import.meta.dirname, '../test-results/app-embedded.log')
const BROKEN = { ru: 'Сломалось у нас', kk: 'Бізде ақау шықты', en: 'It broke on our side' }

test('when the database refuses, a form keeps what was typed and a page is complete', async ({
  browser,
  javaScriptEnabled,
}) => {
  test.setTimeout(120_000)
  const app = await launchApp()
  const { PUBLIC_URL: baseURL, DATABASE_URL, MAILBOX_DIR = '' } = app.settings
  const database = new pg.Client({ connectionString: DATABASE_URL })
  const context = await browser.newContext({ baseURL, javaScriptEnabled, locale: 'ru-RU' })
  try {
    await database.connect()
    const page = await context.newPage()
    const address = newAddress()
    await signInByMail(page, mailbox(MAILBOX_DIR), address)
    await introduce(page, 'Поездка', 'русский')
    await readDuties(page)
    const typed: Answers = { ...RIDE, 'Что ещё важно': 'Этот текст не должен пропасть.' }
    await fillIn(page, typed)

    await database.query('ALTER TABLE ride RENAME TO ride_away')
    await page.getByRole('button', { name: 'Отправить на проверку' }).click()
    await expectRefused(page, 'Сломалось у нас. То, что вы ввели, цело.')
    await expectKept(page, typed)
    const notice = await page.getByRole('main').getByRole('alert').textContent()
    const reference = /Код: ([0-9a-f]{8})/.exec(notice ?? '')?.[1] ?? 'no reference'
    const { rows } = await database.query('SELECT 1 FROM listing WHERE NOT sample')
    expect(rows).toEqual([])

    await test.step('a page says so in every language, with a reference', async () => {
      for (const [locale, title] of Object.entries(BROKEN)) {
        const answer = await page.goto(`/${locale}/uralsk/rides`)
        expect(answer?.status()).toBe(500)
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
        await expect(page.getByRole('main')).toContainText(/: [0-9a-f]{8}/)
        await expect(page.getByRole('main').getByRole('link')).toHaveAttribute('href', `/${locale}`)
        await expect(page.getByRole('banner')).toBeVisible()
      }
      const own = await page.goto('/ru/my')
      expect(own?.status()).toBe(500)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(BROKEN.ru)
    })

    await test.step('the log knows the reference and nothing personal', async () => {
      const log = readFileSync(LOG, 'utf8')
      expect(log).toContain(`"bug":"${reference}"`)
      for (const personal of [
        address,
        RIDE['Где встречаетесь'],
        RIDE['Номер машины'],
        'пропасть',
      ]) {
        expect(log).not.toContain(personal)
      }
    })

    await database.query('ALTER TABLE ride_away RENAME TO ride')
    await page.goto('/ru/my/rides/new')
    await fillIn(page, typed)
    await page.getByRole('button', { name: 'Отправить на проверку' }).click()
    await expect(page.getByRole('main')).toContainText('На проверке.')
  } finally {
    await context.close()
    await database.end()
    await app.stop()
  }
})
