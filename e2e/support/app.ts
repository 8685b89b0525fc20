/*
 * The whole of Qadam in one process, for launchApp: database, mailbox and web server. Tells its
 * parent the settings when it answers, and ends with it.
 */
import { join } from 'node:path'
import { scratchFolder } from '@/lib/testing/scratch'
import { testSettings } from '@/lib/testing/settings'
import { startEmbedded } from '@/scripts/embedded'
import { startMailbox } from '@/scripts/mailbox'
import { migrate } from '@/scripts/migrate'
import { freePort } from '@/scripts/processes'
import { explain, onStop, stopAll, stopOnSignals } from '@/scripts/shutdown'

const embedded = process.argv[2] === 'embedded'

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
  const mailbox = await startMailbox({ dir: mailboxDir })
  onStop(mailbox.close)
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const { QADAM_EMBEDDED, ...operated } = testSettings
  const settings = {
    ...(embedded ? { ...operated, QADAM_EMBEDDED } : operated),
    DATABASE_URL: database.url,
    PUBLIC_URL: address,
    NEXTAUTH_URL: address,
    SMTP_URL: mailbox.smtpUrl,
    MAILBOX_DIR: mailboxDir,
  }
  delete process.env.QADAM_EMBEDDED
  Object.assign(process.env, settings)
  await migrate(database.url)

  const { seed } = await import('@/prisma/seed/seed')
  await seed({ samples: embedded })
  const { serve } = await import('@/scripts/serve')
  const site = await serve({ port, hostname: '127.0.0.1', dev: false })
  onStop(site.close)
  return settings
}
