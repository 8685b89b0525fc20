import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '@/scripts/processes'
import { Asker, judge } from '../asks'
import { openFront } from '../front'
import { percentile, startLoad } from '../load'
import { startSite } from '../site'
import type { Scenario } from '../world'

/** Two processes behind one front are restarted in turn, again and again, while people use them. */
const rollingRestart: Scenario = async ({ postgres, options, settings, logs, folder, rides }) => {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const ports = [await freePort(), await freePort()]
  const own = { ...settings, PUBLIC_URL: url, DRAIN_SECONDS: '3' }
  const sites = []
  for (const one of ports) sites.push(await startSite(own, logs, one))
  const front = await openFront(port, ports, `${folder}/rolling`)
  const asker = new Asker(url, rides)
  await asker.learn()
  const load = startLoad(asker, { readers: 12, writers: 2, rest: 10 })
  const done = () => load.reads.count + asker.asked.asks.length
  const codes: (number | null)[] = []
  for (let turn = 0; done() < options.requests; turn += 1) {
    const site = sites[turn % sites.length]
    if (!site) break
    codes.push(await site.stop())
    await site.start()
    await pause(1_000)
  }
  await load.end()
  const { reads } = load
  const failed = reads.failures + asker.asked.failures
  const result = await judge(postgres, asker.asked.asks)
  await front.close()
  for (const site of sites) codes.push(await site.stop())
  return {
    expected: `0 failed of ${options.requests}; each process ends with 0`,
    seen: `${codes.length - 2} restarts: ${failed} failed of ${done()} (${asker.asked.asks.length} of them forms); lost ${result.lost}, twice ${result.twice}; p99 ${percentile(reads.times, 0.99)} ms; exit codes ${[...new Set(codes)].join(', ')} (${front.name})`,
    holds: failed === 0 && result.lost + result.twice === 0 && codes.every((code) => code === 0),
    figures: {
      front: front.name,
      restarts: codes.length - 2,
      reads: { ...reads, times: undefined },
      writes: { ...asker.asked, asks: asker.asked.asks.length },
      ...result,
    },
  }
}

export default rollingRestart
