import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Expects no violation of WCAG 2.2 AA on this page. Needs JavaScript: not for *.both.spec.ts. */
export async function axe(page: Page): Promise<void> {
  // What is scrolled halfway under the bar of the page is no target there.
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }))
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze()
  const found = violations.map(({ id, help, nodes }) => ({
    rule: `${id}: ${help}`,
    where: nodes.map((node) => node.target.join(' ')),
  }))
  expect(found, page.url()).toEqual([])
}

/** Pictures of the whole page for people to look at: test-results/screens/<name>-<width>-<scheme>.png */
export async function shoot(page: Page, name: string): Promise<void> {
  const before = page.viewportSize()
  for (const width of [360, 390, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      const path = `test-results/screens/${name}-${width}-${colorScheme}.png`
      await page.screenshot({ path, fullPage: true })
    }
  }
  await page.emulateMedia({ colorScheme: null })
  if (before) await page.setViewportSize(before)
}
