import { randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'

/** One delivered mail, as its file holds it. `receivedAt` is ISO 8601 in UTC. */
export type Mail = { to: string; from: string; subject: string; text: string; receivedAt: string }

/**
 * A mail server for this machine alone: delivers to nobody, writes each mail to
 * `<time>-<random>.json` in `dir`, whose names sort by time, and keeps the newest 200, or as many as
 * `kept` says. It takes mail for everyone, unless `takes` says otherwise.
 */
export async function startMailbox({
  dir,
  kept = 200,
  takes = () => true,
}: {
  dir: string
  kept?: number
  takes?: (address: string) => boolean
}): Promise<{
  smtpUrl: string
  close(): Promise<void>
}> {
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    size: 1_000_000,
    onRcptTo: ({ address }, _session, answer) =>
      takes(address) ? answer() : answer(new Error(`no mailbox ${address} here`)),
    onData(stream, session, answer) {
      const to = session.envelope.rcptTo.map(({ address }) => address).join(', ')
      buffer(stream)
        .then((raw) => keep(dir, to, raw))
        .then(() => forgetOldest(dir, kept))
        .then(() => answer(), answer)
    },
  })
  server.on('error', (error) => console.error('The mailbox:', error.message))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return {
    smtpUrl: `smtp://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}

async function keep(dir: string, to: string, raw: Buffer): Promise<void> {
  const { from, subject, text } = await PostalMime.parse(raw)
  const receivedAt = new Date().toISOString()
  const mail: Mail = {
    to,
    from: from?.address ?? '',
    subject: subject ?? '',
    text: text ?? '',
    receivedAt,
  }
  const name = `${receivedAt.replaceAll(/[:.]/g, '-')}-${randomBytes(4).toString('hex')}.json`
  const unfinished = join(dir, `${name}.part`)
  writeFileSync(unfinished, JSON.stringify(mail, null, 2), { mode: 0o600 })
  renameSync(unfinished, join(dir, name))
}

function forgetOldest(dir: string, kept: number): void {
  const names = readdirSync(dir)
    .filter((name) => name.endsWith('.json'))
    .sort()
  for (const name of names.slice(0, -kept)) rmSync(join(dir, name), { force: true })
}
