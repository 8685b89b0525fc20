import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, isBuilt } from '@/scripts/build'
import { step } from '@/scripts/progress.mjs'
import { stopping } from '@/scripts/shutdown'
import { type Measured, measureLoad } from '../load/start'
import { nginxVersion } from '../machine'
import type { Options } from '../options'
import { buildFloor } from '../site/build-floor'
import { type Site, startSite } from '../site/child'
import { startNginx } from '../site/nginx'
import { type BenchPage, benchPages } from '../site/pages'
import { printTable } from '../table'
import { databaseFloor } from './database-floor'
import { rush } from './rush'

/** Few where each answer is made anew: more would only wait in line. */
const MAKERS = 4
const CROWD = 50

/**
 * Requests a second of each page, all on the same cores as the load itself: made anew, repeated,
 * behind nginx; beside the floors that none of it can fall below. Then a rush with writes.
 */
export default async function measureHttp({ seconds }: Options): Promise<object> {
  if (!isBuilt()) await step('Building the pages', () => build(stopping.signal))
  await step('Building the floor', async () => buildFloor())
  const pages = await benchPages()
  const shot = (port: number, path: string, connections: number) =>
    measureLoad({ port, paths: [path], connections, seconds })
  const taxed = async (site: Site, path: string, connections: number) => {
    const before = await site.processor()
    const measured = await shot(site.port, path, connections)
    const each = ((await site.processor()) - before) / Math.max(measured.requests, 1)
    return { ...measured, processor: Number(each.toFixed(2)) }
  }

  const floorSite = await startSite('site/floor.ts')
  const floor = await taxed(floorSite, '/', MAKERS)
  await floorSite.stop()
  const anewSite = await startSite('site/qadam.ts', ['anew'])
  const anew = await each(pages, ({ path }) => taxed(anewSite, path, MAKERS))
  await anewSite.stop()
  const database = await each(pages, ({ asks }) => databaseFloor(asks, seconds))

  const site = await startSite('site/qadam.ts', ['keep'])
  const repeated = await each(pages, ({ path }) => taxed(site, path, CROWD))
  const front = nginxVersion() ? await startNginx([site.port]) : null
  if (!front) console.log('\nThere is no nginx on this machine: what needs it is left out.')
  const files = front && (await each(pages, (page) => file(front, site.port, page, shot)))
  const behind = front && (await each(pages, ({ path }) => shot(front.port, path, CROWD)))
  const rushed = front && (await rush(front.port, pages, seconds * 2))

  const result = pages.map(({ name }) => {
    const of = <T>(measured: Map<string, T> | null) => measured?.get(name)
    return {
      page: name,
      floor: floor.perSecond,
      'pages of bare pg': database.get(name)?.perSecond ?? 0,
      anew: of(anew)?.perSecond ?? 0,
      'of floor': ratio(of(anew), floor),
      'anew p99': of(anew)?.p99 ?? 0,
      repeated: of(repeated)?.perSecond ?? 0,
      'repeated p99': of(repeated)?.p99 ?? 0,
      file: of(files)?.perSecond ?? null,
      nginx: of(behind)?.perSecond ?? null,
      'of file': ratio(of(behind), of(files)),
      'nginx p99': of(behind)?.p99 ?? null,
      'floor ms': floor.processor,
      'anew ms': of(anew)?.processor ?? 0,
      'repeated ms': of(repeated)?.processor ?? 0,
      failed: [anew, repeated, files, behind].reduce((sum, all) => sum + (of(all)?.failed ?? 0), 0),
    }
  })
  printTable(
    `Requests a second, ${seconds} s each; p99, and the site’s processor time of one request, in milliseconds`,
    result,
  )
  if (rushed) printTable('A rush on all of these behind nginx, with 10 writes a second', [rushed])
  return { seconds, connections: { anew: MAKERS, others: CROWD }, pages: result, rush: rushed }
}

async function each<T>(
  pages: BenchPage[],
  measure: (page: BenchPage) => Promise<T>,
): Promise<Map<string, T>> {
  const found = new Map<string, T>()
  for (const page of pages) found.set(page.name, await measure(page))
  return found
}

/** The very bytes of a page, given out by nginx as a file. */
async function file(
  front: { files: { folder: string; port: number } },
  site: number,
  { name, path }: BenchPage,
  shot: (port: number, path: string, connections: number) => Promise<Measured>,
): Promise<Measured> {
  const headers = { 'Accept-Encoding': 'br' }
  const { request } = await import('node:http')
  const body = await new Promise<Buffer>((resolve, reject) => {
    const asked = request({ port: site, path, headers }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part) => parts.push(part))
      answer.once('end', () => resolve(Buffer.concat(parts)))
    })
    asked.once('error', reject)
    asked.end()
  })
  const fileName = `${name.replaceAll(' ', '-')}.html`
  writeFileSync(join(front.files.folder, fileName), body)
  return shot(front.files.port, `/${fileName}`, CROWD)
}

function ratio(one: Measured | undefined, other: Measured | undefined): number | null {
  return one && other?.perSecond ? Number((one.perSecond / other.perSecond).toFixed(2)) : null
}
