import { LOCALES } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translator'
import { KEPT } from '@/lib/retention/rules'
import { expect, test } from './support/fixtures'

for (const locale of LOCALES) {
  test(`the privacy page says for how long everything is kept in ${locale}`, async ({ page }) => {
    const t = translator(locale)
    await page.goto(`/${locale}/privacy`)
    const said = ((await page.getByRole('main').textContent()) ?? '').replaceAll('\u00a0', ' ')
    for (const { key, values } of KEPT) {
      const sentence = t(`privacy.kept.${key}`, values as Record<string, number>)
      expect(said, key).toContain(sentence.replaceAll('\u00a0', ' '))
      for (const limit of Object.values(values)) expect(sentence, key).toContain(String(limit))
    }
  })
}
