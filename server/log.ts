import type { ServerResponse } from 'node:http'

export type Entry = {
  method: string
  /** Of the route, never the path that was asked for: paths and queries can point at a person. */
  pattern: string
  /** What the reader of a 500 page was told, and Next's own mark of the cause. */
  reference?: string
  digest?: string
}

/** Writes one line when the answer is out. No path, query, address or user agent is kept. */
export function logWhenDone(response: ServerResponse, entry: Entry): void {
  if (process.env.QADAM_LOG === 'quiet') return
  const started = performance.now()
  response.once('close', () => {
    console.log(line(new Date(), entry, response.statusCode, performance.now() - started))
  })
}

/** `2026-11-22T10:00:00.000Z GET /{locale}/{city} 200 12ms`, after a failure also its marks. */
function line(at: Date, entry: Entry, status: number, milliseconds: number): string {
  const { method, pattern, reference, digest } = entry
  return [
    at.toISOString(),
    method,
    pattern,
    status,
    `${Math.round(milliseconds)}ms`,
    ...(reference ? [`reference=${reference}`] : []),
    ...(digest ? [`digest=${digest}`] : []),
  ].join(' ')
}
