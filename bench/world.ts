import { join } from 'node:path'
import pg from 'pg'
import { scratchFolder } from '@/lib/testing/scratch'
import { testSettings } from '@/lib/testing/settings'
import { startEmbedded } from '@/scripts/embedded'
import { migrate } from '@/scripts/migrate'
import { seconds } from '@/scripts/progress.mjs'
import { onStop } from '@/scripts/shutdown'
import type { Size } from './fill/fill'

/**
 * Starts a database that need not survive, fills it, and puts all settings of a site with it into
 * process.env; with `on` it uses one that an earlier bench has filled. Answers what is in it, and
 * how long that took.
 */
export async function makeWorld(
  size: Size,
  on: string | undefined,
): Promise<Size & { filledIn: string }> {
  const { QADAM_EMBEDDED: _, ...operated } = testSettings
  Object.assign(process.env, operated, { DATABASE_URL: on })
  if (on) return { ...(await sizeOf(on)), filledIn: 'earlier' }
  const folder = scratchFolder()
  const database = await startEmbedded({ dataDir: join(folder.path, 'postgres'), durable: false })
  onStop(database.stop)
  process.env.DATABASE_URL = database.url
  await migrate(database.url)
  console.log(`\nFilling ${size.listings} listings, ${size.published} of them public`)
  const began = performance.now()
  // Not before: lib/db reads the address of the database when it is loaded.
  const { fill } = await import('./fill/fill')
  await fill(database.url, size)
  return { ...(await sizeOf(database.url)), filledIn: seconds(began) }
}

async function sizeOf(url: string): Promise<Size> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(
    `SELECT count(*)::int AS listings, (count(*) FILTER (WHERE status = 'published'))::int AS published,
       (SELECT count(*)::int FROM request) AS requests FROM listing`,
  )
  await client.end()
  return rows[0]
}
