import { setTimeout as pause } from 'node:timers/promises'
import { readDrain } from '@/lib/env'

const PATIENCE_MS = 10_000

const closers: (() => Promise<unknown>)[] = []
let closing: number | undefined

/** Aborted when the process begins to stop. */
export const stopping = new AbortController()

/** Remembers how to stop a part; parts stop in reverse order. */
export function onStop(close: () => Promise<unknown>): void {
  closers.push(close)
}

/** Stops every part, in ten seconds and the time of draining at most, then ends the process with this code. */
export async function stopAll(code: number): Promise<never> {
  closing ??= Date.now()
  stopping.abort()
  const all = (async () => {
    for (let close = closers.pop(); close; close = closers.pop()) {
      await close().catch((error) => console.error(error))
    }
  })()
  await Promise.race([all, pause(PATIENCE_MS + readDrain(process.env) * 1_000)])
  process.exit(code)
}

/** Ctrl-C, a closed terminal and a killed parent stop everything; a second Ctrl-C does not wait. */
export function stopOnSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, interrupted)
  process.once('disconnect', () => stopAll(0))
  for (const event of ['uncaughtException', 'unhandledRejection']) {
    process.on(event, (error: unknown) => {
      console.error(error)
      if (closing === undefined) stopAll(1)
    })
  }
}

/** npm and the terminal both deliver one Ctrl-C: what follows within half a second is the same. */
function interrupted(): void {
  if (closing === undefined) stopAll(0)
  else if (Date.now() - closing > 500) process.exit(130)
}

/** Shows why a start ended: a plain Error is a sentence for people, any other kind is a bug. */
export function explain(error: unknown): void {
  const plain = error instanceof Error && error.constructor === Error
  console.error(plain ? `\n${error.message}` : error)
}
