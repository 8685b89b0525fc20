import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { enqueue } from '@/lib/notifications/jobs'
import { connectTo } from '@/lib/testing/connect'
import { expect, test } from './support/fixtures'
import { launchApp } from './support/launch'

test('a site with QADAM_WORKER=separate leaves its jobs to npm run worker', async ({ request }) => {
  test.setTimeout(120_000)
  process.env.QADAM_WORKER = 'separate'
  const app = await launchApp('operated').finally(() => delete process.env.QADAM_WORKER)
  const db = connectTo(app.settings.DATABASE_URL ?? '')
  const states = () => db.$queryRaw`SELECT state::text FROM jobs.job WHERE name = 'decision-mail'`
  try {
    expect((await request.get(`${app.settings.PUBLIC_URL}/api/health`)).status()).toBe(200)
    await enqueue(db, 'decision-mail', { decisionId: randomUUID() })
    // What runs by the clock is planned by a worker at its start: there is none.
    expect(await db.$queryRaw`SELECT name FROM jobs.schedule`).toEqual([])
    expect(await states()).toEqual([{ state: 'created' }])

    const { DATABASE_URL: DATABASE_OWNER_URL, SITE_DATABASE_URL: DATABASE_URL } = app.settings
    const worker = spawn(process.execPath, ['--import', 'tsx', 'scripts/worker.ts'], {
      env: { ...process.env, ...app.settings, DATABASE_URL, DATABASE_OWNER_URL },
      stdio: 'ignore',
    })
    const ended = once(worker, 'exit')
    await expect.poll(states, { timeout: 30_000 }).toEqual([{ state: 'completed' }])
    worker.kill('SIGTERM')
    expect(await ended).toEqual([0, null])
    expect((await request.get(`${app.settings.PUBLIC_URL}/api/health`)).status()).toBe(200)
  } finally {
    await db.$disconnect()
    await app.stop()
  }
})
