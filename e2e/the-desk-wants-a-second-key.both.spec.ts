import type { Page } from '@playwright/test'
import { codeAt } from '@/lib/testing/authenticator'
import { expect, test } from './support/fixtures'
import { expectError } from './support/forms'
import { enrol, signIn, verified } from './support/people'

/** What the app of the phone shows, `ahead` steps of half a minute from now. */
const shown = (secret: string, ahead = 0) => codeAt(secret, new Date(Date.now() + ahead * 30_000))

async function set(page: Page): Promise<{ secret: string; recovery: string[] }> {
  const secret = ((await page.locator('code').textContent()) ?? '').replaceAll(' ', '')
  await page.getByLabel('Код, который показывает приложение').fill(shown(secret))
  await page.getByRole('button', { name: 'Задать' }).click()
  const text = (await page.getByRole('status').textContent()) ?? ''
  return { secret, recovery: text.match(/[2-9A-Z]{5}-[2-9A-Z]{5}/g) ?? [] }
}

test('a moderator sets it, and another device needs it', async ({ page, as, context, baseURL }) => {
  const samal = await enrol({ ...(await verified()), role: 'moderator' })
  await signIn(samal, context, baseURL ?? '', { secondFactorAt: null })
  await page.goto('/ru/staff')
  await expect(page).toHaveURL(/\/staff\/second-factor\/set$/)
  const { secret, recovery } = await set(page)
  expect(recovery).toHaveLength(10)
  await page.goto('/ru/staff')
  await expect(page.getByRole('heading', { level: 1, name: 'Очередь' })).toBeVisible()

  const other = await as('guest')
  await signIn(samal, other.context(), baseURL ?? '', { secondFactorAt: null })
  await other.goto('/ru/staff/people')
  await expect(other).toHaveURL(/\/staff\/second-factor\?next=/)
  await other.getByLabel('Код из приложения').fill('000000')
  await other.getByRole('button', { name: 'Открыть стол' }).click()
  await expectError(other, 'Код из приложения', 'Код не подошёл')
  await other.getByLabel('Код из приложения').fill(shown(secret, 1))
  await other.getByRole('button', { name: 'Открыть стол' }).click()
  await expect(other).toHaveURL(/\/ru\/staff\/people$/)

  const third = await as('guest')
  await signIn(samal, third.context(), baseURL ?? '', { secondFactorAt: null })
  await third.goto('/ru/staff')
  await third.getByLabel('Код из приложения').fill(recovery[3]?.toLowerCase() ?? '')
  await third.getByRole('button', { name: 'Открыть стол' }).click()
  await expect(third).toHaveURL(/\/ru\/staff$/)
})

test('an admin takes it away from who lost the phone', async ({
  page,
  as,
  context,
  baseURL,
  db,
}) => {
  const samal = await enrol({ ...(await verified()), role: 'moderator' })
  await signIn(samal, context, baseURL ?? '', { secondFactorAt: null })
  await page.goto('/ru/staff')
  await set(page)
  const admin = await as('dana')
  await admin.goto(`/ru/staff/people/${samal.id}`)
  await admin.getByRole('button', { name: 'Снять второй ключ' }).click()
  await expect(admin.getByRole('button', { name: 'Снять второй ключ' })).toHaveCount(0)
  expect(await db.session.count({ where: { accountId: samal.id } })).toBe(0)
})

test('a volunteer knows nothing of it', async ({ page, login }) => {
  await login('marta')
  for (const path of ['/ru/staff/second-factor', '/ru/staff/second-factor/set']) {
    const answer = await page.goto(path)
    expect(answer?.status()).toBe(404)
  }
})
