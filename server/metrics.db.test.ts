import { get } from 'node:http'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { db } from '@/lib/db'
import { sendMail } from '@/lib/notifications/mail'
import { type Cast, cast } from '@/lib/testing/cast'
import { openHouse } from '@/lib/testing/house'
import { offerRide } from '@/lib/testing/rides'
import { closeWatch } from '@/lib/watch/connection'
import { openMetrics } from './metrics'

const house = openHouse()
const patience = { timeout: 10_000, interval: 50 }
let people: Cast
let metrics: Awaited<ReturnType<typeof openMetrics>>

beforeAll(async () => {
  people = await cast()
  metrics = await openMetrics({ port: 0, hostname: '127.0.0.1' })
})

afterAll(async () => {
  await metrics.close()
  await closeWatch()
})

const read = async () => (await fetch(metrics.url)).text()

it('tells of answers, pool, jobs, mails and what waits for a moderator', async () => {
  await offerRide(people.marta)
  await house.ask('/ru/uralsk')
  await sendMail({ to: 'nobody@qadam.test', subject: 'a', text: 'b' }).catch(() => {})
  await vi.waitFor(
    async () => expect(await read()).toContain('{route="/{locale}/{city}",status="2xx"} '),
    patience,
  )
  const text = await read()
  expect(text).toMatch(
    /^qadam_http_request_seconds_bucket\{route="[^"]+",status="2xx",le="\+Inf"\} \d+$/m,
  )
  expect(text).toMatch(/^qadam_pool_connections\{state="busy"\} \d+$/m)
  expect(text).toContain('qadam_mails_total{result="failed"} 1')
  expect(text).toMatch(/^qadam_jobs\{name="waiting-mail",state="created"\} \d+$/m)
  expect(text).toContain('qadam_moderation_waiting{subject="listing"} 1')
  expect(text).toMatch(/^qadam_moderation_oldest_seconds\{subject="listing"\} \d+$/m)
  expect(text).toContain('qadam_database_up 1')
})

it('is lines of the text format and nothing else', async () => {
  const label = String.raw`[a-z]+="(?:[^"\\]|\\.)*"`
  const line = new RegExp(
    String.raw`^(?:# (?:HELP|TYPE) .+|[a-z_]+(?:\{${label}(?:,${label})*\})? [-+.e\d]+)$`,
  )
  const lines = (await read()).trimEnd().split('\n')
  expect(lines.filter((found) => !line.test(found))).toEqual([])
})

it('never holds a path, a query, an id or an address', async () => {
  const id = '0b8f5a52-8a3e-4d0c-9a55-0f3f6f2f7c11'
  const headers = { 'x-forwarded-for': '203.0.113.77', 'user-agent': 'Telltale' }
  for (const path of [
    `/ru/uralsk/rides/${id}`,
    '/kk/secret-word',
    '/ru/request/very-secret',
    '/%00',
  ]) {
    await house.ask(`${path}?to=secret-query`, { headers })
  }
  await house.ask('/ru', { method: 'PROPFIND' })
  await vi.waitFor(
    async () => expect(await read()).toContain('{route="/{locale}/request/{token}"'),
    patience,
  )
  const text = await read()
  for (const trace of [
    id,
    'secret',
    '203.0.113',
    'Telltale',
    '/ru',
    '/kk',
    people.marta.id,
    '%00',
  ]) {
    expect(text).not.toContain(trace)
  }
})

it('stands on its own port alone and says nothing else there', async () => {
  expect((await house.ask('/metrics')).status).toBe(404)
  const status = await new Promise((resolve) =>
    get(new URL('/', metrics.url), (answer) => resolve(answer.resume().statusCode)),
  )
  expect(status).toBe(404)
})

it('says that the database is away when it is', async () => {
  await closeWatch()
  const url = process.env.DATABASE_URL
  process.env.DATABASE_URL = 'postgresql://nobody@127.0.0.1:1/nothing'
  const text = await read()
  process.env.DATABASE_URL = url
  await closeWatch()
  expect(text).toContain('qadam_database_up 0')
  expect(text).toMatch(/^process_resident_memory_bytes \d+$/m)
  await db.$queryRaw`SELECT 1`
})
