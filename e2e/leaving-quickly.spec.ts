import { expect, test } from './support/fixtures'

test('there is no way back to the page that was left', async ({ page }) => {
  await page.goto('/ru')
  await page.goto('/ru/about')
  await page.getByRole('link', { name: 'Уйти быстро' }).click()
  await page.waitForURL('/ru/calendar')
  await page.goBack()
  await expect(page).toHaveURL(/\/ru$/)
})

test('three presses of Shift leave any page', async ({ page, login }) => {
  await login('samal')
  for (const path of ['/ru/uralsk/rides', '/ru/request', '/ru/my', '/ru/staff', '/ru/nowhere']) {
    await page.goto('/ru/about')
    await login('samal')
    await page.goto(path)
    for (let press = 0; press < 3; press += 1) await page.keyboard.press('Shift')
    await page.waitForURL('/ru/calendar')
    await page.goBack()
    await expect(page, path).toHaveURL(/\/ru\/about$/)
  }
})

test('typing capital letters leaves nothing', async ({ page }) => {
  await page.goto('/ru/sign-in')
  await page.getByLabel('Почта').focus()
  for (const letter of ['A', 'B', 'C', 'D']) await page.keyboard.press(`Shift+${letter}`)
  await expect(page.getByLabel('Почта')).toHaveValue('ABCD')
  await expect(page).toHaveURL(/\/ru\/sign-in$/)
})
