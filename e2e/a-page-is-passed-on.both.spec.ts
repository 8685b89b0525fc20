import { LOCALES } from '@/lib/i18n/locales'
import { readQr } from '@/lib/testing/qr'
import { expect, test } from './support/fixtures'
import { published } from './support/listings'
import { enrol, verified } from './support/people'

const SHARE = { ru: 'Поделиться', kk: 'Бөлісу', en: 'Share' } as const

for (const locale of LOCALES) {
  test(`a page is passed on by its address, a picture or Telegram, in ${locale}`, async ({
    page,
    baseURL,
  }) => {
    const id = await published(await enrol(await verified()), 'ride', { to: 'city-uralsk' })
    for (const path of [
      `/uralsk/rides/${id}`,
      '/uralsk',
      '/guide',
      '/guide/iin',
      '/crossings',
      '/uralsk/pack',
    ]) {
      const address = `${baseURL}/${locale}${path}`
      await page.goto(`/${locale}${path}`)
      const share = page.locator('details.share')
      await share.getByText(SHARE[locale], { exact: true }).click()
      await expect(share.getByText(address, { exact: true }), path).toBeVisible()
      expect(readQr(await share.locator('svg.qr').evaluate((svg) => svg.outerHTML))).toBe(address)
      const telegram = await share.getByRole('link').getAttribute('href')
      const { hostname, searchParams } = new URL(telegram ?? '')
      expect(hostname).toBe('t.me')
      expect(searchParams.get('url')).toBe(address)
      expect(searchParams.get('text')?.length).toBeGreaterThan(2)
    }
  })
}
