import { day } from '@/lib/testing/homes'
import { expect, test } from './support/fixtures'
import { fillIn, RIDE } from './support/forms'
import {
  expectGone,
  introduce,
  newAddress,
  readDuties,
  sendForReview,
  signInByMail,
  verifyAndPublish,
  withdraw,
} from './support/journey'
import { words } from './support/words'

const kk = words('kk')

const SECRET = {
  minute: '04:47',
  point: 'У остановки с голубой крышей',
  car: 'Серый универсал',
  plate: '001 QDM 07',
}

test('a ride goes the whole way from a volunteer to a newcomer and back', async ({
  page,
  as,
  mail,
}) => {
  test.setTimeout(90_000)
  const address = newAddress()
  const newcomer = await as('guest', { javaScriptEnabled: false, locale: 'kk-KZ' })
  const staff = await as('samal')

  await signInByMail(page, mail, address)
  await introduce(page, 'Поездка', 'казахский')
  await readDuties(page)
  await fillIn(page, {
    ...RIDE,
    'Какого числа': day(20),
    'Во сколько': SECRET.minute,
    'Где встречаетесь': SECRET.point,
    Машина: SECRET.car,
    'Номер машины': SECRET.plate,
  })
  const id = await sendForReview(page)

  const list = `/kk/uralsk/rides?date=${day(20)}&from=crossing-taskala`
  const detail = `/kk/uralsk/rides/${id}`
  const card = newcomer.locator(`a[href="${detail}"]`)
  await test.step('nobody sees it before a moderator did', async () => {
    for (const path of [list, '/kk/uralsk', '/kk/rides']) {
      await newcomer.goto(path)
      await expect(card, path).toHaveCount(0)
    }
    await expectGone(newcomer, detail)
  })

  await verifyAndPublish(staff, id)

  await test.step('a newcomer finds it within two seconds', async () => {
    await expect(async () => {
      await newcomer.goto(list)
      await expect(card).toHaveCount(1, { timeout: 1 })
    }).toPass({ timeout: 2000, intervals: [100] })
  })

  await test.step('and in two taps and the filters, in Kazakh, without JavaScript', async () => {
    await newcomer.goto('/')
    expect(new URL(newcomer.url()).pathname).toBe('/kk')
    await newcomer.getByRole('link', { name: kk.home.need.ride }).click()
    await newcomer.getByText(kk.filter.open, { exact: true }).click()
    await newcomer.getByLabel(kk.rides.filter.date).fill(day(20))
    await newcomer.getByRole('button', { name: kk.filter.show }).click()
    await card.click()
    expect(new URL(newcomer.url()).pathname).toBe(detail)
    await expect(newcomer.getByRole('main')).toContainText('04:00–05:00')
    await expect(newcomer.getByRole('main')).toContainText('Ляззат')
  })

  await test.step('what only accepted people may know stands in no public page', async () => {
    for (const locale of ['ru', 'kk', 'en']) {
      for (const path of [`/uralsk/rides/${id}`, list.slice(3), '/uralsk', '']) {
        const answer = await newcomer.request.get(`/${locale}${path}`)
        // The footer says at which minute the page was made.
        const html = (await answer.text()).replace(/<footer.*<\/footer>/s, '')
        for (const secret of [...Object.values(SECRET), address]) {
          expect(html, `${locale}${path}`).not.toContain(secret)
        }
      }
    }
  })

  await test.step('the author is told in Kazakh, and the mail tells nobody else anything', async () => {
    const decision = await mail.to(address, 2)
    expect(decision.subject).toBe(kk.mail.decision.subject)
    expect(decision.text).toContain(`/kk/my/listings/${id}`)
    expect(decision.text).not.toMatch(/Ляззат|Таскала|Taskala|Орал|QDM|универсал|голубой/)
  })

  await withdraw(page, id)
  await expectGone(newcomer, detail)
  await newcomer.goto(list)
  await expect(card).toHaveCount(0)
})
