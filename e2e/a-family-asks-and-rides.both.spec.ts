import type { Page } from '@playwright/test'
import { day } from '@/lib/testing/homes'
import { expect, test } from './support/fixtures'
import { expectError, expectKept, fillIn } from './support/forms'
import { published } from './support/listings'
import { enrol, verified } from './support/people'
import { openForm, sendRequest, standing } from './support/requests'

const SECRET = {
  clock: '18:40',
  point: 'У остановки с зелёной крышей',
  car: 'Синий микроавтобус',
  plate: '005 QDM 07',
}
const NOTHING = 'Здесь ничего не открыто'

test('a family of five asks, waits in line, is offered places, rides and leaves nothing', async ({
  page: family,
  as,
  db,
}) => {
  test.setTimeout(120_000)
  const author = await enrol(await verified())
  const { point, car, plate } = SECRET
  const id = await published(author, 'ride', { seats: 5, point, car, plate })
  const host = await as(author)
  const student = await as('guest')

  await test.step('a student asks first and the driver agrees', async () => {
    await openForm(student, id)
    await fillIn(student, { 'Сколько взрослых': '1', 'Как вас называть': 'Ая' })
    await sendRequest(student)
    await expect(standing(student)).toHaveText('Ждёт ответа')
    await host.goto('/ru/my/requests')
    const accept = host.getByRole('button', { name: 'Согласиться' })
    await accept.click()
    await expect(accept).toHaveCount(0)
    await student.goto('/ru/request')
    await expect(standing(student)).toHaveText('Место за вами')
  })

  const told = { Сообщение: 'Нас пятеро, младшему четыре года.', 'Как вас называть': 'Семья' }
  await test.step('a form sent at once comes back with what was typed', async () => {
    await openForm(family, id)
    await expect(family.getByText('Встречайтесь в людном месте.')).toBeVisible()
    await fillIn(family, { 'Сколько взрослых': '2', 'Сколько детей': '19', ...told })
    await family.getByRole('button', { name: 'Отправить запрос' }).click()
    await expect(family.getByRole('alert')).toBeVisible()
    await expectKept(family, { 'Сколько взрослых': '2', 'Сколько детей': '19', ...told })
    await fillIn(family, { 'Сколько детей': '3' })
  })

  await test.step('the family asks and stands in line, first', async () => {
    await sendRequest(family)
    await expect(standing(family)).toHaveText('В очереди')
    await expect(family.getByRole('main')).toContainText('вы первые')
    await expectNoSecrets(family)
  })
  const link =
    (await family.getByRole('link', { name: /\/ru\/request\/[\w-]{43}$/ }).textContent()) ?? ''

  await test.step('the student cancels, the places are offered and taken', async () => {
    await student.getByRole('link', { name: 'Отменить запрос' }).click()
    await student.getByRole('button', { name: 'Отменить запрос' }).click()
    await expect(standing(student)).toHaveText('Вы отменили')
    await family.goto('/ru/request')
    await expect(standing(family)).toHaveText('Место предлагают')
    await expectNoSecrets(family)
    await family.getByRole('button', { name: 'Беру место' }).click()
    await expect(standing(family)).toHaveText('Места за вами')
    for (const secret of Object.values(SECRET)) {
      await expect(family.getByRole('main')).toContainText(secret)
    }
  })

  await test.step('they write to each other', async () => {
    await family.getByRole('link', { name: 'Написать' }).click()
    await fillIn(family, { 'Что написать': 'Есть ли детское кресло?' })
    await family.getByRole('button', { name: 'Отправить' }).click()
    await expect(standing(family)).toBeVisible()
    await host.goto('/ru/my/requests')
    await host.getByRole('link', { name: 'Семья' }).first().click()
    await expect(host.getByRole('main')).toContainText('Есть ли детское кресло?')
    await fillIn(host, { 'Что написать': 'Да, одно.' })
    await host.getByRole('button', { name: 'Отправить' }).click()
    await expect(host.getByText('Да, одно.')).toBeVisible()
    await family.goto('/ru/request')
    await expect(family.getByText('Да, одно.')).toBeVisible()
  })

  await test.step('another phone opens the page by the link, only with its button', async () => {
    const phone = await as('guest')
    const answer = await phone.goto(link)
    expect(answer?.headers()).toMatchObject({
      'cache-control': 'private, no-store',
      'x-robots-tag': 'noindex, noarchive',
    })
    await expect(phone).toHaveTitle('Qadam')
    await expect(standing(phone)).toHaveCount(0)
    await phone.getByRole('main').getByRole('button').click()
    await expect(standing(phone)).toHaveText('Места за вами')
    await phone.getByRole('button', { name: 'Закрыть на этом телефоне' }).click()
    await phone.goto('/ru/request')
    await expect(phone.getByRole('heading', { level: 1 })).toHaveText(NOTHING)
  })

  await test.step('and by a code, once', async () => {
    await family.getByRole('link', { name: 'Открыть на другом телефоне' }).click()
    await family.getByRole('button', { name: 'Показать код' }).click()
    const code = (await family.getByRole('status').textContent()) ?? ''
    const digits = code.replace(/\D/g, '')
    const enter = async (phone: Page) => {
      await phone.goto('/ru/request')
      await fillIn(phone, { 'Код с другого телефона': digits })
      await phone.getByRole('button', { name: 'Открыть' }).click()
    }
    const phone = await as('guest')
    await enter(phone)
    await expect(standing(phone)).toHaveText('Места за вами')
    const late = await as('guest')
    await enter(late)
    await expect(late.getByRole('alert')).toBeVisible()
  })

  await test.step('on the day they say that they have arrived', async () => {
    const arrived = family.getByRole('button', { name: 'Я на месте, всё хорошо' })
    await family.goto('/ru/request')
    await expect(arrived).toHaveCount(0)
    await db.request.updateMany({
      where: { listingId: id, status: 'accepted' },
      data: { startsAt: new Date() },
    })
    await family.goto('/ru/request')
    await arrived.click()
    await expect(standing(family)).toHaveText('Вы на месте')
  })

  await test.step('erased, their link is one like any other', async () => {
    await family.getByRole('link', { name: 'Стереть написанное мной' }).click()
    await family.getByRole('button', { name: 'Стереть сейчас' }).click()
    const nothing = family.getByRole('heading', { level: 1, name: NOTHING })
    await expect(nothing).toBeVisible()
    const unknown = link.replace(/[\w-]{43}$/, 'a'.repeat(43))
    const pages: string[] = []
    for (const address of [link, unknown, `${link}x`, link.slice(0, -5)]) {
      await family.goto(address)
      await family.getByRole('main').getByRole('button').click()
      await expect(nothing).toBeVisible()
      pages.push(await family.getByRole('main').innerHTML())
    }
    expect(new Set(pages).size).toBe(1)
    await host.reload()
    await expect(host.getByRole('main')).not.toContainText('Есть ли детское кресло?')
  })
})

test('what a request may not hold comes back in words, beside what was typed', async ({ page }) => {
  const id = await published(await enrol(await verified()), 'housing')
  const nights = { 'С какого дня': day(3), 'День отъезда': day(3) }
  await page.goto(`/ru/uralsk/housing/${id}?from=${day(1)}&to=${day(3)}`)
  await page.getByRole('link', { name: 'Попросить место' }).click()
  await expectKept(page, { 'С какого дня': day(1), 'День отъезда': day(3) })

  await fillIn(page, { ...nights, 'Сколько взрослых': '0', Сообщение: 'ИИН 900101300017' })
  await page.getByRole('button', { name: 'Отправить запрос' }).click()
  await expectError(page, 'Сколько взрослых', 'Напишите число от 1 до 20.')
  await expectError(page, 'Сообщение', 'Уберите ИИН и номера документов.')
  await expectError(page, 'День отъезда', 'День отъезда должен быть позже первой ночи.')
  await expectKept(page, nights)

  await fillIn(page, { 'Сколько взрослых': '10 000', Сообщение: '<script>alert(1)</script>' })
  await page.getByRole('button', { name: 'Отправить запрос' }).click()
  await expectError(page, 'Сколько взрослых', 'Напишите число от 1 до 20.')
  await expectError(page, 'Сообщение', 'Уберите знаки < и >')

  await fillIn(page, { 'Сколько взрослых': '4', Сообщение: '', 'День отъезда': day(5) })
  await expect(async () => {
    await page.getByRole('button', { name: 'Отправить запрос' }).click()
    await expect(page.getByRole('alert')).toContainText('Здесь всего', { timeout: 500 })
  }).toPass()
  await fillIn(page, { 'Сколько взрослых': '3' })
  await sendRequest(page)
  await expect(standing(page)).toHaveText('Ждёт ответа')
})

async function expectNoSecrets(page: Page): Promise<void> {
  const html = (await page.content()).replace(/<footer.*<\/footer>/s, '')
  for (const secret of Object.values(SECRET)) expect(html).not.toContain(secret)
}
