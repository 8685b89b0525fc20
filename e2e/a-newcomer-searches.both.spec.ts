import { day } from '@/lib/testing/homes'
import { expect, test } from './support/fixtures'
import { published } from './support/listings'
import { enrol, verified } from './support/people'
import { words } from './support/words'

const { search } = words('ru')

test('a newcomer finds a room in few words, however they are typed', async ({ page }) => {
  const author = await enrol(await verified())
  const title = 'Комната с пианино и видом на реку'
  const id = await published(author, 'housing', { title, body: 'Тихо, есть кухня.' })
  const results = page.getByRole('main')

  await page.goto('/ru')
  await page.getByRole('searchbox').fill('комнату с пианино в Уральске')
  await page.getByRole('button', { name: search.submit }).click()
  await expect(page).toHaveURL(/\/ru\/search\?q=/)
  const found = results.locator(`a[href="/ru/uralsk/housing/${id}"]`)
  await expect(found).toHaveText(title)

  for (const typed of ['пианино', 'пиан', 'пианено', 'pianino', 'gbfybyj', 'орал пианино']) {
    await page.getByRole('searchbox').fill(typed)
    await page.getByRole('searchbox').press('Enter')
    await expect(found, typed).toBeVisible()
  }
  await expect(page.getByRole('searchbox')).toHaveValue('орал пианино')
})

test('what is mistyped is read as it was meant, and says so', async ({ page }) => {
  await page.goto('/ru/search?q=rdfhnbhf+d+ehfkmcrt')
  await expect(page.getByRole('main')).toContainText('Ищем: квартира в уральске.')
  await expect(page.getByRole('heading', { name: /^Жильё: \d+/ })).toBeVisible()
  await page.getByRole('main').getByRole('link', { name: 'Жильё', exact: true }).click()
  await expect(page).toHaveURL(/kind=housing/)
  await expect(page.getByRole('heading', { level: 2 })).toHaveText([/^Жильё: /])
})

test('who means what they typed can insist, and is not corrected again', async ({ page }) => {
  for (const [path, insist] of [
    ['/ru/search?q=rdfhnbhf', 'Искать именно «rdfhnbhf»'],
    ['/kk/housing?q=rdfhnbhf', 'Дәл «rdfhnbhf» деп іздеу'],
    ['/en/uralsk/housing?q=rdfhnbhf', 'Search for exactly “rdfhnbhf”'],
  ] as const) {
    await page.goto(path)
    await page.getByRole('link', { name: insist }).click()
    await expect(page).toHaveURL(/literal=1/)
    await expect(page.getByRole('main').locator('.empty')).toContainText('rdfhnbhf')
    await expect(page.getByRole('link', { name: insist })).toHaveCount(0)
    await expect(page.getByRole('searchbox')).toHaveValue('rdfhnbhf')
  }
  await page.getByRole('searchbox').press('Enter')
  await expect(page).not.toHaveURL(/literal=1/)
})

test('a list is narrowed by words, and keeps its other filters', async ({
  page,
  javaScriptEnabled,
}) => {
  const author = await enrol(await verified())
  // Each run asks for a word of its own.
  const cargo = javaScriptEnabled ? 'виолончель' : 'контрабас'
  const note = `Везу ${cargo}, рядом двое поместятся`
  await published(author, 'ride', { day: day(9), body: note })
  await page.goto(`/ru/uralsk/rides?date=${day(9)}`)
  await page.getByRole('searchbox').fill(cargo)
  await page.getByRole('button', { name: search.submit }).click()
  await expect(page).toHaveURL(new RegExp(`date=${day(9)}`))
  await expect(page.getByRole('main').locator('.card')).toHaveCount(1)

  await page.getByRole('searchbox').fill('арфа')
  await page.getByRole('searchbox').press('Enter')
  await expect(page.getByRole('main')).toContainText('Этого нет ни в одном объявлении: арфа.')
  await page.getByRole('link', { name: /^Без этих слов: / }).click()
  await expect(page).not.toHaveURL(/q=/)
  await expect(page.getByRole('main').locator('.card').first()).toBeVisible()
})

test('who finds nothing is told why and what there is', async ({ page }) => {
  await page.goto(
    '/ru/search?q=%D0%BA%D0%BE%D0%BC%D0%BD%D0%B0%D1%82%D0%B0+%D0%A8%D1%8B%D0%BC%D0%BA%D0%B5%D0%BD%D1%82',
  )
  const main = page.getByRole('main')
  await expect(main).toContainText('Ничего не нашлось')
  await expect(main).toContainText('Пока мы помогаем в Уральске')
  await expect(main.locator('.card')).toHaveCount(0)
  await main.getByRole('link', { name: /^комната: / }).click()
  await expect(main.locator('.card').first()).toBeVisible()
})

test('nobody is lost with a search that makes no sense', async ({ page }) => {
  const queries = [
    'q=',
    'q=%20%20',
    `q=${'%D1%8B'.repeat(400)}`,
    'q=%F0%9F%99%8F&kind=castle',
    "q=';%20DROP%20TABLE%20listing;%20--",
    'q=%3Cimg%20src=x%20onerror=alert(1)%3E',
    'q=a&q=b',
    'q=%25%25%25&kind=ride&cursor=zzz',
  ]
  for (const query of queries) {
    const answer = await page.goto(`/ru/search?${query}`)
    expect(answer?.status(), query).toBe(200)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Поиск')
    await expect(page.getByRole('searchbox')).toBeVisible()
  }
  for (const path of [
    'rides?sort=nearest&near=999,999&cursor=zzz&people=10000&date=9999-12-31',
    'rides?sort=free&cursor=9999999999.1.00000000-0000-4000-8000-000000000000',
    'housing?sort=newest&cursor=others.x&from=9999-12-31&to=0001-01-01',
    'centres?sort=nearest&near=51.2,51.4&cursor=1.2.3',
  ]) {
    const answer = await page.goto(`/ru/${path}`)
    expect(answer?.status(), path).toBe(200)
  }
})

test('a list can be sorted, by distance once the reader has said where they are', async ({
  page,
  context,
  javaScriptEnabled,
}) => {
  await page.goto('/ru/uralsk/centres')
  await page.getByText('Фильтры').click()
  const near = page.getByRole('button', { name: words('ru').sort.near })
  if (!javaScriptEnabled) {
    await expect(near).toBeHidden()
    await page.getByLabel(words('ru').sort.label).selectOption('newest')
    await page.getByRole('button', { name: 'Показать' }).click()
    await expect(page).toHaveURL(/sort=newest/)
    return
  }
  await context.grantPermissions(['geolocation'])
  await context.setGeolocation({ latitude: 51.233456, longitude: 51.368765 })
  await page.goto('/ru/rides')
  await page.getByText('Фильтры').click()
  await near.click()
  await expect(page).toHaveURL(/near=51\.23%2C51\.37/)
  await expect(page).toHaveURL(/sort=nearest/)
  expect(page.url()).not.toContain('51.233')
  await expect(page.getByRole('main')).toContainText(/от\s+вас/)
})
