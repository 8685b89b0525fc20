import { CAST } from '@/prisma/seed/samples/people'
import { expect, test } from './support/fixtures'
import { launchApp } from './support/launch'

test('with a database of its own the site has no samples, no sample people and no mailbox', async ({
  request,
}) => {
  test.setTimeout(90_000)
  const app = await launchApp('operated')
  try {
    const get = async (path: string) => {
      const answer = await request.get(app.settings.PUBLIC_URL + path)
      return { status: answer.status(), html: await answer.text() }
    }
    for (const locale of ['ru', 'kk', 'en']) {
      expect((await get(`/${locale}/mailbox`)).status).toBe(404)
      for (const path of ['', '/rides', '/housing', '/centres', '/uralsk', '/almaty', '/sign-in']) {
        const { status, html } = await get(`/${locale}${path}`)
        expect(status, path).toBe(200)
        expect(html, path).not.toMatch(/class="demo"(?! data-offline)|Пример:|Sample:/)
        expect(html, path).not.toContain('/mailbox')
        expect(html, path).not.toMatch(/\/(rides|housing|centres)\/[0-9a-f]{8}-/)
        for (const { name } of Object.values(CAST)) expect(html, path).not.toContain(name)
      }
    }
    // Places are facts, not samples: a ride can start at a real border post.
    expect((await get('/ru/rides')).html).toContain('Таскала')
    expect((await get('/ru/about')).html).toContain(app.settings.OPERATOR_CONTACT)
  } finally {
    await app.stop()
  }
})
