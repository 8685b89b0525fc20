import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
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
  /** From now on it takes no mail for this address. */
  refuse(address: string): void
  /** From now on callers wait at the door, before they are let in all at once. */
  setBusy(isBusy: boolean): void
  /** How many wait at the door. */
  waiting(): number
}

/**
 * Starts a mail server for this file and makes it the SMTP_URL. To be called before anything
 * reads the settings, at the top of the file. Closed after the last test.
 */
export async function openMailbox(): Promise<TestMailbox> {
  const dir = mkdtempSync(join(tmpdir(), 'qadam-mail-'))
  const refused = new Set<string>()
  const mailbox = await startMailbox({ dir, takes: (address) => !refused.has(address) })
  const { port } = new URL(mailbox.smtpUrl)
  let isDown = false
  let isBusy = false
  const waiting: Socket[] = []
  const letIn = (caller: Socket) => {
    const server = connect(Number(port), '127.0.0.1')
    caller.on('error', () => server.destroy())
    server.on('error', () => caller.destroy())
    caller.pipe(server).pipe(caller)
  }
  const door = createServer((caller) => {
    if (isDown) caller.end('421 nothing for aigul@example.org today\r\n')
    else if (isBusy) waiting.push(caller)
    else letIn(caller)
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
    refuse: (address) => {
      refused.add(address)
    },
    setBusy: (busy) => {
      isBusy = busy
      if (!busy) for (const caller of waiting.splice(0)) letIn(caller)
    },
    waiting: () => waiting.length,
  }
}
