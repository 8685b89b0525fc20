import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { prepareJobs } from '@/lib/notifications/worker'
import { readBackup } from '@/scripts/backup/read'
import { writeBackup } from '@/scripts/backup/write'
import { Asker, judge } from '../asks'
import { type Reads, readOnce, untilRead } from '../load'
import { startPostgres } from '../postgres'
import { startSite } from '../site'
import type { Scenario, World } from '../world'

const ROOM = 600
const EXPECTED =
  'pages are read on; forms are kept on a page and not acknowledged; with room again all goes on, nothing acknowledged is lost'

/** The disk of PostgreSQL, a small one of its own, runs full and gets room again. */
const diskFull: Scenario = async (world) => {
  const disk = join(world.folder, 'small-disk')
  mkdirSync(disk)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${ROOM}m`, 'tmpfs', disk], { stdio: 'pipe' })
  } catch {
    const seen = 'a small disk cannot be mounted here: that wants root and the right to mount'
    return { expected: EXPECTED, seen, holds: null, figures: {} }
  }
  try {
    chmodSync(disk, 0o755)
    return await fillUp(world, disk)
  } finally {
    execFileSync('umount', ['--lazy', disk])
  }
}

async function fillUp(world: World, disk: string) {
  const { settings, logs, folder, rides } = world
  const postgres = await startPostgres(join(disk, 'postgres'))
  const file = join(folder, 'for-the-small-disk.backup')
  await writeBackup(world.postgres.url, file)
  await readBackup(postgres.url, file)
  await prepareJobs(postgres.url)
  await postgres.query('CHECKPOINT')
  const site = await startSite({ ...settings, DATABASE_URL: postgres.url }, logs)
  const asker = new Asker(site.url, rides)
  await asker.learn()
  for (let n = 0; n < 5; n += 1) await asker.send()

  // Not to the last byte at once: PostgreSQL notices in the middle of its work.
  const weight = join(disk, 'weight')
  const { bavail, bsize } = statfsSync(disk)
  writeFileSync(weight, Buffer.alloc(Math.max(0, bavail * bsize - 1_000_000)))
  const before = asker.asked.failures
  const big = postgres.query(
    `CREATE TABLE weight AS SELECT repeat('x', 1000) FROM generate_series(1, 100000)`,
  )
  await big.catch(() => {})
  // The journal has set files aside: only when these are full nothing can be acknowledged any more.
  for (let megabytes = 0; megabytes < ROOM; megabytes += 1) {
    const written = await postgres
      .query(`SELECT pg_logical_emit_message(false, 'weight', repeat('x', 1000000))`)
      .catch(() => null)
    if (!written) break
  }
  for (let n = 0; n < 40; n += 1) await asker.send()
  const kept = asker.asked.failures - before
  const reads: Reads = { count: 0, failures: 0, times: [], statuses: {} }
  for (const path of ['/ru', '/ru/uralsk/rides', '/ru/uralsk/housing']) {
    await readOnce(site.url, path, reads)
  }
  writeFileSync(weight, '')
  // Where its journal found no room, PostgreSQL has ended itself: whoever keeps it running starts it.
  await postgres.restart().catch(() => {})
  await pause(500)
  const back = await untilRead(site.url)
  for (const ask of asker.asked.asks) if (!ask.acknowledged && !ask.refused) await asker.send(ask)
  const result = await judge(postgres, asker.asked.asks)
  const lived = site.deaths() === 0
  await site.stop()
  await postgres.stop()
  return {
    expected: EXPECTED,
    seen: `full: reads ${JSON.stringify(reads.statuses)}, ${kept} forms not taken, ${asker.asked.kept} of ${asker.asked.failures} kept; with room back after ${Math.round(back)} ms; ${result.acknowledged} acknowledged, lost ${result.lost}, twice ${result.twice}; process ${lived ? 'lives' : 'DIED'}`,
    holds: result.lost + result.twice === 0 && asker.asked.kept === asker.asked.failures && lived,
    figures: { reads: reads.statuses, kept, back, ...result },
  }
}

export default diskFull
