import { expect, test } from './support/fixtures'
import { fillIn } from './support/forms'
import { published } from './support/listings'
import { enrol, verified } from './support/people'
import { asked, openForm, openPage, sendRequest, standing } from './support/requests'

const WHERE = 'Куда добавить запрос'

test('who borrows a phone asks on a page of their own, and the other page stays closed to them', async ({
  page,
  context,
  as,
}) => {
  const author = await enrol(await verified())
  const theirs = await asked(await published(author, 'ride'), { text: 'Едем к родным' })
  await openPage(context, theirs.token)
  await openForm(page, await published(author, 'ride'))
  const where = page.getByRole('group', { name: WHERE })
  await expect(where).toContainText('На этом телефоне уже открыта страница запросов.')
  await expect(where.getByRole('radio', { name: 'На открытую страницу' })).toBeChecked()
  await where.getByRole('radio', { name: 'На новую, мою' }).check()
  await fillIn(page, { 'Как вас называть': 'Ая' })
  await sendRequest(page)

  await expect(standing(page)).toHaveText('Ждёт ответа')
  await expect(page.getByRole('main')).not.toContainText('Едем к родным')
  const link = page.getByRole('link', { name: /\/ru\/request\/[\w-]{43}$/ })
  await expect(link).not.toHaveText(new RegExp(theirs.token))

  const owner = await as('guest')
  await owner.goto(`/ru/request/${theirs.token}`)
  await owner.getByRole('main').getByRole('button').click()
  await expect(standing(owner)).toHaveText('Ждёт ответа')
  await expect(owner.getByRole('main')).toContainText('Едем к родным')
})

test('who has the page open goes on with it, and is not asked without one', async ({
  page,
  context,
}) => {
  const author = await enrol(await verified())
  const [first, second] = [await published(author, 'ride'), await published(author, 'ride')]
  await openForm(page, second)
  await expect(page.getByRole('group', { name: WHERE })).toHaveCount(0)
  await openPage(context, (await asked(first)).token)
  await openForm(page, second)
  await sendRequest(page)
  await expect(standing(page)).toHaveText(['Ждёт ответа', 'Ждёт ответа'])
})
