import { LOCALES } from '@/lib/i18n/locales'
import { CITY_SLUGS } from '@/lib/places/cities'
import { day } from '@/lib/testing/homes'
import { build, isBuilt } from '@/scripts/build'
import { step } from '@/scripts/progress.mjs'
import { stopping } from '@/scripts/shutdown'
import { measureLoad } from '../load/start'
import type { Options } from '../options'
import { startSite } from '../site/child'
import { printTable } from '../table'

const ADDRESSES = 5_000
const GOAL_PERCENT = 10
const CONNECTIONS = 8
const HOUR_SECONDS = 3_600

/** How much the heap of a site has grown after many requests over many addresses. */
export default async function measureMemory({ asks: requests }: Options): Promise<object> {
  if (!isBuilt()) await step('Building the pages', () => build(stopping.signal))
  const site = await startSite('site/qadam.ts', ['keep'])
  const paths = addresses()
  const ask = (count: number) =>
    measureLoad({
      port: site.port,
      paths,
      connections: CONNECTIONS,
      seconds: HOUR_SECONDS,
      requests: count,
    })
  // Once over all addresses first: what is loaded and compiled by need is no growth.
  await ask(Math.min(ADDRESSES, requests))
  const before = await site.heap()
  const { perSecond, failed } = await ask(requests)
  const after = await site.heap()
  await site.stop()
  const megabytes = (bytes: number) => Number((bytes / 1024 ** 2).toFixed(1))
  const result = {
    requests,
    addresses: paths.length,
    perSecond,
    failed,
    'heap before, MB': megabytes(before),
    'heap after, MB': megabytes(after),
    'growth, %': Number((((after - before) / before) * 100).toFixed(1)),
    'goal, %': GOAL_PERCENT,
  }
  printTable('Memory', [result])
  return result
}

/** Lists of rides and homes in every language and city, each with another filter. */
function addresses(): string[] {
  return Array.from({ length: ADDRESSES }, (_, n) => {
    const [kind, locale] = [n % 2 === 0 ? 'rides?date' : 'housing?from', LOCALES[n % 3]]
    const city = CITY_SLUGS[Math.floor(n / 6) % 4]
    const people = 1 + Math.floor(n / 24 / 40)
    return `/${locale}/${city}/${kind}=${day(Math.floor(n / 24) % 40)}&people=${people}`
  })
}
