import { randomInt } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { LOCALES } from '@/lib/i18n/locales'
import { day } from '@/lib/testing/homes'
import { expect, test } from './support/fixtures'
import { published } from './support/listings'
import { enrol, verified } from './support/people'
import { words } from './support/words'

const LIMIT_BYTES = 60 * 1024

test('a city goes from phone to phone as one file that needs nothing', async ({
  page,
  context,
}, testInfo) => {
  const author = await enrol(await verified())
  await published(author, 'ride', { to: 'city-uralsk', day: day(1) })
  await page.goto('/ru/uralsk')
  await page.getByRole('link', { name: 'Всё о городе одной страницей' }).click()
  await expect(page).toHaveURL(/\/ru\/uralsk\/pack$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Уральск: главное на одной странице',
  )

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Скачать одним файлом' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('qadam-uralsk-ru.html')
  const path = testInfo.outputPath(download.suggestedFilename())
  await download.saveAs(path)

  const asked: string[] = []
  context.on('request', (request) => asked.push(request.url()))
  await context.setOffline(true)
  await page.goto(`file://${path}`)
  const main = page.getByRole('main')
  await expect(main).toContainText(/Страница собрана\s\d+\s[а-я]+\sв\s\d\d:\d\d/)
  await expect(main.getByRole('heading', { name: 'Таскала → Уральск' }).first()).toBeVisible()
  await expect(page.getByRole('banner')).toHaveCSS('background-color', 'rgb(12, 51, 64)')
  expect(asked).toEqual([`file://${path}`])
})

test('everything in it holds on another day and on another phone', async ({ page, baseURL }) => {
  for (const locale of LOCALES) {
    const { today, tomorrow, yesterday } = words(locale).time
    const relative = new RegExp(`(?<!\\p{L})(${today}|${tomorrow}|${yesterday})(?!\\p{L})`, 'iu')
    for (const path of ['/uralsk/pack', '/almaty/pack']) {
      const answer = await page.goto(`/${locale}${path}`)
      const html = (await answer?.text()) ?? ''
      const cards = await page.locator('li.card').allTextContents()
      expect(cards.length).toBeGreaterThan(2)
      expect(cards.filter((text) => relative.test(text))).toEqual([])
      expect(html, path).not.toMatch(/<(script|img|iframe|object|video)\b|@import|url\(/)
      expect(html.match(/<link\b[^>]*>/g), path).toEqual(['<link rel="icon" href="data:,"/>'])
      const addresses = [...html.matchAll(/ (?:href|src|action)="([^"]*)"/g)].map(([, to]) => to)
      const whole = new RegExp(`^(${baseURL}/|https?://(?!127|localhost)|tel:|#main|data:,$)`)
      expect(addresses.filter((to) => !whole.test(to ?? ''))).toEqual([])
      const headers = answer?.headers()
      expect(headers).toMatchObject({
        'cache-control': 'public, max-age=0, s-maxage=1, stale-if-error=60',
        'x-robots-tag': 'noindex, noarchive',
      })
      expect(headers?.['content-security-policy']).toMatch(
        /^default-src 'none'; style-src 'sha256-\S+'; img-src data:;/,
      )
    }
  }
})

test('a city with more than fits stays small and says where the rest is', async ({
  page,
  request,
}) => {
  test.setTimeout(120_000)
  const author = await enrol(await verified())
  for (let n = 0; n < 21; n += 1) {
    await published(author, 'ride', { to: 'city-almaty', day: day(2), body: noise(2000) })
    await published(author, 'housing', {
      city: 'almaty',
      title: noise(80),
      houseRules: noise(500),
    })
    const long = { title: noise(80), documents: noise(1000), fees: noise(300), body: noise(2000) }
    await published(author, 'centre', { city: 'almaty', ...long })
  }
  for (const locale of LOCALES) {
    const html = await (await request.get(`/${locale}/almaty/pack`)).text()
    expect(gzipSync(html).length, locale).toBeLessThanOrEqual(LIMIT_BYTES)
  }
  await page.goto('/ru/almaty/pack')
  for (const [list, count] of [
    ['rides', 20],
    ['housing', 20],
    ['centres', 12],
  ] as const) {
    const rest = page.getByText(`Здесь первые ${count}. Остальное на сайте.`)
    await expect(rest.locator(`a[href$="/ru/almaty/${list}"]`)).toBeVisible()
  }
})

/**
 * A text that compresses as badly as one can. Its words begin as none does, so that no search of
 * another journey finds in them the beginning of its own.
 */
function noise(length: number): string {
  const letters = 'абвгдежзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі'
  const letter = () => letters.charAt(randomInt(letters.length))
  const word = () => `ы${Array.from({ length: 8 }, letter).join('')}`
  return Array.from({ length: length / 10 }, word).join(' ')
}
