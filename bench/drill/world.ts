import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { db } from '@/lib/db'
import { prepareJobs } from '@/lib/notifications/worker'
import { cast } from '@/lib/testing/cast'
import { fillCrowd } from '@/lib/testing/crowd'
import { seedPlaces } from '@/prisma/seed/places'
import { migrate } from '@/scripts/migrate'
import type { Options } from './options'
import type { Postgres } from './postgres'

/** What every failure of the drill begins with: a filled database and the settings of a site. */
export interface World {
  folder: string
  logs: string
  postgres: Postgres
  options: Options
  settings: Record<string, string>
  /** Rides that can be asked for. */
  rides: string[]
}

/** What was expected of a failure and what was seen. `holds` is null where it could not be tried. */
export interface Seen {
  expected: string
  seen: string
  holds: boolean | null
  figures: Record<string, unknown>
}

export type Scenario = (world: World) => Promise<Seen>

/** Fills the database at DATABASE_URL with the people of the tests and many published listings. */
export async function fill(
  folder: string,
  postgres: Postgres,
  options: Options,
  settings: Record<string, string>,
): Promise<World> {
  await migrate(postgres.url)
  await prepareJobs(postgres.url)
  await seedPlaces(db)
  const { marta } = await cast()
  const half = Math.ceil(options.listings / 2)
  await fillCrowd({ owner: marta.id, accounts: 1, rides: half, homes: half, centres: 200 })
  // The crowd of the tests holds places that nobody asked for.
  await postgres.query('UPDATE capacity SET held = 0 WHERE held > 0')
  const rides = await postgres.query<{ id: string }>(
    `SELECT id FROM listing JOIN ride ON listing_id = id
     WHERE status = 'published' AND city = 'uralsk'
       AND departs_at BETWEEN now() + interval '2 days' AND now() + interval '30 days'
     ORDER BY departs_at DESC LIMIT 2000`,
  )
  const logs = join(folder, 'logs')
  mkdirSync(logs, { recursive: true })
  return { folder, logs, postgres, options, settings, rides: rides.map(({ id }) => id) }
}
