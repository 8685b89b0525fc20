/**
 * What may become of a page: kept for whoever asks next, shared by who waits for it, for one alone, or
 * refused to one alone, so that the next has it made.
 */
export type Fate = 'kept' | 'shared' | 'own' | 'refused' | 'failed'

/** The page of this key: the kept one while it is fresh, else one that all who ask together share. */
export type Keeper<Page> = (key: string, make: () => Promise<Page>) => Promise<Page>

type Kept<Page> = { page: Page; bytes: number; madeAt: number; freshUntil: number }

/** So long a page stands in while no newer one can be made: the database is away. */
export const STALE_MS = 60_000

/**
 * Keeps pages in memory, no more than `most` of them and `mostBytes` together; the oldest go first.
 * `make` must not throw: a page that could not be made has the fate `failed`.
 */
export function createKeeper<Page>(options: {
  fateOf(page: Page): Fate
  weigh(page: Page): number
  most: number
  mostBytes: number
  /** For how long a page that is begun now will be given out again. */
  freshMs(): number
  now(): number
}): Keeper<Page> {
  const { fateOf, weigh, most, mostBytes, freshMs, now } = options
  const kept = new Map<string, Kept<Page>>()
  const making = new Map<string, Promise<Page>>()
  let bytes = 0

  function drop(key: string): void {
    bytes -= kept.get(key)?.bytes ?? 0
    kept.delete(key)
  }

  function keep(key: string, page: Page, madeAt: number, freshUntil: number): void {
    const weight = weigh(page)
    kept.set(key, { page, bytes: weight, madeAt, freshUntil })
    bytes += weight
    for (const [oldest, { madeAt: since }] of kept) {
      if (kept.size <= most && bytes <= mostBytes && now() < since + STALE_MS) break
      drop(oldest)
    }
  }

  async function makeOne(key: string, make: () => Promise<Page>): Promise<Page> {
    // Not when it is ready: what it shows was read after it was begun.
    const began = now()
    const freshUntil = began + freshMs()
    const page = await make()
    const fate = fateOf(page)
    const old = kept.get(key)
    if (fate === 'failed' && old && now() < old.madeAt + STALE_MS) {
      old.freshUntil = Math.min(now() + freshMs(), old.madeAt + STALE_MS)
      return old.page
    }
    if (fate === 'refused') return page
    drop(key)
    if (fate === 'kept') keep(key, page, began, freshUntil)
    return page
  }

  function fresh(key: string): Page | undefined {
    const known = kept.get(key)
    return known && now() < known.freshUntil ? known.page : undefined
  }

  return async function give(key, make): Promise<Page> {
    const known = fresh(key)
    if (known) return known
    const running = making.get(key)
    if (running) {
      const page = await running
      const fate = fateOf(page)
      if (fate === 'refused') return give(key, make)
      return fate === 'own' ? make() : page
    }
    const mine = makeOne(key, make).finally(() => making.delete(key))
    making.set(key, mine)
    return mine
  }
}
