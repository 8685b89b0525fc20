import { AsyncLocalStorage } from 'node:async_hooks'

type Seen = { outage: boolean }

// On globalThis: Next loads this file for itself, and both copies must mean the same request.
const shared = globalThis as { qadamOutage?: AsyncLocalStorage<Seen> }
shared.qadamOutage ??= new AsyncLocalStorage()
const requests = shared.qadamOutage

/** Does the work of one request and says whether the database was away for any part of it. */
export async function watchOutage<Result>(
  work: () => Promise<Result>,
): Promise<{ result: Result; outage: boolean }> {
  const seen = { outage: false }
  const result = await requests.run(seen, work)
  return { result, outage: seen.outage }
}

/** Remembers that the database was away for the request that is being answered. */
export function noteOutage(): void {
  const seen = requests.getStore()
  if (seen) seen.outage = true
}
