import { randomBytes } from 'node:crypto'
import { expect, type Page } from '@playwright/test'
import type { Mail } from './mail'
import { words } from './words'

/** An address that no other test uses. */
export function newAddress(): string {
  return `${randomBytes(6).toString('hex')}@example.org`
}

/** The code in a sign-in mail. */
export function codeIn(text: string): string {
  const code = /\b\d{6}\b/.exec(text)?.[0]
  if (!code) throw new Error('There is no code in this mail')
  return code
}

/** The address of the page that a sign-in mail leads to. */
export function linkIn(text: string): string {
  const link = /http\S+\/sign-in\/link\?token=\S+/.exec(text)?.[0]
  if (!link) throw new Error('There is no link in this mail')
  return link
}

/** Asks on the Russian page for a mail and answers what it says, once it has arrived. */
export async function askForMail(page: Page, mail: Mail, address: string): Promise<string> {
  const before = mail.all(address).length
  await page.goto('/ru/sign-in')
  await page.getByLabel('Почта').fill(address)
  await page.getByRole('button', { name: 'Прислать код' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Введите код из письма')
  return (await mail.to(address, before + 1)).text
}

/** Types a code into the page that asks for it. */
export async function enterCode(page: Page, code: string): Promise<void> {
  await page.getByLabel('Код, шесть цифр').fill(code)
  await page.getByRole('button', { name: 'Войти' }).click()
}

/** Signs in on the Russian pages with the code of the mail that really arrives. */
export async function signInByMail(page: Page, mail: Mail, address: string): Promise<void> {
  await enterCode(page, codeIn(await askForMail(page, mail, address)))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Мои объявления')
}

/** What a volunteer who is called nothing yet says before the first listing of a kind. */
export async function introduce(page: Page, kind: string, mailLanguage: string): Promise<void> {
  const main = page.getByRole('main')
  await main.getByRole('link', { name: 'Добавить первое' }).click()
  await main.getByRole('link', { name: new RegExp(`^${kind}`) }).click()
  await page.getByLabel('Имя для всех').fill('Ляззат')
  await page.getByRole('radio', { name: mailLanguage }).check()
  await page.getByRole('button', { name: 'Сохранить' }).click()
}

/** Reads the duties of a driver or host and says so. */
export async function readDuties(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Что говорит закон')
  await expect(page.getByText('Источники:').first()).toBeVisible()
  await page.getByRole('checkbox').check()
  await page.getByRole('button', { name: 'Продолжить' }).click()
}

/** Sends the form for review and answers the id of the listing that now waits. */
export async function sendForReview(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Отправить на проверку' }).click()
  await page.waitForURL(/\/my\/listings\/[0-9a-f-]+$/)
  await expect(page.getByRole('main')).toContainText('На проверке.')
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}

/**
 * A moderator opens what waits from the queue, records how they know the author and publishes; with
 * a second one where two have to agree.
 */
export async function verifyAndPublish(staff: Page, id: string, second?: Page): Promise<void> {
  await staff.goto('/ru/staff')
  await staff.locator(`a[href="/ru/staff/listings/${id}"]`).click()
  await staff.getByRole('radio', { name: 'Знаком лично' }).check()
  await staff.getByRole('button', { name: 'Записать проверку' }).click()
  await expect(staff.getByText('Автора ещё никто не проверил')).toHaveCount(0)
  if (second) {
    await staff.getByRole('button', { name: 'Согласен, нужен второй' }).click()
    await staff.waitForURL(/\/staff\?done=endorse$/)
    await second.goto(`/ru/staff/listings/${id}`)
    await expect(second.getByRole('main')).toContainText('Согласие дали: Самал.')
  }
  const last = second ?? staff
  await last.getByRole('button', { name: 'Опубликовать' }).click()
  await last.waitForURL(/\/staff\?done=approve$/)
}

/** The author takes the listing back, from its own page. */
export async function withdraw(page: Page, id: string): Promise<void> {
  await page.goto(`/ru/my/listings/${id}`)
  await page.getByRole('link', { name: 'Снять' }).click()
  await page.getByRole('button', { name: 'Снять' }).click()
  await expect(page.getByRole('main')).toContainText('Вы сняли.')
}

/** Expects the complete page in Kazakh that says there is no such page. */
export async function expectGone(page: Page, path: string): Promise<void> {
  const answer = await page.goto(path)
  expect(answer?.status(), path).toBe(404)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    words('kk').errors.page.missing.title,
  )
  await expect(page.getByRole('main').getByRole('link')).toHaveAttribute('href', '/kk')
}
