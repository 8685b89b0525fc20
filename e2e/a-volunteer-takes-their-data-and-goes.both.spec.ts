import { readFileSync } from 'node:fs'
import { acceptRequest } from '@/lib/requests/commands'
import { actorOf } from '@/lib/testing/cast'
import { expect, test } from './support/fixtures'
import { expectRefused } from './support/forms'
import { published } from './support/listings'
import { enrol, signIn, verified } from './support/people'
import { asked, openPage, standing } from './support/requests'

const SECRET = { point: 'У синей скамейки', car: 'Зелёный фургон', plate: '008 QDM 08' }

test('a volunteer downloads what is kept, erases the account, and their guest is told', async ({
  page,
  as,
  db,
  baseURL,
}) => {
  test.setTimeout(90_000)
  const author = await enrol(await verified())
  const ride = await published(author, 'ride', { seats: 3, ...SECRET })
  const { requestId, token } = await asked(ride, { text: 'Буду с рюкзаком.', name: 'Ая' })
  await acceptRequest(await actorOf(author.id), requestId)
  await signIn(author, page.context(), baseURL ?? '')

  await test.step('one file holds everything of theirs and no word of the newcomer', async () => {
    await page.goto('/ru/my/profile')
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Скачать то, что мы о вас храним' }).click()
    const file = await download
    expect(file.suggestedFilename()).toBe('qadam-my-data.json')
    const data = readFileSync(await file.path(), 'utf8')
    for (const text of [author.email, 'Нурлан', ...Object.values(SECRET)]) {
      expect(data).toContain(text)
    }
    expect(data).not.toMatch(/рюкзаком|Ая/)
  })

  await test.step('the page says what ends, and asks for a tick', async () => {
    await page.goto('/ru/my/profile')
    await page.getByRole('link', { name: 'Стереть учётную запись' }).click()
    const main = page.getByRole('main')
    await expect(main).toContainText(/Снимем 1\sобъявление\./)
    await expect(main).toContainText(/Закончится 1\sзапрос/)
    await page.getByRole('button', { name: 'Стереть учётную запись' }).click()
    await expectRefused(page, 'Отметьте')
    expect(await db.account.count({ where: { id: author.id, publicName: 'Нурлан' } })).toBe(1)
  })

  await test.step('everything is gone, and they are signed out', async () => {
    await page.getByRole('checkbox').check()
    await page.getByRole('button', { name: 'Стереть учётную запись' }).click()
    await expect(page.getByRole('main')).toContainText('Учётная запись стёрта.')
    await page.goto('/ru/my')
    await expect(page).toHaveURL(/\/ru\/sign-in/)
    const row = await db.listing.findUniqueOrThrow({ where: { id: ride } })
    expect(row).toMatchObject({ status: 'withdrawn', body: '', openRequests: 0 })
    expect(await db.session.count({ where: { accountId: author.id } })).toBe(0)
  })

  await test.step('whoever had a place reads it', async () => {
    const guest = await as('guest')
    await openPage(guest.context(), token)
    await guest.goto('/ru/request')
    await expect(standing(guest)).toHaveText('Запрос снят')
    await expect(guest.getByRole('main')).toContainText('Автор снял объявление')
    expect(await guest.content()).not.toContain(SECRET.plate)
    expect((await guest.goto(`/ru/uralsk/rides/${ride}`))?.status()).toBe(404)
  })
})

test('the file is for its owner alone, is kept by nobody, and takes no form', async ({
  request,
  as,
}) => {
  const path = '/ru/my/profile/data'
  const guest = await request.get(path, { maxRedirects: 0 })
  expect(guest.status()).toBe(307)
  expect(guest.headers().location).toContain('/ru/sign-in')
  const author = await enrol()
  const own = (await as(author)).request
  const file = await own.get(path)
  expect(file.headers()).toMatchObject({
    'content-type': 'application/json; charset=utf-8',
    'content-disposition': 'attachment; filename="qadam-my-data.json"',
    'cache-control': 'private, no-store',
    'x-robots-tag': 'noindex, noarchive',
  })
  expect(await file.json()).toMatchObject({ account: { id: author.id, email: author.email } })
  const origin = new URL(file.url()).origin
  expect((await own.post(path, { headers: { Origin: origin } })).status()).toBe(405)
})

test('whoever shows no second factor goes nowhere', async ({ page, baseURL }) => {
  const colleague = await enrol({ ...(await verified()), role: 'moderator' })
  await signIn(colleague, page.context(), baseURL ?? '', { secondFactorAt: null })
  await page.goto('/ru/my/profile/erase')
  await expect(page.getByRole('button', { name: 'Стереть учётную запись' })).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'Сначала подтвердите второй ключ' })).toBeVisible()
})
