import { acceptRequest } from '@/lib/requests/commands'
import { actorOf } from '@/lib/testing/cast'
import { day } from '@/lib/testing/homes'
import { expect, test } from './support/fixtures'
import { expectKept, expectRefused, fillIn } from './support/forms'
import { published } from './support/listings'
import { enrol, verified } from './support/people'
import { asked } from './support/requests'

test('who asks for fewer places than are held is told whose they are', async ({ page, login }) => {
  const author = await enrol(await verified())
  await login(author)
  const id = await published(author, 'housing')
  const nights = { from: day(2), to: day(4) }
  const { requestId } = await asked(id, { adults: '2', children: '1', ...nights })
  await acceptRequest(await actorOf(author.id), requestId)
  const held = page.getByRole('alert').getByRole('link', { name: /^2 взрослых, 1 ребёнок, ночи: / })

  await page.goto(`/ru/my/listings/${id}`)
  await fillIn(page, { 'Мест всего': '1' })
  await page.getByRole('button', { name: 'Сохранить' }).click()
  await expectRefused(page, 'На них рассчитывают люди из этих запросов:')
  await expect(held).toHaveCount(1)
  await expectKept(page, { 'Мест всего': '1' })
  await held.click()
  await expect(page).toHaveURL(new RegExp(`/ru/my/requests/${requestId}$`))

  const typed = { 'Последняя ночь': day(2), 'Что ещё важно': 'Теперь короче.' }
  await page.goto(`/ru/my/listings/${id}/edit`)
  await fillIn(page, typed)
  await page.getByRole('button', { name: 'Отправить на проверку' }).click()
  await expect(held).toHaveCount(1)
  await expectKept(page, typed)
})
