import { resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { brokenRules } from '@/lib/testing/requests'
import { Asker, judge } from '../asks'
import { type Reads, readOnce } from '../load'
import { startSite } from '../site'
import type { Scenario } from '../world'

const DAY_MS = 86_400_000
const CLOCK = resolve(import.meta.dirname, '../moved-clock.mjs')

/** The clock of the site, not that of the database, stands a day ahead, then a day behind. */
const clockMoved: Scenario = async ({ postgres, settings, logs, rides }) => {
  const reads: Reads = { count: 0, failures: 0, times: [], statuses: {} }
  const said: string[] = []
  let lived = true
  const asks = []
  for (const [name, moved] of [
    ['ahead', DAY_MS],
    ['behind', -DAY_MS],
    ['right again', 0],
  ] as const) {
    const clock = { NODE_OPTIONS: `--import ${CLOCK}`, DRILL_CLOCK_MS: String(moved) }
    const site = await startSite({ ...settings, ...clock }, logs)
    for (const path of ['/ru', '/ru/uralsk/rides', '/kk/uralsk/housing']) {
      await readOnce(site.url, path, reads)
    }
    const asker = new Asker(site.url, rides)
    await asker.learn()
    const form = await asker.send()
    asks.push(...asker.asked.asks)
    // The sweep of the minute has run with this clock.
    await pause(65_000)
    said.push(`${name}: a form ${form.acknowledged ? 'taken' : 'refused in words'}`)
    lived &&= site.deaths() === 0 && asker.asked.failures === 0
    await site.stop()
  }
  const result = await judge(postgres, asks)
  const broken = (await brokenRules(new Date())).length
  return {
    expected:
      'pages and forms answer; requests may end and be erased a day early; no rule is broken',
    seen: `${said.join('; ')}; ${reads.failures} of ${reads.count} reads failed; lost ${result.lost}, twice ${result.twice}, rules broken ${broken}`,
    holds: lived && reads.failures === 0 && result.lost + result.twice + broken === 0,
    figures: { said, reads: { ...reads, times: undefined }, ...result },
  }
}

export default clockMoved
