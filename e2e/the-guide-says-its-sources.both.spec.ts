import { TOPIC_NAMES, TOPICS } from '@/lib/guide/topics'
import { LOCALES } from '@/lib/i18n/locales'
import { dayColumn } from '@/lib/places/city-time'
import { day } from '@/lib/testing/homes'
import { expect, test } from './support/fixtures'
import { words } from './support/words'

const ru = words('ru')

test('a newcomer takes the first steps one after the other', async ({ page }) => {
  await page.goto('/ru')
  await page.getByRole('navigation', { name: ru.frame.sections }).getByText('Шаги').click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(ru.guide.title)
  await page.getByRole('main').getByRole('link', { name: ru.guide.iin.lead }).click()
  const walked: string[] = []
  for (const name of TOPIC_NAMES) {
    expect(new URL(page.url()).pathname.split('/').at(-1)).toBe(name)
    walked.push((await page.getByRole('heading', { level: 1 }).textContent()) ?? '')
    const next = page.getByRole('link', { name: 'Дальше:' })
    if (name !== TOPIC_NAMES.at(-1)) await next.click()
    else await expect(next).toHaveCount(0)
  }
  expect(new Set(walked).size).toBe(TOPIC_NAMES.length)
})

for (const locale of LOCALES) {
  test(`every statement says how sure it is, where it is from and when, in ${locale}`, async ({
    page,
  }) => {
    const { guide } = words(locale)
    const grounds = Object.values(guide.ground)
    // Any day: staff may have read one since, also in a spec beside this one.
    const date = locale === 'ru' ? /\d\s\p{L}+\s20\d\d/u : /20\d\d/
    for (const name of TOPIC_NAMES) {
      await page.goto(`/${locale}/guide/${name}`)
      const facts = page.getByRole('main').locator('.facts').first().getByRole('listitem')
      await expect(facts).toHaveCount(Object.keys(TOPICS[name].statements).length)
      for (const fact of await facts.all()) {
        const text = (await fact.textContent()) ?? ''
        expect(grounds.filter((ground) => text.includes(ground)).length, text).toBeGreaterThan(0)
        expect(text).toMatch(date)
        const links = fact.getByRole('link')
        for (const link of await links.all()) {
          expect(await link.getAttribute('href')).toMatch(/^https?:\/\//)
        }
        expect(await links.count(), text).toBeGreaterThan(0)
      }
    }
  })
}

test('what nobody found out is said, with whom to ask', async ({ page }) => {
  await page.goto('/ru/guide/sim')
  const unknown = page.getByRole('main').getByRole('heading', { name: ru.guide.unknownTitle })
  await expect(unknown).toBeVisible()
  await expect(page.getByRole('main')).toContainText(/Спросите в\sсалоне связи/)
  expect((await page.goto('/ru/guide/weather'))?.status()).toBe(404)
})

test('the numbers that cost nothing come first, with who says so', async ({ page }) => {
  await page.goto('/ru/guide')
  const numbers = page.locator('#numbers')
  await expect(numbers.getByRole('link', { name: '112' })).toHaveAttribute('href', 'tel:112')
  await expect(numbers.getByRole('link', { name: 'egov.kz' })).toBeVisible()
})

test('each crossing says what is known of it, and when nobody has looked for long', async ({
  page,
  db,
}) => {
  // Its notice is on no page of another spec.
  const id = 'crossing-kosak'
  const { noticeCheckedOn } = await db.place.findUniqueOrThrow({ where: { id } })
  await page.goto('/ru/crossings')
  const crossings = page.getByRole('main').locator('.facts > li')
  await expect(crossings).toHaveCount(await db.place.count({ where: { kind: 'crossing' } }))
  const closed = page.locator('#crossing-syrym')
  await expect(closed).toContainText('Закрыт')
  await expect(closed).toContainText('Маштаково')
  await expect(closed.getByRole('link', { name: 'mgorod.kz' })).toBeVisible()
  await expect(page.locator('#crossing-orda')).toContainText(/мы\sне знаем/)
  await expect(page.locator(`#${id}`)).not.toContainText('Не проверяли')

  await db.place.update({ where: { id }, data: { noticeCheckedOn: dayColumn(day(-61)) } })
  await page.reload()
  await expect(page.locator(`#${id}`)).toContainText('Не проверяли 61 день')
  await db.place.update({ where: { id }, data: { noticeCheckedOn } })

  await closed.getByRole('link', { name: ru.crossings.rides }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(ru.rides.titleAll)
  expect(new URL(page.url()).searchParams.get('from')).toBe('crossing-syrym')
})
