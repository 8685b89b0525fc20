import { day } from '@/lib/testing/homes'
import { expect, test } from './support/fixtures'
import { fillIn } from './support/forms'
import { published } from './support/listings'
import { enrol, verified } from './support/people'
import { openForm, sendRequest, standing } from './support/requests'

const SECRET = { point: 'У жёлтого киоска', car: 'Серый седан', plate: '007 QDM 07' }

test('a family is accepted, the volunteer is suspended, and they find another ride', async ({
  page: family,
  as,
  mail,
  db,
}) => {
  test.setTimeout(90_000)
  const author = await enrol(await verified())
  const departure = { day: day(10), time: '14:25' }
  const ride = await published(author, 'ride', { seats: 5, ...departure, ...SECRET })
  const other = await published(await enrol(await verified()), 'ride', { seats: 6, ...departure })
  const host = await as(author)
  const student = await as('guest')

  await test.step('the family has its places, a student stands in line', async () => {
    await openForm(family, ride)
    await fillIn(family, { 'Сколько взрослых': '2', 'Сколько детей': '3' })
    await sendRequest(family)
    await host.goto('/ru/my/requests')
    await host.getByRole('button', { name: 'Согласиться' }).click()
    await expect(host.getByRole('button', { name: 'Согласиться' })).toHaveCount(0)
    await family.goto('/ru/request')
    await expect(standing(family)).toHaveText('Места за вами')
    await expect(family.getByRole('main')).toContainText(SECRET.plate)
    await openForm(student, ride)
    await sendRequest(student)
    await expect(standing(student)).toHaveText('В очереди')
  })

  const staff = await as('samal')
  await test.step('a moderator suspends the volunteer', async () => {
    await staff.goto(`/ru/staff/people/${author.id}`)
    await staff.getByRole('link', { name: 'Закрыть вход' }).click()
    await staff.getByRole('radio', { name: 'Просьба заплатить' }).check()
    await staff.getByRole('button', { name: 'Закрыть вход' }).click()
    await expect(staff.getByRole('main')).toContainText('Вход закрыт.')
  })

  await test.step('everyone reads it in plain words, and nothing private any more', async () => {
    for (const page of [family, student]) {
      await page.goto('/ru/request')
      await expect(standing(page)).toHaveText('Запрос снят')
      await expect(page.getByRole('main')).toContainText('Модератор снял это предложение')
      await expect(page.getByRole('link', { name: 'Другое жильё' })).toBeVisible()
      const html = await page.content()
      for (const secret of Object.values(SECRET)) expect(html).not.toContain(secret)
    }
    const left = { where: { listingId: ride } }
    expect(await db.hold.count(left)).toBe(0)
    expect(await db.capacity.findFirst(left)).toMatchObject({ held: 0, free: 5 })
    const row = await db.listing.findUnique({ where: { id: ride } })
    expect(row).toMatchObject({ status: 'taken_down', openRequests: 0 })
  })

  await test.step('what else fits takes them in for the same hour', async () => {
    await family.getByRole('link', { name: 'Другие поездки' }).click()
    await family.locator(`a[href="/ru/uralsk/rides/${other}"]`).click()
    await family.getByRole('link', { name: 'Попросить место' }).click()
    await fillIn(family, { 'Сколько взрослых': '2', 'Сколько детей': '3' })
    await sendRequest(family)
    await expect(standing(family)).toHaveText(['Ждёт ответа', 'Запрос снят'])
  })

  await test.step('the volunteer gets one mail that says why and whom to answer', async () => {
    const about = (subject: string) =>
      mail.all(author.email).filter((sent) => sent.subject === subject)
    await expect.poll(() => about('Qadam: ваш вход закрыт').length).toBe(1)
    const text = about('Qadam: ваш вход закрыт')[0]?.text ?? ''
    expect(text).toContain('Просьба заплатить до встречи или просмотра.')
    expect(text).toContain(process.env.OPERATOR_CONTACT)
    expect(text).not.toMatch(/\/my\/|Нурлан|Уральск|QDM/)
    expect(about('Qadam: решение по вашему объявлению')).toEqual([])

    await staff.getByRole('button', { name: 'Снова открыть вход' }).click()
    await expect(staff.getByRole('link', { name: 'Закрыть вход' })).toBeVisible()
    await expect.poll(() => about('Qadam: ваш вход снова открыт').length).toBe(1)
  })
})
