import type { Locator, Page } from '@playwright/test'
import { day } from '@/lib/testing/homes'
import { expect, test } from './support/fixtures'
import { expectRefused } from './support/forms'
import { ready } from './support/people'

test('the first stop leads past the header, and every stop can be seen', async ({ page }) => {
  await page.goto('/ru')
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: 'К главному' })
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#main$/)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('main').locator(':focus')).toHaveCount(1)

  await page.goto('/ru/uralsk/rides')
  const seen = new Set<string>()
  for (;;) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(() => {
      const { activeElement: focused } = document
      if (!focused || focused === document.body) return null
      // A card shows it around itself: the frame stands behind its link.
      const outlines = [null, '::after'].map((part) => getComputedStyle(focused, part).outlineStyle)
      const isShown = outlines.some((style) => style !== 'none')
      return { html: focused.outerHTML.slice(0, 200), isShown }
    })
    if (!stop || seen.has(stop.html)) break
    expect(stop.isShown, stop.html).toBe(true)
    seen.add(stop.html)
  }
  expect(seen.size).toBeGreaterThan(10)
})

test('a ride can be posted by keyboard alone', async ({ page, login }) => {
  await login(await ready())
  await page.goto('/ru/my')
  await tabTo(page, page.getByRole('main').getByRole('link', { name: 'Добавить первое' }))
  await page.keyboard.press('Enter')
  await page.waitForURL('/ru/my/new')
  await tabTo(page, page.getByRole('main').getByRole('link', { name: /^Поездка/ }))
  await page.keyboard.press('Enter')
  await page.waitForURL('/ru/my/rides/new')

  await tabTo(page, page.getByLabel('Откуда едете'))
  await page.keyboard.press('ArrowDown')
  await tabTo(page, page.getByLabel('Куда едете', { exact: true }))
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await tabTo(page, page.getByLabel('Какого числа'))
  await page.keyboard.type(dayThatReadsBothWays())
  await tabTo(page, page.getByLabel('Во сколько'))
  await page.keyboard.type('0930AM')
  await tabTo(page, page.getByRole('checkbox', { name: 'казахский' }))
  await page.keyboard.press('Space')
  await tabTo(page, page.getByLabel('Где встречаетесь'))
  await page.keyboard.type('У остановки для примера')
  await page.keyboard.press('Enter')

  // Enter has sent it too early: the summary has the focus and leads to what is left.
  await expectRefused(page, 'Осталось исправить: 2')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Машина', { exact: true })).toBeFocused()
  await page.keyboard.type('Белый универсал')
  await page.keyboard.press('Tab')
  await expect(page.getByLabel('Номер машины')).toBeFocused()
  await page.keyboard.type('000 AAA 07')
  await expect(page.getByLabel('Откуда едете')).toHaveValue('city-almaty')
  await expect(page.getByRole('checkbox', { name: 'казахский' })).toBeChecked()
  await tabTo(page, page.getByRole('button', { name: 'Отправить на проверку' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toContainText('На проверке.')
})

test('a moderator decides by keyboard alone', async ({ page, login, db }) => {
  await login('samal')
  const { id } = await db.listing.findFirstOrThrow({
    where: { status: 'pending', sample: true, kind: 'centre' },
    select: { id: true },
  })
  await page.goto(`/ru/staff/listings/${id}`)
  await tabTo(page, page.getByRole('button', { name: 'Отклонить' }))
  await page.keyboard.press('Enter')
  await expectRefused(page, 'Выберите причину.')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Причина')).toBeFocused()
})

/** The next day whose number is that of its month: a browser may ask for either first. */
function dayThatReadsBothWays(): string {
  const days = Array.from({ length: 40 }, (_, ahead) => day(ahead + 1))
  const [year, month] = days.find((date) => date.slice(5, 7) === date.slice(8))?.split('-') ?? []
  return `${month}${month}${year}`
}

/** Presses Tab until this has the focus, as far as a page has stops. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('Tab')
    await expect(target).toBeFocused({ timeout: 1 })
  }).toPass({ intervals: [0], timeout: 15_000 })
  await expect(target).toBeInViewport()
}
