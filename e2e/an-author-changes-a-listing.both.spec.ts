import { expect, test } from './support/fixtures'
import { expectKept, expectRefused, fillIn } from './support/forms'
import { sendForReview } from './support/journey'
import { offered, published } from './support/listings'
import { enrol, verified } from './support/people'
import { words } from './support/words'

const OLD = 'Еду после работы.'
const NEW = 'Еду раньше, чем обещал, после обеда.'

test('seats change at once; the text waits until a moderator approves it', async ({
  page,
  as,
  login,
}) => {
  const author = await enrol(await verified())
  await login(author)
  const id = await published(author, 'ride', { body: OLD, seats: 3 })
  const newcomer = await as('guest')
  const staff = await as('samal')
  const seen = newcomer.getByRole('main')

  await page.goto(`/ru/my/listings/${id}/edit`)
  await fillIn(page, { 'Что ещё важно': NEW, 'Сколько мест свободно': '2' })
  await page.getByRole('button', { name: 'Отправить на проверку' }).click()
  await expect(page.getByRole('main')).toContainText('Видно всем. Ваша правка ждёт проверки.')

  await newcomer.goto(`/ru/uralsk/rides/${id}`)
  await expect(seen).toContainText(OLD)
  await expect(seen).not.toContainText(NEW)
  await expect(seen).toContainText('2 из 2 мест')

  await staff.goto('/ru/staff')
  const waiting = staff.locator(`a[href="/ru/staff/listings/${id}"]`)
  await expect(waiting).toContainText('Правка')
  await waiting.click()
  await expect(staff.locator('del')).toHaveText([OLD])
  await expect(staff.locator('ins')).toHaveText([NEW])
  await staff.getByRole('button', { name: 'Опубликовать' }).click()
  await staff.waitForURL(/\?done=approve$/)

  await newcomer.reload()
  await expect(seen).toContainText(NEW)
  await expect(seen).not.toContainText(OLD)
  await expect(seen).toContainText('2 из 2 мест')
  await page.reload()
  await expect(page.getByRole('main')).not.toContainText('ждёт проверки')
})

test('a rejected change leaves what is public as it was', async ({ page, as, login }) => {
  const author = await enrol(await verified())
  await login(author)
  const id = await published(author, 'housing', { title: 'Комната без перемен' })
  await page.goto(`/ru/my/listings/${id}/edit`)
  await fillIn(page, { Название: 'Комната с переменами' })
  await page.getByRole('button', { name: 'Отправить на проверку' }).click()
  await expect(page.getByRole('main')).toContainText('Ваша правка ждёт проверки.')

  const staff = await as('samal')
  await staff.goto(`/ru/staff/listings/${id}`)
  await staff.getByLabel('Причина').selectOption('duplicate')
  await staff.getByRole('button', { name: 'Отклонить' }).click()
  await staff.waitForURL(/\?done=reject$/)

  const newcomer = await as('guest')
  await newcomer.goto(`/ru/uralsk/housing/${id}`)
  await expect(newcomer.getByRole('heading', { level: 1 })).toHaveText('Комната без перемен')
})

test('of two tabs the second is told, and what was typed in it stays', async ({ page, login }) => {
  const author = await enrol()
  await login(author)
  const id = await offered(author, 'ride')
  const second = await page.context().newPage()
  for (const tab of [page, second]) await tab.goto(`/ru/my/listings/${id}/edit`)

  await fillIn(page, { 'Что ещё важно': 'Из первой вкладки.' })
  await sendForReview(page)
  const typed = { 'Что ещё важно': 'Из второй вкладки.', 'Куда едете': 'station-uralsk' }
  await fillIn(second, typed)
  await second.getByRole('button', { name: 'Отправить на проверку' }).click()
  await expectRefused(second, 'Пока вы писали, объявление изменилось. Ваш текст цел.')
  await expectKept(second, typed)

  await page.goto(`/ru/my/listings/${id}/edit`)
  await expectKept(page, { 'Что ещё важно': 'Из первой вкладки.', 'Куда едете': 'city-uralsk' })
})

test('full, paused and open again apply at once', async ({ page, as, login }) => {
  const author = await enrol(await verified())
  await login(author)
  const id = await published(author, 'ride')
  const newcomer = await as('guest')
  const look = async () => (await newcomer.goto(`/ru/uralsk/rides/${id}`))?.status()
  const seen = newcomer.getByRole('main')
  const answer = async (name: string, button: string, pause = false) => {
    await page.goto(`/ru/my/listings/${id}`)
    if (pause) await page.getByText('Пауза до…').click()
    await page.getByRole('button', { name, exact: true }).click()
    await page.waitForURL('/ru/my')
    await page.goto(`/ru/my/listings/${id}`)
    await expect(page.getByRole('button', { name: button, exact: true })).toBeVisible()
  }

  await answer('Мест нет', 'Снова открыть')
  expect(await look()).toBe(200)
  await expect(seen).toContainText('Мест нет')

  await answer('завтра, 08:00', 'Снова открыть', true)
  expect(await look()).toBe(404)

  await answer('Снова открыть', 'Верно')
  expect(await look()).toBe(200)
  await expect(seen).toContainText('3 из 3 мест')

  await page.getByLabel('Мест всего').fill('5')
  await page.getByRole('button', { name: 'Сохранить' }).click()
  await expect(page.getByLabel('Мест всего')).toHaveValue('5')
  await expect(async () => {
    await look()
    await expect(seen).toContainText('5 из 5 мест', { timeout: 1 })
  }).toPass()
})

test('what was withdrawn can be posted again, already filled in', async ({ page, login, db }) => {
  const author = await enrol(await verified())
  await login(author)
  const id = await published(author, 'ride', { body: 'Езжу каждую неделю.' })
  await page.goto(`/ru/my/listings/${id}/withdraw`)
  await page.getByRole('link', { name: 'Оставить' }).click()
  await page.getByRole('link', { name: 'Снять' }).click()
  await page.getByRole('button', { name: 'Снять' }).click()
  await expect(page.getByRole('main')).toContainText('Больше никто не видит.')

  await page.goto('/ru/my')
  await expect(page.getByRole('main')).toContainText('Пока нет объявлений')
  await page.goto('/ru/my/past')
  await page.getByRole('link', { name: 'Опубликовать ещё раз' }).click()
  await expectKept(page, {
    'Откуда едете': 'crossing-taskala',
    'Что ещё важно': 'Езжу каждую неделю.',
    'Номер машины': '000 AAA 07',
  })
  const again = await sendForReview(page)
  expect(again).not.toBe(id)
  const statuses = await db.listing.findMany({
    where: { ownerId: author.id },
    orderBy: { createdAt: 'asc' },
    select: { status: true },
  })
  expect(statuses.map(({ status }) => status)).toEqual(['withdrawn', 'pending'])
})

test('the author reads what a moderator asks for, repairs it and sends it again', async ({
  page,
  as,
  login,
  mail,
}) => {
  const author = await enrol({ ...(await verified()), locale: 'kk' })
  await login(author)
  const id = await offered(author, 'centre')
  const staff = await as('samal')
  await staff.goto(`/ru/staff/listings/${id}`)
  await staff.getByLabel('Причина').selectOption('details_missing')
  await staff.getByLabel('Своими словами, казахский').fill('Қай күндері ашық екенін жазыңыз.')
  await staff.getByRole('button', { name: 'Попросить изменить' }).click()
  await staff.waitForURL(/\?done=request_changes$/)

  const asked = await mail.to(author.email)
  expect(asked.text).toContain(words('kk').mail.decision.outcome.request_changes)
  expect(asked.text).not.toContain('Қай күндері')

  await page.goto('/kk/my')
  await expect(page.getByRole('main')).toContainText('«Қай күндері ашық екенін жазыңыз.»')
  await page.goto('/ru/my')
  await page.getByRole('link', { name: 'Исправить' }).click()
  await fillIn(page, { 'Что ещё важно': 'Открыто по будням.' })
  await sendForReview(page)
  await staff.goto(`/ru/staff/listings/${id}`)
  await expect(staff.getByRole('main')).toContainText('Открыто по будням.')
  await expect(staff.getByRole('button', { name: 'Опубликовать' })).toBeVisible()
})
