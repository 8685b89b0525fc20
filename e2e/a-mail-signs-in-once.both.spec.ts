import type { Page } from '@playwright/test'
import { hashEmail } from '@/lib/seal'
import { expect, test } from './support/fixtures'
import { expectRefused } from './support/forms'
import { askForMail, codeIn, enterCode, linkIn, newAddress, signInByMail } from './support/journey'
import { enrol } from './support/people'
import { words } from './support/words'

const NO_LONGER = 'Ссылка уже не действует. Попросите новое письмо.'
const WRONG_CODE =
  'Код не подошёл. Он действует 10 минут, попыток пять. Проверьте код или попросите новый.'

const title = (page: Page) => page.getByRole('heading', { level: 1 })

test('a mail scanner uses nothing up; the button of the link signs in once', async ({
  page,
  as,
  mail,
}) => {
  const link = linkIn(await askForMail(page, mail, newAddress()))
  for (const _scan of [1, 2, 3]) {
    expect((await page.request.get(link)).status()).toBe(200)
  }
  const another = await as('guest')
  await another.goto(link)
  await expect(title(another)).toHaveText('Вход по ссылке')
  await another.getByRole('button', { name: 'Войти' }).click()
  await expect(title(another)).toHaveText('Мои объявления')

  await page.goto(link)
  await page.getByRole('button', { name: 'Войти' }).click()
  await expectRefused(page, NO_LONGER)
  await page.goto('/ru/my')
  await expect(title(page)).toHaveText('Войти и помогать')
})

test('a made-up link is refused in words', async ({ page }) => {
  for (const token of ['', 'made-up', 'a'.repeat(100)]) {
    await page.goto(`/ru/sign-in/link?token=${token}`)
    await page.getByRole('button', { name: 'Войти' }).click()
    await expectRefused(page, NO_LONGER)
  }
})

test('after five wrong codes the right one is refused too', async ({ page, mail }) => {
  const code = codeIn(await askForMail(page, mail, newAddress()))
  for (const _try of [1, 2, 3, 4, 5]) {
    await enterCode(page, anotherThan(code))
    await expectRefused(page, WRONG_CODE)
  }
  await enterCode(page, code)
  await expectRefused(page, WRONG_CODE)
  await expect(page.getByLabel('Код, шесть цифр')).toHaveValue(code)
})

test('a code that is no code is told so, and spaces in one do not matter', async ({
  page,
  mail,
}) => {
  const code = codeIn(await askForMail(page, mail, newAddress()))
  await enterCode(page, '12 34')
  await expectRefused(page, 'В коде шесть цифр.')
  await enterCode(page, `${code.slice(0, 3)} ${code.slice(3)}`)
  await expect(title(page)).toHaveText('Мои объявления')
})

test('a code works once', async ({ page, context, mail }) => {
  const code = codeIn(await askForMail(page, mail, newAddress()))
  const asked = await context.cookies()
  await enterCode(page, code)
  await expect(title(page)).toHaveText('Мои объявления')

  await context.clearCookies()
  await context.addCookies(asked)
  await page.goto('/ru/sign-in/code')
  await enterCode(page, code)
  await expectRefused(page, WRONG_CODE)
})

test('a code and its link end after ten minutes', async ({ page, mail, db }) => {
  const address = newAddress()
  const text = await askForMail(page, mail, address)
  const open = await db.signInCode.findUniqueOrThrow({ where: { emailHash: hashEmail(address) } })
  const minutesLeft = (open.expiresAt.getTime() - Date.now()) / 60_000
  expect(minutesLeft).toBeGreaterThan(9)
  expect(minutesLeft).toBeLessThanOrEqual(10)

  await db.signInCode.update({
    where: { emailHash: hashEmail(address) },
    data: { expiresAt: new Date(Date.now() - 1000) },
  })
  await enterCode(page, codeIn(text))
  await expectRefused(page, WRONG_CODE)
  await page.goto(linkIn(text))
  await page.getByRole('button', { name: 'Войти' }).click()
  await expectRefused(page, NO_LONGER)
})

test('a fourth mail within an hour is refused, with the minutes to wait', async ({
  page,
  mail,
}) => {
  const address = newAddress()
  for (const _mail of [1, 2, 3]) await askForMail(page, mail, address)
  await page.goto('/ru/sign-in')
  await page.getByLabel('Почта').fill(address)
  await page.getByRole('button', { name: 'Прислать код' }).click()
  await expectRefused(page, /На этот адрес уже ушло три письма\. Подождите (60|59)\sмин\./)
  await expect(page.getByLabel('Почта')).toHaveValue(address)
  expect(mail.all(address)).toHaveLength(3)
})

test('ten wrong codes within a day close the door, whatever comes after', async ({
  page,
  mail,
}) => {
  test.setTimeout(60_000)
  const address = newAddress()
  for (const _mail of [1, 2]) {
    const code = codeIn(await askForMail(page, mail, address))
    for (const _try of [1, 2, 3, 4, 5]) {
      await enterCode(page, anotherThan(code))
      await expectRefused(page, WRONG_CODE)
    }
  }
  await enterCode(page, codeIn(await askForMail(page, mail, address)))
  await expectRefused(page, 'Слишком много неверных кодов за день.')
})

test('the answer does not tell whether an account exists', async ({ page, as, mail }) => {
  const known = (await enrol()).email
  const unknown = newAddress()
  const other = await as('guest')
  const [toKnown, toUnknown] = [
    await askForMail(page, mail, known),
    await askForMail(other, mail, unknown),
  ]
  expect(await page.getByRole('main').textContent()).toBe(
    await other.getByRole('main').textContent(),
  )
  expect(page.url()).toBe(other.url())
  expect(withoutSecrets(toKnown)).toBe(withoutSecrets(toUnknown))
})

test('what is not an address comes back with a sentence', async ({ page }) => {
  await page.goto('/kk/sign-in')
  await page.getByRole('textbox').fill('marta at example')
  await page.getByRole('button', { name: words('kk').signIn.send }).click()
  await expectRefused(page, 'marta@example.org')
  await expect(page.getByRole('textbox')).toHaveValue('marta at example')
})

test('after signing in one is where one wanted to be, and never elsewhere', async ({
  page,
  as,
  mail,
}) => {
  await page.goto('/ru/my/new')
  await expect(title(page)).toHaveText('Войти и помогать')
  const address = newAddress()
  await page.getByLabel('Почта').fill(address)
  await page.getByRole('button', { name: 'Прислать код' }).click()
  await enterCode(page, codeIn((await mail.to(address)).text))
  await expect(title(page)).toHaveText('Что вы предлагаете?')

  const lured = await as('guest')
  const other = newAddress()
  await lured.goto('/ru/sign-in?next=https://elsewhere.example/ru/my')
  await lured.getByLabel('Почта').fill(other)
  await lured.getByRole('button', { name: 'Прислать код' }).click()
  await enterCode(lured, codeIn((await mail.to(other)).text))
  await expect(title(lured)).toHaveText('Мои объявления')
})

test('the address may be written in capitals', async ({ page, mail, db }) => {
  const { id, email } = await enrol()
  await signInByMail(page, mail, email.toUpperCase())
  expect(await db.session.count({ where: { accountId: id } })).toBe(1)
})

function anotherThan(code: string): string {
  return code === '000000' ? '000001' : '000000'
}

function withoutSecrets(text: string): string {
  return text.replace(/\b\d{6}\b/, '').replace(/token=\S+/, '')
}
