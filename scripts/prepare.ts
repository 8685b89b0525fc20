import { migrate } from './migrate'
import { grantRights } from './rights'

/**
 * Brings a database to this version: tables, the tables of the queue, and the rights of the site's
 * own role. With one address for both the site owns its tables, and only triggers hold the log.
 */
export async function prepareDatabase(databaseUrl: string, ownerUrl: string): Promise<void> {
  await migrate(ownerUrl)
  if (ownerUrl === databaseUrl) return
  // Not before: lib/db takes its address when it is loaded, and callers set it late.
  const { prepareJobs } = await import('@/lib/notifications/worker')
  await prepareJobs(ownerUrl)
  await grantRights(ownerUrl, decodeURIComponent(new URL(databaseUrl).username))
}
