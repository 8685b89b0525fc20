import { connectTo } from '@/lib/testing/connect'
import { expect, test } from './support/fixtures'
import { launchApp } from './support/launch'

test('a site that keeps its pages shows what changed, and stays when its database goes', async ({
  request,
}) => {
  test.setTimeout(120_000)
  const app = await launchApp('embedded', '.next-test', { name: 'keep', pages: 'keep' })
  const { PUBLIC_URL = '', DATABASE_URL = '' } = app.settings
  const db = connectTo(DATABASE_URL)
  const ask = (path: string, headers = {}) => request.get(PUBLIC_URL + path, { headers })
  const list = '/ru/uralsk/housing'
  try {
    const first = await ask(list)
    expect(first.headers()['cache-control']).toMatch(/^public, max-age=0/)
    const cookie = 'next-auth.session-token=a; qadam.request=b'
    const shared = { Cookie: cookie, 'Accept-Language': 'kk', 'If-None-Match': '"other"' }
    expect((await ask(list, shared)).headers()).not.toHaveProperty('set-cookie')

    const changed = { kind: 'housing', city: 'uralsk', status: 'published' } as const
    await db.listing.updateMany({ where: changed, data: { title: 'Только что изменено' } })
    await expect.poll(async () => (await ask(list)).text()).toContain('Только что изменено')

    await ask('/ru')
    await letIn(DATABASE_URL, false)
    for (const path of [list, '/ru']) expect((await ask(path)).status(), path).toBe(200)
    expect((await ask('/kk/astana/rides')).status()).toBe(500)
    expect((await ask('/api/health')).status()).toBe(503)
    await letIn(DATABASE_URL, true)
    await expect.poll(async () => (await ask('/kk/astana/rides')).status()).toBe(200)
  } finally {
    await db.$disconnect()
    await app.stop()
  }
})

/** Opens a database to everyone, or shuts it and throws everyone out. */
async function letIn(url: string, isOpen: boolean): Promise<void> {
  const outside = new URL(url)
  outside.pathname = 'postgres'
  const db = connectTo(outside.href)
  await db.$executeRawUnsafe(`ALTER DATABASE qadam ALLOW_CONNECTIONS ${isOpen}`)
  if (!isOpen) {
    await db.$queryRaw`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'qadam'`
  }
  await db.$disconnect()
}
