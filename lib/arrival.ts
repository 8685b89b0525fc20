import { AsyncLocalStorage } from 'node:async_hooks'

/** What becomes known of a request while it is answered. */
export interface Visit {
  /** Whether its form got as far as an action of ours. */
  arrived: boolean
  /** In how many seconds a limit lets it through, when one did not. */
  retrySeconds?: number
}

const KEY = Symbol.for('qadam.visits')
const shared = globalThis as { [KEY]?: AsyncLocalStorage<Visit> }

// Next bundles its own copy of this file; both must know the same visits.
const visits = shared[KEY] ?? new AsyncLocalStorage<Visit>()
shared[KEY] = visits

/**
 * Runs what answers a request and tells what became known of it. When the framework fails before a
 * form arrived, the form was not made by our pages.
 */
export async function watchVisit<T>(run: () => Promise<T>): Promise<{ answer: T; visit: Visit }> {
  const visit: Visit = { arrived: false }
  return { answer: await visits.run(visit, run), visit }
}

/** Said by every action before anything else. */
export function arrive(): void {
  const visit = visits.getStore()
  if (visit) visit.arrived = true
}

/** Said by a limit that was reached: the answer carries it as `Retry-After`. */
export function comeBackIn(seconds: number): void {
  const visit = visits.getStore()
  if (visit) visit.retrySeconds = seconds
}
