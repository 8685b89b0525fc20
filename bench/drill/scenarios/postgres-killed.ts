import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '@/scripts/processes'
import { Asker, judge } from '../asks'
import { openFront } from '../front'
import { percentile, startLoad, untilRead } from '../load'
import { startSite } from '../site'
import type { Scenario } from '../world'

/** How long a death lasts, so that readers and writers meet a database that is away. */
const AWAY_MS = 3_000

/** PostgreSQL is killed with -9 again and again while people read and ask. */
const postgresKilled: Scenario = async (world) => {
  const { postgres, options, settings, logs, folder, rides } = world
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const site = await startSite({ ...settings, PUBLIC_URL: url }, logs)
  const front = await openFront(port, [site.port], `${folder}/front`)
  const asker = new Asker(url, rides)
  await asker.learn()
  const usual = Math.round(await untilRead(site.url))
  const load = startLoad(asker, { readers: 4, writers: 4, rest: 100 })

  const recoveries: number[] = []
  const down: number[] = []
  for (const end = Date.now() + options.seconds * 1_000; Date.now() < end; ) {
    await pause(options.every * 1_000 - AWAY_MS)
    const began = performance.now()
    await postgres.kill()
    await pause(AWAY_MS)
    await postgres.restart()
    down.push(performance.now() - began)
    recoveries.push(await untilRead(site.url))
  }
  await load.end()
  const { reads } = load
  const asked = asker.asked
  const result = await judge(postgres, asked.asks)
  const lived = site.deaths() === 0 && site.isAlive()
  await front.close()
  await site.stop()

  const slowest = Math.round(Math.max(...recoveries))
  const figures = {
    front: front.name,
    kills: recoveries.length,
    awayMs: down.map(Math.round),
    usualMs: usual,
    recoveryMs: recoveries.map(Math.round),
    reads: {
      ...reads,
      times: undefined,
      p50: percentile(reads.times, 0.5),
      p99: percentile(reads.times, 0.99),
    },
    writes: {
      sent: asked.asks.length,
      failures: asked.failures,
      kept: asked.kept,
      silent: asked.silent,
    },
    ...result,
  }
  return {
    expected:
      'acknowledged and lost 0, done twice 0, every failed form kept what was typed, the process lives, back within 1 s of the database',
    seen: `${recoveries.length} kills in ${options.seconds} s: ${result.acknowledged} acknowledged, lost ${result.lost}, twice ${result.twice}, rules broken ${result.broken}; ${asked.kept} of ${asked.failures} failed forms kept what was typed; process ${lived ? 'lives' : 'DIED'}; back after ${slowest} ms at most (such a page took ${usual} ms before the load); ${reads.failures} of ${reads.count} reads failed (${front.name})`,
    holds:
      result.lost + result.twice + result.broken === 0 &&
      asked.kept === asked.failures &&
      lived &&
      slowest <= 1_000,
    figures,
  }
}

export default postgresKilled
