import { randomInt } from 'node:crypto'
import { NETWORK_LIMITS } from '@/lib/auth/limits'
import { keyedHash } from '@/lib/seal'
import { day } from '@/lib/testing/homes'
import { countByKey, type Visit } from '@/lib/visitors/counters'
import { networkKey } from '@/lib/visitors/salts'
import { expect, test } from './support/fixtures'
import { fillIn } from './support/forms'
import { published } from './support/listings'
import { enrol, verified } from './support/people'
import { asked, sendUntil } from './support/requests'

const TOO_MUCH = /Из вашей сети сейчас приходит слишком\sмного\. Попробуйте через\s(59|60)\sмин/

test('a network that asked too often waits, its neighbour does not', async ({ as }) => {
  const id = await published(await enrol(await verified()), 'ride')
  const network = await fullNetwork('ask', 1_500)
  const flood = await as('guest', { extraHTTPHeaders: { 'X-Forwarded-For': network } })
  const neighbour = await as('guest', { extraHTTPHeaders: { 'X-Forwarded-For': anyNetwork() } })
  for (const [page, answer] of [
    [flood, TOO_MUCH],
    [neighbour, 'Ваши запросы'],
  ] as const) {
    await page.goto(`/ru/uralsk/rides/${id}/ask`)
    await sendUntil(page, () =>
      expect(page.getByRole('main')).toContainText(answer, { timeout: 1_000 }),
    )
  }
})

test('a network that guessed codes too often waits, its neighbour does not', async ({ as }) => {
  const network = await fullNetwork('code', 300)
  const flood = await as('guest', { extraHTTPHeaders: { 'X-Forwarded-For': network } })
  const neighbour = await as('guest', { extraHTTPHeaders: { 'X-Forwarded-For': anyNetwork() } })
  for (const [page, answer] of [
    [flood, TOO_MUCH],
    [neighbour, 'Код не подошёл'],
  ] as const) {
    await page.goto('/ru/request')
    await fillIn(page, { 'Код с другого телефона': '123 456 789' })
    const sent = page.waitForResponse((response) => response.request().method() === 'POST')
    await page.getByRole('button', { name: 'Открыть' }).click()
    await expect(page.getByRole('alert')).toContainText(answer)
    const response = await sent
    expect(response.status()).toBe(answer === TOO_MUCH ? 429 : 200)
    const wait = Number((await response.headerValue('retry-after')) ?? 0)
    expect(wait > 0 && wait <= 3_600).toBe(answer === TOO_MUCH)
  }
})

test('a network that searched too often is told when to come back, and can read on', async ({
  request,
  db,
}) => {
  const { name, hits } = NETWORK_LIMITS.search
  const [flood, neighbour] = [anyNetwork(), anyNetwork()]
  const key = await networkKey(flood, 'search', new Date())
  await countByKey('search', key)
  await db.rateLimit.update({ where: { key: keyedHash(`rate:${name}`, key) }, data: { hits } })
  const ask = (path: string, network: string) =>
    request.get(`/kk${path}`, { headers: { 'X-Forwarded-For': network } })
  // Nobody else has just asked this: what lies ready is given to everyone.
  const own = flood.replaceAll('.', '')
  for (const path of [`/search?q=комната+${own}`, `/uralsk/rides?q=чемодан+${own}`]) {
    const answer = await ask(path, flood)
    expect(answer.status(), path).toBe(429)
    expect(answer.headers()['retry-after']).toMatch(/^(540|600)$/)
    expect(await answer.text()).toContain('Әрекет тым көп болды')
    expect((await ask(path, neighbour)).status(), path).toBe(200)
  }
  expect((await ask('/uralsk/rides', flood)).status()).toBe(200)
})

test('whoever comes after twenty open requests is told and shown others', async ({ page }) => {
  const id = await published(await enrol(await verified()), 'ride', { seats: 50, day: day(4) })
  await Promise.all(Array.from({ length: 20 }, () => asked(id)))
  await page.goto(`/ru/uralsk/rides/${id}/ask`)
  await fillIn(page, { 'Сколько взрослых': '2', 'Сколько детей': '1', Сообщение: 'Нас трое' })
  const told = page.getByRole('alert')
  await expect(async () => {
    await page.getByRole('button', { name: 'Отправить запрос' }).click()
    await expect(told).toContainText('много запросов без ответа', { timeout: 500 })
  }).toPass()
  await expect(page.getByLabel('Сообщение')).toHaveValue('Нас трое')
  await told.getByRole('link', { name: 'Другие поездки' }).click()
  await expect(page).toHaveURL(`/ru/uralsk/rides?date=${day(4)}&people=3`)
})

/** An address of the range for examples that no other test counts on. */
function anyNetwork(): string {
  return `198.18.${randomInt(256)}.${randomInt(256)}`
}

/** One that has used up what it may do in an hour. */
async function fullNetwork(visit: Visit, hits: number): Promise<string> {
  const network = anyNetwork()
  const key = await networkKey(network, visit, new Date())
  for (let hit = 0; hit < hits; hit += 1) await countByKey(visit, key)
  return network
}
