import { day } from '@/lib/testing/homes'
import { expect, test } from './support/fixtures'
import { fillIn, HOME } from './support/forms'
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

const HOUSE = 'Улица с мозаикой, дом 47'

test('a home goes the whole way from a host to a newcomer and back', async ({ page, as, mail }) => {
  test.setTimeout(90_000)
  const address = newAddress()
  const newcomer = await as('guest', { javaScriptEnabled: false, locale: 'kk-KZ' })
  const staff = await as('samal')

  await signInByMail(page, mail, address)
  await introduce(page, 'Жильё', 'английский')
  await readDuties(page)
  await fillIn(page, {
    ...HOME,
    Название: 'Комната с видом на тополя',
    'Первая ночь': day(60),
    'Последняя ночь': day(66),
    'Точный адрес': HOUSE,
  })
  await page.getByRole('checkbox', { name: 'С детьми' }).check()
  const id = await sendForReview(page)

  const nights = { from: day(61), to: day(63) }
  const list = `/kk/uralsk/housing?from=${nights.from}&people=2&to=${nights.to}`
  const detail = `/kk/uralsk/housing/${id}`
  const card = newcomer.locator(`a[href^="${detail}"]`)
  await test.step('nobody sees it before a moderator did', async () => {
    for (const path of [list, '/kk/uralsk', '/kk/housing']) {
      await newcomer.goto(path)
      await expect(card, path).toHaveCount(0)
    }
    await expectGone(newcomer, detail)
  })

  await verifyAndPublish(staff, id, await as('erzhan'))

  await test.step('a newcomer finds it by their nights, in Kazakh, without JavaScript', async () => {
    await newcomer.goto('/kk/uralsk')
    await newcomer
      .getByRole('navigation')
      .getByRole('link', { name: kk.frame.section.housing })
      .click()
    await newcomer.getByText(kk.filter.open, { exact: true }).click()
    await newcomer.getByLabel('Неше адам').fill('2')
    await newcomer.getByLabel(kk.housing.filter.from).fill(nights.from)
    await newcomer.getByLabel(kk.housing.filter.to).fill(nights.to)
    await newcomer.getByRole('button', { name: kk.filter.show }).click()
    await card.click()
    expect(new URL(newcomer.url()).pathname).toBe(detail)
    const name = newcomer.getByRole('heading', { level: 1 })
    await expect(name).toHaveText('Комната с видом на тополя')
    await expect(name).toHaveAttribute('lang', 'ru')
  })

  await test.step('more people than beds, or other nights, do not find it', async () => {
    for (const query of [`from=${nights.from}&people=3&to=${nights.to}`, `from=${day(70)}`]) {
      await newcomer.goto(`/kk/uralsk/housing?${query}`)
      await expect(card, query).toHaveCount(0)
    }
  })

  await test.step('its address stands in no public page', async () => {
    for (const locale of ['ru', 'kk', 'en']) {
      for (const path of [detail, list, '/kk/uralsk', '/kk']) {
        const answer = await newcomer.request.get(path.replace('/kk', `/${locale}`))
        const html = await answer.text()
        for (const secret of [HOUSE, 'мозаикой', address]) {
          expect(html, `${locale}${path}`).not.toContain(secret)
        }
      }
    }
  })

  await test.step('the host is told in English', async () => {
    const decision = await mail.to(address, 2)
    expect(decision.subject).toBe('Qadam: a decision on your listing')
    expect(decision.text).toContain(`/en/my/listings/${id}`)
    expect(decision.text).not.toMatch(/Ляззат|тополя|Уральск|Uralsk|мозаик/)
  })

  await withdraw(page, id)
  await expectGone(newcomer, detail)
  await newcomer.goto(list)
  await expect(card).toHaveCount(0)
})
