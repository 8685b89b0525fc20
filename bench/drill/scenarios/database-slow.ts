import { Asker, judge } from '../asks'
import { type Reads, readOnce, untilRead } from '../load'
import { startSite } from '../site'
import type { Scenario } from '../world'

const SLOWER_MS = 2_000
/** `proxy_read_timeout` in deploy/nginx.conf. */
const PROXY_PATIENCE_MS = 60_000

/** Each packet to PostgreSQL takes two seconds longer. */
const databaseSlow: Scenario = async ({ postgres, settings, logs, rides }) => {
  const site = await startSite(settings, logs)
  const asker = new Asker(site.url, rides)
  await asker.learn()
  await readOnce(site.url, '/ru/uralsk/rides', { count: 0, failures: 0, times: [], statuses: {} })
  postgres.delay(SLOWER_MS)
  const reads: Reads = { count: 0, failures: 0, times: [], statuses: {} }
  const alive = await timed(() => fetch(`${site.url}/api/health/live`))
  const ready = await fetch(`${site.url}/api/health/ready`)
  await Promise.all(
    ['/ru', '/ru/uralsk/rides', '/ru/uralsk/housing', '/ru/guide'].map((path) =>
      readOnce(site.url, path, reads),
    ),
  )
  const form = await timed(() => asker.send())
  postgres.delay(0)
  const back = await untilRead(site.url)
  for (const ask of asker.asked.asks) if (!ask.acknowledged) await asker.send(ask)
  const result = await judge(postgres, asker.asked.asks)
  const lived = site.deaths() === 0
  await site.stop()
  return {
    expected:
      'pages come late or as a 503 within 30 s; a form is done or kept before nginx gives up; back within 1 s',
    seen: `+${SLOWER_MS} ms: reads ${JSON.stringify(reads.statuses)} in ${reads.times.map(Math.round).join(', ')} ms; a form ${asker.asked.failures === 0 ? 'done' : 'kept'} after ${Math.round(form)} ms; alive in ${Math.round(alive)} ms, ready ${ready.status}; lost ${result.lost}, twice ${result.twice}; back after ${Math.round(back)} ms`,
    holds:
      Math.max(...reads.times) < 30_000 &&
      form < PROXY_PATIENCE_MS &&
      asker.asked.kept === asker.asked.failures &&
      result.lost + result.twice + result.broken === 0 &&
      back < 1_000 &&
      lived,
    figures: { statuses: reads.statuses, times: reads.times.map(Math.round), form, back, lived },
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

export default databaseSlow
