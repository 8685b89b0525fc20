import { createServer, type Server } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { reachDatabase } from './database'
import { freePort } from './processes'

let silent: Server | undefined
afterEach(() => silent?.close())

const refusal = async (url: string) => {
  const error = await reachDatabase(url).catch((error: Error) => error)
  return error?.message
}

test('nobody listens: one sentence without the password', async () => {
  const port = await freePort()
  const words = await refusal(`postgresql://qadam:geheim@127.0.0.1:${port}/qadam`)
  expect(words).toMatch(`The database at 127.0.0.1:${port}/qadam does not answer (`)
  expect(words).not.toContain('geheim')
})

test('somebody listens and never speaks: refused within seconds', async () => {
  const port = await freePort()
  silent = createServer((socket) => socket.on('error', () => {})).listen(port, '127.0.0.1')
  const words = await refusal(`postgresql://qadam:geheim@127.0.0.1:${port}/qadam`)
  expect(words).toContain('does not answer')
}, 10_000)

test('an address that is none', async () => {
  expect(await refusal('geheim')).toBe(
    'DATABASE_URL is not an address like postgresql://user:password@host:5432/name.',
  )
})
