import { expect, test } from './support/fixtures'
import { offered, published } from './support/listings'
import { enrol, moderator, verified } from './support/people'

const STAFF_PAGES = ['/staff', '/staff/jobs', '/staff/people']

async function staffPages(listingId: string): Promise<string[]> {
  const samal = await moderator()
  const person = `/staff/people/${samal}`
  return [...STAFF_PAGES, `/staff/listings/${listingId}`, person, `${person}/suspend`]
}

test('a guest is asked to sign in and comes back to where they wanted to be', async ({ page }) => {
  const own = await offered(await enrol(), 'ride')
  const own2 = `/my/listings/${own}`
  const pages = [
    ...(await staffPages(own)),
    '/my',
    '/my/new',
    '/my/past',
    '/my/profile',
    '/my/profile/erase',
    '/my/rides/new',
    '/my/housing/duties',
    own2,
    `${own2}/edit`,
    `${own2}/withdraw`,
  ]
  for (const path of pages) {
    await page.goto(`/en${path}`)
    const { pathname, searchParams } = new URL(page.url())
    expect(pathname, path).toBe('/en/sign-in')
    expect(searchParams.get('next'), path).toBe(`/en${path}`)
  }
})

for (const [name, state] of Object.entries({
  volunteer: {},
  trusted: { role: 'trusted' },
} as const)) {
  test(`to a ${name} the desk of the staff does not exist`, async ({ page, login }) => {
    const id = await offered(await enrol(), 'ride')
    await login(await enrol({ ...(await verified()), ...state }))
    for (const path of [...(await staffPages(id)), '/staff/nowhere']) {
      const answer = await page.goto(`/ru${path}`)
      expect(answer?.status(), path).toBe(404)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Такой страницы нет')
    }
    await page.goto('/ru/my')
    await expect(page.getByRole('link', { name: 'Очередь' })).toHaveCount(0)
  })
}

test("someone else's listing does not exist, to volunteers and to staff", async ({ as }) => {
  const author = await enrol(await verified())
  const ids = [await offered(author, 'ride'), await published(author, 'housing')]
  for (const person of [await as(await enrol(await verified())), await as('samal')]) {
    for (const id of ids) {
      for (const path of ['', '/edit', '/withdraw']) {
        const answer = await person.goto(`/ru/my/listings/${id}${path}`)
        expect(answer?.status(), path).toBe(404)
      }
      expect((await person.goto(`/ru/my/centres/new?again=${id}`))?.status()).toBe(404)
    }
  }
})

test('a moderator closes no moderator out and changes no role; an admin does both', async ({
  page,
  as,
  login,
}) => {
  const colleague = await enrol({ ...(await verified()), role: 'moderator' })
  await login('samal')
  await page.goto(`/ru/staff/people/${colleague.id}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Нурлан')
  await expect(page.getByRole('link', { name: 'Закрыть вход' })).toHaveCount(0)
  await expect(page.getByRole('radio', { name: 'Администратор' })).toHaveCount(0)

  const admin = await as('dana')
  await admin.goto(`/ru/staff/people/${colleague.id}`)
  await expect(admin.getByRole('link', { name: 'Закрыть вход' })).toBeVisible()
  await expect(admin.getByRole('radio', { name: 'Администратор' })).toBeVisible()
})

test('a new role ends the sessions and holds from the next sign-in on', async ({
  page,
  as,
  login,
}) => {
  const person = await enrol(await verified())
  await login(person)
  await page.goto('/ru/my')
  expect((await page.goto('/ru/staff'))?.status()).toBe(404)

  const admin = await as('dana')
  await admin.goto(`/ru/staff/people/${person.id}`)
  await admin.getByRole('radio', { name: 'Модератор' }).check()
  await admin.getByRole('button', { name: 'Сохранить' }).click()
  await expect(admin.getByRole('main').locator('dd').first()).toHaveText('Модератор')

  await page.goto('/ru/staff')
  await expect(page).toHaveURL(/\/ru\/sign-in/)
  await login(person)
  expect((await page.goto('/ru/staff'))?.status()).toBe(200)
})
