import { day } from '@/lib/testing/homes'
import { expect, test } from './support/fixtures'
import { published } from './support/listings'
import { enrol, verified } from './support/people'

/** What a sheet of paper cannot do. */
const ONLY_ON_SCREEN = 'button, search, summary, .leave, .lang, .thumb, .deed, .tools, .btn, .back'

test('every kind of page prints black on white, without bars and buttons', async ({ page }) => {
  const ride = await published(await enrol(await verified()), 'ride', {
    to: 'city-uralsk',
    day: day(1),
  })
  const home = await published(await enrol(await verified()), 'housing')
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  for (const path of [
    '',
    '/uralsk',
    '/uralsk/housing',
    '/uralsk/pack',
    '/guide',
    '/guide/iin',
    '/crossings',
    '/keep',
    `/uralsk/rides/${ride}`,
    `/uralsk/housing/${home}`,
    `/uralsk/housing/${home}/ask`,
    `/uralsk/housing/${home}/tell`,
    '/uralsk/rides',
    '/uralsk/centres',
    '/search?q=комната',
    '/plan',
    '/about',
    '/privacy',
    '/transparency',
  ]) {
    await page.goto(`/ru${path}`)
    await expect(page.getByRole('heading', { level: 1 }), path).toBeVisible()
    await expect(page.getByRole('heading', { level: 1 })).toHaveCSS('color', 'rgb(0, 0, 0)')
    await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(255, 255, 255)')
    await expect(page.getByRole('banner')).toHaveCSS('background-color', 'rgb(255, 255, 255)')
    await expect(page.locator(ONLY_ON_SCREEN).filter({ visible: true }), path).toHaveCount(0)
    await expect(page.getByRole('contentinfo'), path).toContainText('Страница собрана')
  }
})

test('on paper a card says when it was confirmed, not how long ago', async ({ page }) => {
  const id = await published(await enrol(await verified()), 'housing')
  await page.goto(`/ru/uralsk/housing/${id}`)
  const line = page.locator('.fresh [data-printed]').first()
  await expect(line).toHaveText(/мин назад$/)
  await expect(line).not.toHaveCSS('font-size', '0px')
  await page.emulateMedia({ media: 'print' })
  await expect(line).toHaveCSS('font-size', '0px')
  const printed = await line.evaluate((part) => getComputedStyle(part, '::after').content)
  expect(printed).toMatch(/^"Подтверждено\s\d+\s\p{L}+\sв\s\d\d:\d\d"$/u)
})

test('a listing fits on two sheets', async ({ page }) => {
  const id = await published(await enrol(await verified()), 'centre')
  await page.goto(`/ru/uralsk/centres/${id}`)
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1')
  expect(pdf.match(/\/Type \/Page\b/g)?.length).toBeLessThanOrEqual(2)
})
