import { type Embedded, findEmbedded, startEmbedded } from './embedded'
import { embedded, embeddedSettings, fillIn, keptSecrets } from './environment'
import { startMailbox } from './mailbox'
import { step } from './progress.mjs'
import { siteUrlOf } from './rights'
import { onStop } from './shutdown'

/** Starts the embedded database and the mailbox and completes process.env for a site on `port`. */
export async function startLocal(port: number): Promise<void> {
  const database = await step('Database', startDatabase)
  if (database.moved) {
    console.log(
      `  PostgreSQL cannot work in this folder as root, so it lives in ${database.moved}.`,
    )
  }
  await completeSettings(await siteUrlOf(database.url), port, database.url)
}

/** The same for a chore: uses the database of a running site when there is one. */
export async function joinLocal(port: number): Promise<void> {
  const running = await findEmbedded(embedded.database)
  if (running) await completeSettings(running, port)
  else await startLocal(port)
}

async function startDatabase(): Promise<Embedded> {
  const database = await startEmbedded({ dataDir: embedded.database, durable: true })
  onStop(database.stop)
  return database
}

async function completeSettings(
  databaseUrl: string,
  port: number,
  ownerUrl = databaseUrl,
): Promise<void> {
  const mailbox = await startMailbox({ dir: embedded.mail })
  onStop(mailbox.close)
  const secrets = keptSecrets(embedded.secrets)
  const { smtpUrl } = mailbox
  const mailboxDir = embedded.mail
  fillIn(embeddedSettings({ databaseUrl, ownerUrl, smtpUrl, mailboxDir, port, secrets }))
}
