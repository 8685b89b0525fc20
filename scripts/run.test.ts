import { spawnSync } from 'node:child_process'
import { createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePort } from './processes'

const root = join(import.meta.dirname, '..')
let taken: Server
let busy: number
let free: number

beforeAll(async () => {
  busy = await freePort()
  free = await freePort()
  taken = createServer()
  await new Promise<void>((resolve) => taken.listen(busy, '127.0.0.1', resolve))
})

afterAll(() => taken.close())

/** What a start says that cannot come up; it must not take long or leave a stack. */
function refusal(settings: Record<string, string>): string {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'scripts/run.ts'],
    {
      cwd: root,
      env: { ...process.env, DATABASE_URL: '', HOST: '', PORT: String(free), ...settings },
      encoding: 'utf8',
      timeout: 20_000,
    },
  )
  expect(status).toBe(1)
  expect(stdout + stderr).not.toMatch(/ {4}at |geheim/)
  return stderr.trim()
}

test('a busy port', () => {
  expect(refusal({ PORT: String(busy) })).toBe(
    `Port ${busy} is in use. Stop the program that uses it, or choose another: PORT=${busy + 1} npm start`,
  )
})

test('samples on an address that others can reach', () => {
  expect(refusal({ HOST: '0.0.0.0' })).toMatch(/^HOST is 0\.0\.0\.0, but sample people/)
})

test('a database that does not answer', () => {
  const words = refusal({ DATABASE_URL: `postgresql://qadam:geheim@127.0.0.1:${free}/qadam` })
  expect(words).toMatch(/^The database at 127\.0\.0\.1:\d+\/qadam does not answer \(.+\)\.$/)
})
