import { setTimeout as pause } from 'node:timers/promises'
import { Asker, judge } from '../asks'
import { startLoad } from '../load'
import { startSite } from '../site'
import type { Scenario } from '../world'

const KILLS = 4
const BETWEEN_MS = 5_000

/** The process of the site is killed with -9 in the middle of writing and started again. */
const appKilled: Scenario = async ({ postgres, settings, logs, rides }) => {
  const site = await startSite(settings, logs)
  const asker = new Asker(site.url, rides)
  await asker.learn()
  const load = startLoad(asker, { readers: 2, writers: 6, rest: 50 })
  const starts: number[] = []
  for (let kills = 0; kills < KILLS; kills += 1) {
    await pause(BETWEEN_MS)
    await site.kill()
    const began = performance.now()
    await site.start()
    starts.push(Math.round(performance.now() - began))
  }
  await pause(BETWEEN_MS)
  await load.end()
  const result = await judge(postgres, asker.asked.asks)
  const code = await site.stop()
  return {
    expected:
      'acknowledged and lost 0, done twice 0; ready again after a start; SIGTERM ends it with 0',
    seen: `${KILLS} kills: ${result.acknowledged} acknowledged, lost ${result.lost}, twice ${result.twice}, rules broken ${result.broken}; ready ${starts.join(', ')} ms after its start; SIGTERM ended it with ${code}`,
    holds: result.lost + result.twice + result.broken === 0 && code === 0,
    figures: { ...result, silent: asker.asked.silent, startsMs: starts },
  }
}

export default appKilled
