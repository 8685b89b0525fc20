import type { Page } from '@playwright/test'
import { expect, test } from './support/fixtures'
import { expectKept, expectRefused, fillIn } from './support/forms'
import { words } from './support/words'

const { ru, kk, en } = { ru: words('ru'), kk: words('kk'), en: words('en') }
const SOURCE = 'https://example.org/what-was-read'

/** Runs with and without scripts go on at the same time: each has its own crossing and statements. */
const WITH = {
  crossing: 'crossing-bidaik',
  city: 'petropavlovsk',
  name: 'time',
  stray: 'onward.crossings',
} as const
const WITHOUT = {
  crossing: 'crossing-urlyutobe',
  city: 'astana',
  name: 'roads',
  stray: 'stay.again',
} as const

const TEXTS = {
  'Текст по-русски': 'Слова для примера.',
  'Текст по-казахски': 'Мысалға жазылған сөздер.',
  'Текст по-английски': 'Words for a sample.',
}

const send = (page: Page) => page.getByRole('button', { name: ru.facts.save }).click()
const saved = (page: Page) => expect(page.getByRole('main')).toContainText(ru.facts.saved)

/** Opens a public page anew until it says this: pages may be kept for two seconds. */
async function expectSaid(reader: Page, path: string, text: string, where = 'main') {
  await expect(async () => {
    await reader.goto(path)
    await expect(reader.locator(where)).toContainText(text, { timeout: 500 })
  }).toPass()
}

test('a moderator says how a crossing stands, and everyone reads it in their language', async ({
  as,
  db,
  javaScriptEnabled,
}) => {
  const { crossing: id, city } = javaScriptEnabled ? WITH : WITHOUT
  const page = await as('erzhan')
  await page.goto('/ru/staff/announcements')
  await page.getByRole('link', { name: ru.facts.title, exact: true }).click()
  await page.locator(`a[href="/ru/staff/facts/places/${id}"]`).click()

  const level = page.getByRole('radio', { name: ru.facts.level.closed, exact: true })
  await level.check()
  const typed = {
    ...TEXTS,
    'Текст по-русски': '<script>alert(1)</script>',
    'Адрес источника': 'http://example.org',
  }
  await fillIn(page, typed)
  await send(page)
  await expectRefused(page, ru.errors.field.has_markup)
  await expectRefused(page, ru.errors.field.not_https)
  await expectKept(page, typed)
  await expect(level).toBeChecked()

  await fillIn(page, { ...TEXTS, 'Адрес источника': SOURCE })
  await send(page)
  await saved(page)
  const reader = await as('guest')
  await expectSaid(reader, '/kk/crossings', TEXTS['Текст по-казахски'], `#${id}`)
  await expect(reader.locator(`#${id}`)).toContainText(kk.crossings.level.closed)
  await expect(reader.locator(`#${id}`).getByRole('link', { name: 'example.org' })).toBeVisible()
  await expectSaid(reader, `/en/${city}/pack`, TEXTS['Текст по-английски'])

  await page.getByRole('radio', { name: ru.facts.level.none, exact: true }).check()
  await send(page)
  await saved(page)
  await expectSaid(reader, '/en/crossings', en.crossings.unknown, `#${id}`)

  const admin = await as('dana')
  await admin.goto('/ru/staff/log?subject=place')
  const entries = admin.getByRole('main').getByRole('listitem').filter({ hasText: id })
  await expect(entries.first()).toContainText(`${TEXTS['Текст по-русски']} → –`)
  await db.place.update({
    where: { id },
    data: { noticeSource: null, noticeCheckedOn: null },
  })
})

test('a moderator words a statement anew, and goes back to what the version says', async ({
  as,
  db,
  javaScriptEnabled,
}) => {
  const { city, name } = javaScriptEnabled ? WITH : WITHOUT
  const key = `onward.${name}`
  await db.guideStatement.deleteMany({ where: { key } })
  const page = await as('erzhan')
  await page.goto('/ru/staff/guide')
  await expect(page.getByRole('heading', { level: 2 }).first()).toContainText(ru.facts.need.missing)
  await page.locator(`a[href="/ru/staff/guide/onward/${name}"]`).click()
  await page.getByRole('button', { name: ru.facts.reread }).click()
  await saved(page)

  const other = await as('samal')
  await other.goto(`/ru/staff/guide/onward/${name}`)
  await fillIn(page, { ...TEXTS, 'Адрес источника': SOURCE, 'Название источника': '' })
  await page.getByRole('radio', { name: ru.facts.sure.B, exact: true }).check()
  await send(page)
  await saved(page)
  const late = { 'Текст по-русски': 'Слова, которые опоздали.' }
  await fillIn(other, late)
  await other.getByRole('radio', { name: ru.facts.sure.B, exact: true }).check()
  await send(other)
  await expectRefused(other, ru.errors.conflict.fact_changed)
  await expectKept(other, late)

  const reader = await as('guest')
  await expectSaid(reader, '/kk/guide/onward', TEXTS['Текст по-казахски'], `#${name}`)
  await expect(reader.locator(`#${name}`)).toContainText(kk.guide.ground.single)
  const source = reader.locator(`#${name}`).getByRole('link', { name: 'example.org' })
  await expect(source).toHaveAttribute('href', SOURCE)
  await expectSaid(reader, `/en/${city}/pack`, TEXTS['Текст по-английски'])

  await page.getByRole('button', { name: ru.facts.drop }).click()
  await saved(page)
  await expectSaid(reader, '/en/guide/onward', en.guide.onward[name], `#${name}`)
  expect(await db.guideStatement.count({ where: { key } })).toBe(0)
})

test('what somebody put into the table is words on the page, and no more', async ({
  as,
  db,
  javaScriptEnabled,
}) => {
  const { stray: key } = javaScriptEnabled ? WITH : WITHOUT
  const [topic, name] = key.split('.')
  const textEn = '<script>document.title = "taken"</script>'
  const data = {
    textRu: textEn,
    textKk: textEn,
    textEn,
    source: SOURCE,
    sourceName: '<b>example.org</b>',
    sure: 'A',
    checkedOn: new Date(),
  }
  await db.guideStatement.upsert({ where: { key }, create: { key, ...data }, update: data })
  const reader = await as('guest')
  await expectSaid(reader, `/en/guide/${topic}`, textEn, `#${name}`)
  await expect(reader).not.toHaveTitle('taken')
  await db.guideStatement.deleteMany({ where: { key } })
})
