import { day } from '@/lib/testing/homes'
import { expect, test } from './support/fixtures'
import { fillIn, RIDE } from './support/forms'
import { offered, published } from './support/listings'
import { shoot } from './support/look'
import { privatePages } from './support/pages'
import { enrol, ready, verified } from './support/people'
import { openPage } from './support/requests'

test.describe.configure({ timeout: 120_000 })

for (const locale of ['ru', 'kk', 'en']) {
  test(`pictures of the home page and the lists in ${locale}`, async ({ page }) => {
    for (const path of ['', '/uralsk', '/uralsk/rides', '/uralsk/housing', '/uralsk/centres']) {
      await page.goto(`/${locale}${path}`)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await shoot(page, `${locale}${path.replaceAll('/', '-') || '-home'}`)
    }
  })
}

test('pictures of searching', async ({ page }) => {
  const searches: Record<string, string> = {
    'ru-search': '/ru/search?q=комната+уральск',
    'ru-search-blank': '/ru/search',
    'ru-search-mistyped': '/ru/search?q=rdfhnbhf&kind=housing',
    'ru-search-nothing': '/ru/search?q=комната+Шымкент',
    'kk-search': '/kk/search?q=балалармен',
    'kk-search-nothing': '/kk/search?q=концерт',
    'en-search': '/en/search?q=airport',
    'ru-list-nothing': '/ru/uralsk/housing?q=пианино',
    'ru-list-sorted': '/ru/rides?sort=nearest&near=51.23,51.37',
  }
  for (const [name, path] of Object.entries(searches)) {
    await page.goto(path)
    if (name === 'ru-list-sorted') await page.getByText('Фильтры').click()
    await shoot(page, name)
  }
})

test('pictures of listings', async ({ page }) => {
  const author = await enrol(await verified())
  for (const [kind, path] of [
    ['ride', 'rides'],
    ['housing', 'housing'],
    ['centre', 'centres'],
  ] as const) {
    await page.goto(`/ru/uralsk/${path}/${await published(author, kind)}`)
    await shoot(page, `ru-${kind}`)
  }
  await page.goto('/ru/nowhere')
  await shoot(page, 'ru-not-found')
})

test('pictures of private pages', async ({ page }) => {
  const { token, pages } = await privatePages()
  await page.goto('/ru/request')
  await shoot(page, 'ru-private-closed')
  await openPage(page.context(), token)
  for (const path of pages) {
    await page.goto(`/ru${path}`)
    await shoot(page, `ru-private${path.replace(/[\w-]{36,}/, 'x').replaceAll('/', '-')}`)
  }
})

test('pictures of signing in and of what is one’s own', async ({ page, login }) => {
  await page.goto('/ru/sign-in')
  await shoot(page, 'ru-sign-in')
  await login('marta')
  await page.goto('/ru/my')
  await shoot(page, 'ru-my')
  await login(await ready())
  await page.goto('/ru/my/new')
  await shoot(page, 'ru-my-new')
  await page.goto('/ru/my/rides/new')
  await fillIn(page, { ...RIDE, 'Какого числа': day(2) })
  await shoot(page, 'ru-ride-form')
  await fillIn(page, { 'Сколько мест свободно': '0', 'Что ещё важно': 'Звоните +7 701 123 45 67' })
  await page.getByRole('button', { name: 'Отправить на проверку' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toBeFocused()
  await shoot(page, 'ru-ride-form-errors')
})

test('pictures of the desk', async ({ page, login }) => {
  const waiting = await offered(await enrol({ publicName: 'Серик' }), 'ride', { day: day(1) })
  await login('samal')
  for (const [path, name] of [
    ['/staff', 'queue'],
    [`/staff/listings/${waiting}`, 'case'],
    ['/staff/people', 'people'],
  ]) {
    await page.goto(`/ru${path}`)
    await shoot(page, `ru-staff-${name}`)
  }
})
