import { expect, test } from './support/fixtures'
import { expectRefused } from './support/forms'
import { askForMail, codeIn, enterCode, expectGone, linkIn, signInByMail } from './support/journey'
import { published } from './support/listings'
import { enrol, verified } from './support/people'
import { words } from './support/words'

const SUSPENDED = 'Вход закрыт модератором.'

test('signing out everywhere ends the sessions of other browsers too', async ({
  page,
  as,
  login,
}) => {
  const person = await enrol()
  await login(person)
  const elsewhere = await as(person)
  await elsewhere.goto('/ru/my')
  await expect(elsewhere.getByRole('heading', { level: 1 })).toHaveText('Мои объявления')

  await page.goto('/ru/my/profile')
  await page.getByRole('button', { name: 'Выйти на всех устройствах' }).click()
  await page.waitForURL('/ru')

  for (const browser of [page, elsewhere]) {
    await browser.goto('/ru/my')
    await expect(browser.getByRole('heading', { level: 1 })).toHaveText('Войти и помогать')
  }
})

test('signing out here leaves other browsers signed in', async ({ page, as, login }) => {
  const person = await enrol()
  await login(person)
  const elsewhere = await as(person)
  await page.goto('/kk/my/profile')
  await page.getByRole('button', { name: words('kk').profile.signOut }).click()
  await page.waitForURL('/kk')
  await page.goto('/kk/my')
  await expect(page).toHaveURL(/\/kk\/sign-in/)
  await elsewhere.goto('/kk/my')
  await expect(elsewhere).toHaveURL(/\/kk\/my$/)
})

test('signing in anew ends the session that was open in this browser', async ({
  page,
  login,
  mail,
  db,
}) => {
  const person = await enrol()
  await login(person)
  const ofPerson = { where: { accountId: person.id }, select: { tokenHash: true } }
  const before = await db.session.findFirstOrThrow(ofPerson)
  await signInByMail(page, mail, person.email)
  const now = await db.session.findMany(ofPerson)
  expect(now).toHaveLength(1)
  expect(now).not.toContainEqual(before)
})

test('whoever is suspended is out at the next request, with all listings, and stays out', async ({
  page,
  as,
  login,
  mail,
  db,
}) => {
  test.setTimeout(60_000)
  const person = await enrol(await verified())
  const ride = await published(person, 'ride', { body: 'Возьму троих.' })
  const newcomer = await as('guest', { locale: 'kk-KZ' })
  await newcomer.goto(`/kk/uralsk/rides/${ride}`)
  await expect(newcomer.getByRole('main')).toContainText('Возьму троих.')
  await login(person)
  await page.goto('/ru/my')

  const staff = await as('samal')
  await staff.goto(`/ru/staff/people/${person.id}`)
  await staff.getByRole('link', { name: 'Закрыть вход' }).click()
  await staff.getByRole('button', { name: 'Закрыть вход' }).click()
  await expectRefused(staff, /Осталось исправить: 1/)
  await staff.getByRole('radio', { name: 'Просьба заплатить' }).check()
  await staff.getByLabel('Своими словами').fill('Просил предоплату.')
  await staff.getByRole('button', { name: 'Закрыть вход' }).click()
  await expect(staff.getByRole('main')).toContainText('Просил предоплату.')

  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Войти и помогать')
  expect(await db.session.count({ where: { accountId: person.id } })).toBe(0)
  await expectGone(newcomer, `/kk/uralsk/rides/${ride}`)
  const told = await mail.to(person.email)
  expect(told.text).toContain('Модератор закрыл ваш вход')
  expect(told.text).not.toContain('предоплату')

  const text = await askForMail(page, mail, person.email)
  await page.goto(linkIn(text))
  await page.getByRole('button', { name: 'Войти' }).click()
  await expectRefused(page, SUSPENDED)
  await enterCode(page, codeIn(await askForMail(page, mail, person.email)))
  await expectRefused(page, SUSPENDED)

  await staff.getByRole('button', { name: 'Снова открыть вход' }).click()
  await expect(staff.getByRole('link', { name: 'Закрыть вход' })).toBeVisible()
  await expectGone(newcomer, `/kk/uralsk/rides/${ride}`)
})
