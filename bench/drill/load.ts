import { setTimeout as pause } from 'node:timers/promises'
import type { Ask, Asker } from './asks'

export interface Reads {
  count: number
  failures: number
  /** Milliseconds of each answer. */
  times: number[]
  statuses: Record<string, number>
}

/** What everyone may read, a query that nobody asked before among it. */
const PAGES = ['/ru', '/ru/uralsk', '/ru/uralsk/rides', '/kk/uralsk/housing', '/en/uralsk/centres']

/** Reads and writes until it is ended. */
export interface Load {
  reads: Reads
  end(): Promise<void>
}

/**
 * So many readers, and writers who send a request again until it is answered; each rests for `rest`
 * milliseconds between.
 */
export function startLoad(
  asker: Asker,
  { readers, writers, rest }: { readers: number; writers: number; rest: number },
): Load {
  const reads: Reads = { count: 0, failures: 0, times: [], statuses: {} }
  let ended = false
  const running = [
    ...Array.from({ length: readers }, (_, n) => read(n)),
    ...Array.from({ length: writers }, () => write()),
  ]
  return {
    reads,
    async end() {
      ended = true
      await Promise.all(running)
    },
  }

  async function read(first: number): Promise<void> {
    for (let n = first; !ended; n += 1) {
      await readOnce(asker.url, PAGES[n % PAGES.length] ?? '/ru', reads)
      await pause(rest)
    }
  }

  async function write(): Promise<void> {
    let open: Ask | undefined
    while (!ended) {
      open = await asker.send(open)
      if (open.acknowledged || open.refused) open = undefined
      await pause(rest)
    }
    // What is under way is sent until it is answered: it was typed by somebody.
    for (let tries = 0; open && !open.acknowledged && !open.refused && tries < 20; tries += 1) {
      await pause(500)
      open = await asker.send(open)
    }
  }
}

/** Reads one page and counts how it went: anything but a whole 200 is a failure. */
export async function readOnce(url: string, path: string, reads: Reads): Promise<boolean> {
  const began = performance.now()
  const answer = await fetch(url + path, { signal: AbortSignal.timeout(60_000) }).catch(() => null)
  const text = (await answer?.text().catch(() => '')) ?? ''
  reads.times.push(performance.now() - began)
  reads.count += 1
  const status = answer ? String(answer.status) : 'none'
  reads.statuses[status] = (reads.statuses[status] ?? 0) + 1
  const isWhole = answer?.status === 200 && text.includes('</html>')
  if (!isWhole) reads.failures += 1
  return isWhole
}

/** The time until a page that no cache knows is answered again; throws when none is for a minute. */
export async function untilRead(url: string): Promise<number> {
  const began = performance.now()
  for (let n = 0; ; n += 1) {
    const path = `/ru/search?q=${encodeURIComponent(`поездка ${began} ${n}`)}`
    const answer = await fetch(url + path, { signal: AbortSignal.timeout(20_000) }).catch(
      () => null,
    )
    await answer?.text().catch(() => '')
    if (answer?.status === 200) return performance.now() - began
    if (performance.now() - began > 60_000) throw new Error('No page was answered for a minute.')
    await pause(25)
  }
}

/** The time that a share of the answers stayed under, in milliseconds. */
export function percentile(times: number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b)
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)
}
