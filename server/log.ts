import type { ServerResponse } from 'node:http'
import { countAnswer } from '@/lib/watch/metrics'

export type Entry = {
  method: string
  /** Of the route, never the path that was asked for: paths and queries can point at a person. */
  pattern: string
  /** What the reader of a 500 page was told, and Next's own mark of the cause. */
  reference?: string
  digest?: string
}

/** Counts and logs the answer when it is out. No path, query, address or user agent is kept. */
export function logWhenDone(response: ServerResponse, entry: Entry): void {
  const started = performance.now()
  response.once('close', () => {
    const ms = performance.now() - started
    countAnswer(entry.pattern, response.statusCode, ms / 1_000)
    if (process.env.QADAM_LOG !== 'quiet') {
      console.log(line(new Date(), entry, response.statusCode, ms))
    }
  })
}

/** One JSON object, in the order of `docs/operating.md`; after a failure also its marks. */
function line(at: Date, entry: Entry, status: number, milliseconds: number): string {
  const { method, pattern, reference, digest } = entry
  return JSON.stringify({
    time: at.toISOString(),
    method,
    route: pattern,
    status,
    ms: Math.round(milliseconds),
    ...(reference ? { ref: reference } : {}),
    ...(digest ? { digest } : {}),
  })
}
