import { statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { readBackup } from '@/scripts/backup/read'
import { writeBackup } from '@/scripts/backup/write'
import type { Scenario } from '../world'

const GOAL_SECONDS = 600

/** A backup while people write, restored into a new database and compared by checksum. */
const backupRestored: Scenario = async ({ postgres, folder, options }) => {
  const file = join(folder, 'drill.backup')
  const copy = new URL(postgres.url)
  copy.pathname = '/drill_copy'
  await postgres.query('CREATE DATABASE drill_copy')
  // The site writes on meanwhile: the backup is one moment of it.
  let writing = true
  const writer = (async () => {
    for (let n = 0; writing; n += 1) {
      await postgres.query(
        'UPDATE listing SET body = $1 WHERE id = (SELECT min(id::text)::uuid FROM listing)',
        [`${n}`],
      )
      await pause(50)
    }
  })()
  const began = performance.now()
  const written = await writeBackup(postgres.url, file)
  writing = false
  await writer
  const between = performance.now()
  const restored = await readBackup(copy.href, file)
  const [backup, restore] = [between - began, performance.now() - between].map((ms) =>
    Math.round(ms / 1_000),
  )
  await postgres.query('DROP DATABASE drill_copy WITH (FORCE)')
  const equal = JSON.stringify(written) === JSON.stringify(restored)
  const rows = written.reduce((sum, table) => sum + Number(table.rows), 0)
  const megabytes = Math.round(statSync(file).size / 1_000_000)
  const listings = Number(written.find(({ table }) => table === 'listing')?.rows ?? 0)
  return {
    expected: 'the copy equals the original by checksum; a million listings in 10 minutes',
    seen: `${listings} listings, ${rows} rows, ${megabytes} MB: written in ${backup} s, restored and compared in ${restore} s, ${equal ? 'equal' : 'DIFFERENT'}`,
    holds: equal && (restore ?? 0) < GOAL_SECONDS,
    figures: {
      listings,
      asked: options.listings,
      rows,
      megabytes,
      backup,
      restore,
      tables: written,
    },
  }
}

export default backupRestored
