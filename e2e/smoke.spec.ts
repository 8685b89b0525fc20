import { expect, test } from './support/fixtures'

for (const locale of ['ru', 'kk', 'en']) {
  test(`home answers in ${locale}`, async ({ page }) => {
    const response = await page.goto(`/${locale}`)
    expect(response?.status()).toBe(200)
    await expect(page.locator('html')).toHaveAttribute('lang', locale)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  })
}
