import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startMailbox } from './mailbox'

let dir: string
let mailbox: Awaited<ReturnType<typeof startMailbox>>

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'qadam-mail-'))
  mailbox = await startMailbox({ dir })
})

afterEach(async () => {
  await mailbox.close()
  rmSync(dir, { recursive: true })
})

async function send(subject: string): Promise<void> {
  const transport = createTransport(mailbox.smtpUrl)
  await transport.sendMail({
    from: 'Qadam <no-reply@qadam.test>',
    to: 'marta@example.org',
    subject,
    text: 'Сіздің кодыңыз: 123456',
  })
  transport.close()
}

test('a delivered mail is a readable file before the sender hears of it', async () => {
  await send('Код входа')
  const [name = ''] = readdirSync(dir)
  expect(name).toMatch(/^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}Z-[0-9a-f]{8}\.json$/)
  expect(JSON.parse(readFileSync(join(dir, name), 'utf8'))).toEqual({
    to: 'marta@example.org',
    from: 'no-reply@qadam.test',
    subject: 'Код входа',
    text: expect.stringContaining('Сіздің кодыңыз: 123456'),
    receivedAt: expect.stringMatching(/Z$/),
  })
})

test('the oldest mails go when there are more than 200', async () => {
  for (let i = 100; i < 300; i++) writeFileSync(join(dir, `2000-01-01-${i}.json`), '{}')
  await send('new')
  const names = readdirSync(dir).sort()
  expect(names).toHaveLength(200)
  expect(names[0]).toBe('2000-01-01-101.json')
  expect(names.at(-1)).not.toMatch(/^2000/)
})

test('a mailbox that keeps everything forgets nothing', async () => {
  await mailbox.close()
  mailbox = await startMailbox({ dir, kept: Number.POSITIVE_INFINITY })
  for (let i = 100; i < 300; i++) writeFileSync(join(dir, `2000-01-01-${i}.json`), '{}')
  await send('new')
  expect(readdirSync(dir)).toHaveLength(201)
})
