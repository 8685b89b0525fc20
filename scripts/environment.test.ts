import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { readListen, readSettings } from '@/lib/env'
import { embeddedSettings, fillIn, keptSecrets } from './environment'

let file: string

beforeEach(() => {
  file = join(mkdtempSync(join(tmpdir(), 'qadam-secrets-')), 'data', 'secrets.json')
})

afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(join(file, '..', '..'), { recursive: true })
})

const given = {
  databaseUrl: 'postgresql://qadam:x@127.0.0.1:5/qadam',
  ownerUrl: 'postgresql://postgres:y@127.0.0.1:5/qadam',
  smtpUrl: 'smtp://127.0.0.1:6',
  mailboxDir: '/tmp/mail',
  port: 3456,
}

test('the embedded settings are complete and sound', () => {
  const settings = readSettings(embeddedSettings({ ...given, secrets: keptSecrets(file) }))
  expect(settings.embedded).toBe(true)
  expect(settings.publicUrl).toBe('http://localhost:3456')
})

test('secrets are made once and only their owner reads them', () => {
  const secrets = keptSecrets(file)
  expect(keptSecrets(file)).toEqual(secrets)
  expect(statSync(file).mode & 0o777).toBe(0o600)
})

test('what is set already stays', () => {
  vi.stubEnv('PUBLIC_URL', 'http://localhost:9')
  vi.stubEnv('MAIL_FROM', '')
  fillIn({ PUBLIC_URL: 'http://localhost:3000', MAIL_FROM: 'someone' })
  expect(process.env.PUBLIC_URL).toBe('http://localhost:9')
  expect(process.env.MAIL_FROM).toBe('someone')
})

test.each([
  ['', 3000],
  ['8080', 8080],
])('PORT "%s" means %i', (words, port) => {
  expect(readListen({ PORT: words }).port).toBe(port)
})

test.each(['0', '70000', '3000.5', 'web'])('PORT "%s" is refused', (words) => {
  expect(() => readListen({ PORT: words })).toThrow(`PORT is "${words}"`)
})
