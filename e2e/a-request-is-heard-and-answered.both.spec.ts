import { acceptRequest, arrive } from '@/lib/requests/commands'
import { findLink } from '@/lib/requests/links'
import { actorOf } from '@/lib/testing/cast'
import { day } from '@/lib/testing/homes'
import { expect, test } from './support/fixtures'
import { expectError, fillIn } from './support/forms'
import { published } from './support/listings'
import { enrol, verified } from './support/people'
import { asked, openForm, openPage, sendRequest, standing } from './support/requests'

const SECRET = { point: 'У серой будки', car: 'Бежевый хэтчбек', plate: '009 QDM 07' }
/** All that a form lets through and a page could stumble over. */
const HOSTILE = `{{7*7}} \${7*7} %3Cscript%3E &lt;b&gt; javascript:alert(1) "' OR 1=1; DROP TABLE message -- ${'а'.repeat(300)}`

test('a new request mails the volunteer, and the mail says nothing of it', async ({
  page,
  mail,
}) => {
  const author = await enrol(await verified())
  const id = await published(author, 'ride', { from: 'crossing-taskala', day: day(10), ...SECRET })
  await openForm(page, id)
  await fillIn(page, { 'Как вас называть': 'Ирина', Сообщение: 'Ждём у шлагбаума' })
  await sendRequest(page)
  const { subject, text } = await mail.to(author.email)
  expect(text).toContain('/ru/my/requests')
  const said = `${subject} ${text}`
  expect(said).not.toMatch(/Ирин|шлагбаум|Таскала|Уральск|Нурлан|будк|хэтчбек|QDM|\d\d:\d\d|ИИН/)
  for (const secret of [id, day(10), ...Object.values(SECRET)]) expect(said).not.toContain(secret)
})

test('before asking, every form says how to stay safe', async ({ page }) => {
  const author = await enrol(await verified())
  const [ride, home] = [await published(author, 'ride'), await published(author, 'housing')]
  for (const path of [`rides/${ride}`, `housing/${home}`]) {
    await page.goto(`/ru/uralsk/${path}/ask`)
    const notes = ((await page.getByRole('main').textContent()) ?? '').replaceAll('\u00a0', ' ')
    const [place, crossing, pay, tell] = [
      'людном месте',
      'только через пункт пропуска',
      /Не (?:платите|переводите|отправляйте)/,
      'Скажите близким',
    ]
    for (const rule of [place, crossing, tell]) expect(notes, path).toContain(rule)
    expect(notes, path).toMatch(pay)
  }
})

test('what is declined or ends unanswered shows what else fits', async ({ page, as, db }) => {
  const author = await enrol(await verified())
  const at = day(12)
  const ride = await published(author, 'ride', { day: at, seats: 4 })
  const other = await published(await enrol(await verified()), 'ride', { day: at, seats: 4 })
  const { token, requestId } = await asked(ride, { adults: '2', children: '1' })
  const home = await published(author, 'housing')
  const nights = { from: day(1), to: day(3) }
  const late = await asked(home, { adults: '2', ...nights }, token)
  await db.request.update({ where: { id: late.requestId }, data: { expiresAt: new Date() } })
  const host = await as(author)
  await host.goto(`/ru/my/requests/${requestId}`)
  await host.getByRole('button', { name: 'Отказать' }).click()
  await expect(host.getByRole('button', { name: 'Согласиться' })).toHaveCount(0)

  await openPage(page.context(), token)
  await page.goto('/ru/request')
  await expect(standing(page).filter({ hasText: 'Отказали' })).toHaveCount(1)
  await expect(standing(page).filter({ hasText: 'Ответа не было' })).toHaveCount(1)
  const ended = page.locator(`[id="${late.requestId}"]`)
  await expect(ended.getByRole('link', { name: 'Другое жильё' })).toHaveAttribute(
    'href',
    `/ru/uralsk/housing?from=${nights.from}&people=2&to=${nights.to}`,
  )
  const declined = page.locator(`[id="${requestId}"]`)
  await declined.getByRole('link', { name: 'Другие поездки' }).click()
  await expect(page.locator(`a[href="/ru/uralsk/rides/${other}"]`)).toBeVisible()
})

test('hostile words are only words on both sides, and an IIN is refused', async ({ page, as }) => {
  const author = await enrol(await verified())
  const { token, requestId } = await asked(await published(author, 'ride'))
  await openPage(page.context(), token)
  const host = await as(author)
  const write = 'Что написать'
  for (const [side, path, messages] of [
    [page, `/ru/request/write/${requestId}`, 1],
    [host, `/ru/my/requests/${requestId}`, 2],
  ] as const) {
    await side.goto(path)
    await fillIn(side, { [write]: 'Мой ИИН 900101300017' })
    await side.getByRole('button', { name: 'Отправить' }).click()
    await expectError(side, write, 'Уберите ИИН и номера документов.')
    await fillIn(side, { [write]: HOSTILE })
    await side.getByRole('button', { name: 'Отправить' }).click()
    await expect(side.locator('p.own-words', { hasText: HOSTILE })).toHaveCount(messages)
  }
  for (const [side, path] of [
    [page, '/ru/request'],
    [host, `/ru/my/requests/${requestId}`],
  ] as const) {
    await side.goto(path)
    await expect(side.locator('p.own-words', { hasText: HOSTILE })).toHaveCount(2)
    const wide = await side.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(wide).toBeLessThanOrEqual(0)
  }
})

test('the week at a glance says whom a volunteer expects, day by day', async ({ page, login }) => {
  const author = await enrol(await verified())
  const host = await actorOf(author.id)
  const ride = await published(author, 'ride', { day: day(3), time: '14:25', seats: 5 })
  const home = await published(author, 'housing')
  const family = await asked(ride, { adults: '2', children: '1', name: 'Семья' })
  const student = await asked(ride, { name: 'Ая' })
  const guests = await asked(home, { from: day(), to: day(2), name: 'Пётр' })
  const unanswered = await asked(ride, { name: 'Никто' })
  for (const { requestId } of [family, student, guests]) await acceptRequest(host, requestId)
  const asker = await findLink(guests.token)
  if (asker) await arrive(asker, guests.requestId)

  await login(author)
  await page.goto('/ru/my/requests')
  const week = page.locator('#week')
  await expect(week.locator('dt')).toHaveCount(3)
  const later = week.locator('dd').nth(2)
  // Two nights: a guest stands under each of them.
  for (const night of [week.locator('dd').first(), week.locator('dd').nth(1)]) {
    await expect(night).toContainText('Пётр')
    await expect(night).toContainText('на месте')
  }
  await expect(later).toContainText(/14:00.*4.*5/s)
  await expect(later.getByRole('link', { name: 'Семья' })).toHaveAttribute(
    'href',
    `/ru/my/requests/${family.requestId}`,
  )
  await expect(later).toContainText('Ая')
  await expect(week).not.toContainText('Никто')
  await page.goto(`/ru/my/requests/${unanswered.requestId}`)
  await expect(page.getByRole('button', { name: 'Согласиться' })).toBeVisible()
})
