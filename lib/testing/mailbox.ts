import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { type AddressInfo, connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { type Mail, startMailbox } from '@/scripts/mailbox'

/** A real mail server that can be taken away. */
export interface TestMailbox {
  /** What has arrived, the oldest first. */
  mails(): Mail[]
  /** From now on it turns callers away, naming an address as real servers do, or takes mail again. */
  setDown(isDown: boolean): void
}

/**
 * Starts a mail server for this file and makes it the SMTP_URL. To be called before anything
 * reads the settings, at the top of the file. Closed after the last test.
 */
export async function openMailbox(): Promise<TestMailbox> {
  const dir = mkdtempSync(join(tmpdir(), 'qadam-mail-'))
  const mailbox = await startMailbox({ dir })
  const { port } = new URL(mailbox.smtpUrl)
  let isDown = false
  const door = createServer((caller) => {
    if (isDown) return caller.end('421 nothing for aigul@example.org today\r\n')
    const server = connect(Number(port), '127.0.0.1')
    caller.on('error', () => server.destroy())
    server.on('error', () => caller.destroy())
    caller.pipe(server).pipe(caller)
  })
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve))
  process.env.SMTP_URL = `smtp://127.0.0.1:${(door.address() as AddressInfo).port}`
  afterAll(async () => {
    door.close()
    await mailbox.close()
    rmSync(dir, { recursive: true })
  })
  return {
    mails: () =>
      readdirSync(dir)
        .filter((name) => name.endsWith('.json'))
        .sort()
        .map((name) => JSON.parse(readFileSync(join(dir, name), 'utf8'))),
    setDown: (down) => {
      isDown = down
    },
  }
}
