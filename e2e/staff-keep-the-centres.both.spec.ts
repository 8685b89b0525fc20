import { day } from '@/lib/testing/homes'
import { expect, test } from './support/fixtures'
import { expectError, expectRefused, fillIn } from './support/forms'
import { published } from './support/listings'
import { enrol, verified } from './support/people'
import { publishBatch } from './support/registry'
import { words } from './support/words'

const OFFICE = {
  Город: 'petropavlovsk',
  'Понедельник, с': '09:00',
  'Понедельник, до': '18:00',
  'Адрес, который увидят все': 'Проспект для всех, 11',
  'Точка на карте': '54.8667, 69.15',
  Источник: 'https://example.org/offices',
  'Когда проверили': day(),
}

test('one of the staff writes a new office, another publishes it', async ({
  as,
  javaScriptEnabled,
}) => {
  test.setTimeout(90_000)
  const title = `ЦОН для примера у ${javaScriptEnabled ? 'парка' : 'реки'}`
  const writer = await as('samal')
  await writer.goto('/ru/staff/centres')
  await writer.getByRole('link', { name: 'Новый центр' }).click()
  await fillIn(writer, { ...OFFICE, Название: title, 'Точка на карте': '55.75, 37.62' })
  await writer.getByRole('checkbox', { name: 'ИИН' }).check()
  await writer.getByRole('checkbox', { name: 'русский' }).check()
  await writer.getByRole('button', { name: 'Передать на публикацию' }).click()
  await expectError(
    writer,
    'Точка на карте',
    'Эта точка не в Казахстане. Сначала широта, потом долгота.',
  )
  await fillIn(writer, OFFICE)
  await writer.getByRole('button', { name: 'Передать на публикацию' }).click()
  await writer.waitForURL(/\/staff\/centres\/imports\/[0-9a-f-]+$/)
  await expect(writer.getByText('Опубликует другой модератор')).toBeVisible()
  await expect(writer.getByRole('button', { name: 'Опубликовать' })).toHaveCount(0)
  const path = new URL(writer.url()).pathname

  const reader = await as('guest', { javaScriptEnabled: false })
  // Others have published many there.
  const list = `/ru/petropavlovsk/centres?q=${encodeURIComponent(title)}`
  await reader.goto(list)
  await expect(reader.getByRole('link', { name: title })).toHaveCount(0)
  const other = await as('erzhan')
  await other.goto('/ru/staff')
  await other.getByRole('link', { name: /^Центры ждут публикации: \d/ }).click()
  await other.locator(`a[href="${path}"]`).click()
  await publishBatch(other, path)
  await reader.goto(list)
  await reader.getByRole('link', { name: title }).first().click()
  await expect(reader.getByRole('main')).toContainText('Проспект для всех, 11')
  await expect(reader.getByRole('main')).toContainText('Qadam')
})

test('a centre is changed at once, and a day is closed', async ({ as }) => {
  test.setTimeout(90_000)
  const author = await enrol(await verified())
  const id = await published(author, 'centre', { city: 'astana', title: 'Помощь у примера' })
  const staff = await as('samal')
  await staff.goto('/ru/staff/centres?city=astana&kind=help_point')
  await staff.locator(`a[href="/ru/staff/centres/${id}"]`).click()
  await expect(staff.getByText('Улица и дом для примера')).toHaveCount(0)
  await fillIn(staff, { Название: '' })
  await staff.getByRole('button', { name: 'Сохранить' }).click()
  await expectError(staff, 'Название', words('ru').errors.field.required)
  await fillIn(staff, { Название: 'Помощь у другого примера', Цена: 'Даром' })
  await staff.getByRole('button', { name: 'Сохранить' }).click()
  await expect(staff.getByText('Сохранено.')).toBeVisible()

  await fillIn(staff, { День: day(3), 'Открыто с': '10:00' })
  await staff.getByRole('button', { name: 'Добавить день' }).click()
  await expectRefused(staff, words('ru').errors.field.required)
  await fillIn(staff, { День: day(3), 'Открыто с': '10:00', 'Открыто до': '11:30' })
  await staff.getByRole('button', { name: 'Добавить день' }).click()
  const days = staff.locator('#days')
  await expect(days.getByRole('listitem')).toContainText('10:00–\u206011:30')

  const reader = await as('guest', { javaScriptEnabled: false })
  await reader.goto(`/ru/astana/centres/${id}`)
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText('Помощь у другого примера')
  await expect(reader.getByRole('main')).toContainText('10:00–\u206011:30')

  const owner = await as(author)
  await owner.goto(`/ru/my/listings/${id}`)
  await owner.getByRole('link', { name: 'Не как обычно' }).click()
  await owner.getByRole('button', { name: /^Убрать/ }).click()
  await expect(owner.getByText('Таких дней впереди нет.')).toBeVisible()
  await reader.reload()
  await expect(reader.getByRole('main')).not.toContainText('10:00–\u206011:30')
})

test('one’s own centre is not changed at the desk', async ({ as }) => {
  const person = await enrol({ ...(await verified()), role: 'moderator' })
  const id = await published(person, 'centre', { city: 'astana' })
  const page = await as(person)
  await page.goto(`/ru/staff/centres/${id}`)
  await expect(page.getByText('Это ваше объявление.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Сохранить' })).toHaveCount(0)
  await page.getByRole('link', { name: 'Открыть моё объявление' }).click()
  await page.waitForURL(`**/ru/my/listings/${id}/edit`)
})

test('a public holiday is moved with its source', async ({ as, db, javaScriptEnabled }) => {
  const moved = day(javaScriptEnabled ? 21 : 22)
  await db.publicHoliday.deleteMany({ where: { day: new Date(moved) } })
  const page = await as('erzhan')
  await page.goto('/ru/staff/centres')
  await page.getByRole('link', { name: 'Праздники' }).click()
  const form = page.locator('section').filter({ hasText: 'Добавить выходной' }).last()
  await form.getByLabel('День').fill(moved)
  await form.getByLabel('Источник').fill('http://example.org')
  await form.getByRole('button', { name: 'Добавить выходной' }).click()
  await expectRefused(page, words('ru').errors.field.not_https)
  await form.getByLabel('Источник').fill('https://example.org/moved')
  await form.getByRole('button', { name: 'Добавить выходной' }).click()
  const item = page.getByRole('listitem').filter({ has: page.locator(`[value="${moved}"]`) })
  await expect(item).toContainText('example.org')
  await item.getByText('Это рабочий день').first().click()
  await item.getByLabel('Источник').fill('https://example.org/moved-back')
  await item.getByRole('button', { name: 'Это рабочий день' }).click()
  await expect(item).toContainText('рабочий день')
  await expect(item).toContainText('Вернуть выходной')
  const row = await db.publicHoliday.findUnique({ where: { day: new Date(moved) } })
  expect(row).toMatchObject({ removed: true, source: 'https://example.org/moved-back' })
})
