import { expect, test } from './support/fixtures'
import { fillIn, HELP_POINT } from './support/forms'
import {
  expectGone,
  introduce,
  newAddress,
  sendForReview,
  signInByMail,
  verifyAndPublish,
  withdraw,
} from './support/journey'
import { words } from './support/words'

const kk = words('kk')

const HOUSE = 'Переулок за рынком, дом 47'

test('a help point goes the whole way from a volunteer to a newcomer and back', async ({
  page,
  as,
  mail,
}) => {
  test.setTimeout(90_000)
  const address = newAddress()
  const newcomer = await as('guest', { javaScriptEnabled: false, locale: 'kk-KZ' })
  const staff = await as('samal')

  await signInByMail(page, mail, address)
  await introduce(page, 'Помощь с ИИН', 'русский')
  await fillIn(page, { ...HELP_POINT, Название: 'Помощь у клуба', 'Улица и дом': HOUSE })
  await page.getByRole('checkbox', { name: 'Проверка SIM-карты' }).check()
  const id = await sendForReview(page)

  const list = '/kk/uralsk/centres?service=sim_check'
  const detail = `/kk/uralsk/centres/${id}`
  const card = newcomer.locator(`a[href="${detail}"]`)
  await test.step('nobody sees it before a moderator did', async () => {
    for (const path of [list, '/kk/uralsk', '/kk/centres']) {
      await newcomer.goto(path)
      await expect(card, path).toHaveCount(0)
    }
    await expectGone(newcomer, detail)
  })

  await verifyAndPublish(staff, id)

  await test.step('a newcomer finds it by what it helps with, in Kazakh, without JavaScript', async () => {
    await newcomer.goto('/kk/uralsk/centres')
    await newcomer.getByText(kk.filter.open, { exact: true }).click()
    await newcomer.locator('select[name="service"]').selectOption('sim_check')
    await newcomer.getByRole('button', { name: kk.filter.show }).click()
    await card.click()
    expect(new URL(newcomer.url()).pathname).toBe(detail)
    await expect(newcomer.getByRole('heading', { level: 1 })).toHaveText('Помощь у клуба')
    await expect(newcomer.getByRole('main')).toContainText('10:00–\u206013:00')
  })

  await test.step('what it does not help with does not lead to it', async () => {
    await newcomer.goto('/kk/uralsk/centres?service=digital_signature')
    await expect(card).toHaveCount(0)
  })

  await test.step('its address stands in no public page', async () => {
    for (const locale of ['ru', 'kk', 'en']) {
      for (const path of [detail, list, '/kk/uralsk', '/kk']) {
        const answer = await newcomer.request.get(path.replace('/kk', `/${locale}`))
        const html = await answer.text()
        for (const secret of [HOUSE, 'за рынком', address]) {
          expect(html, `${locale}${path}`).not.toContain(secret)
        }
      }
    }
  })

  await test.step('the author is told in Russian', async () => {
    const decision = await mail.to(address, 2)
    expect(decision.subject).toBe('Qadam: решение по вашему объявлению')
    expect(decision.text).toContain('Ваше объявление опубликовано.')
    expect(decision.text).not.toMatch(/Ляззат|клуба|Уральск|рынком/)
  })

  await withdraw(page, id)
  await expectGone(newcomer, detail)
  await newcomer.goto(list)
  await expect(card).toHaveCount(0)
})
