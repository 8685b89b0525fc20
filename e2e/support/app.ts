/*
 * The whole of Qadam in one process, for launchApp: database, mailbox and web server. Tells its
 * parent the settings when it answers, and ends with it. Specs look at what they have just published,
 * so pages are kept only where a spec asks for it.
 */
import { join } from 'node:path'
import { scratchFolder } from '@/lib/testing/scratch'
import { testSettings } from '@/lib/testing/settings'
import { startEmbedded } from '@/scripts/embedded'
import { startMailbox } from '@/scripts/mailbox'
import { prepareDatabase } from '@/scripts/prepare'
import { freePort } from '@/scripts/processes'
import { siteUrlOf } from '@/scripts/rights'
import { explain, onStop, stopAll, stopOnSignals } from '@/scripts/shutdown'

const embedded = process.argv[2] === 'embedded'
const keep = process.argv[3] === 'keep'

stopOnSignals()
try {
  const settings = await start()
  process.send?.(settings)
} catch (error) {
  explain(error)
  await stopAll(1)
}

async function start(): Promise<Record<string, string>> {
  const folder = scratchFolder()
  const database = await startEmbedded({ dataDir: join(folder.path, 'postgres'), durable: false })
  onStop(database.stop)
  const mailboxDir = join(folder.path, 'mail')
  // Journeys count the mails of an address, so none may go while others are read.
  const mailbox = await startMailbox({ dir: mailboxDir, kept: Number.POSITIVE_INFINITY })
  onStop(mailbox.close)
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const { QADAM_EMBEDDED, ...operated } = testSettings
  const { QADAM_UNDO_SECONDS = '0' } = process.env
  const settings = {
    ...(embedded ? { ...operated, QADAM_EMBEDDED } : operated),
    QADAM_UNDO_SECONDS,
    DATABASE_URL: await siteUrlOf(database.url),
    PUBLIC_URL: address,
    NEXTAUTH_URL: address,
    SMTP_URL: mailbox.smtpUrl,
    MAILBOX_DIR: mailboxDir,
    // A spec says by X-Forwarded-For that it comes from elsewhere.
    TRUSTED_PROXY: '127.0.0.1',
  }
  delete process.env.QADAM_EMBEDDED
  Object.assign(process.env, settings)
  await prepareDatabase(settings.DATABASE_URL, database.url)

  const { seed } = await import('@/prisma/seed/seed')
  await seed({ samples: embedded })
  const { serve } = await import('@/scripts/serve')
  const site = await serve({ port, hostname: '127.0.0.1', dev: false, keep })
  onStop(site.close)
  // Specs prepare and look as the owner.
  return { ...settings, DATABASE_URL: database.url, SITE_DATABASE_URL: settings.DATABASE_URL }
}
