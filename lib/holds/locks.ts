import { type Connection, db } from '@/lib/db'
import { PENDING } from '@/lib/requests/rules'

/** Far above what a transaction takes; many people at one listing wait for each other. */
const PATIENCE = { maxWait: 10_000, timeout: 20_000 }

/** A transaction in which these listings, and the links of all who wait on them, are locked. */
export interface Locked {
  tx: Connection
  listings: ReadonlySet<string>
}

/**
 * Runs a transaction with listings locked: first them by id, then by id the links of all who wait
 * there, so that nobody ever waits in a circle. What it frees may seat people on other listings;
 * when `requireLocked` asks for one that is not locked, everything starts over with it.
 */
export async function withListings<T>(
  ids: Iterable<string>,
  work: (locked: Locked) => Promise<T>,
): Promise<T> {
  const listings = new Set(ids)
  for (;;) {
    try {
      return await transact(async (tx) => {
        await lock(tx, [...listings])
        return work({ tx, listings })
      })
    } catch (error) {
      if (!(error instanceof NeedsListings)) throw error
      for (const id of error.ids) listings.add(id)
    }
  }
}

/** Starts the transaction over when one of these listings is not locked yet. */
export function requireLocked({ listings }: Locked, ids: string[]): void {
  if (ids.some((id) => !listings.has(id))) throw new NeedsListings(ids)
}

/** A transaction that is tried once more when the database broke a deadlock or a conflict of writes. */
export async function transact<T>(work: (tx: Connection) => Promise<T>): Promise<T> {
  const run = () => db.$transaction(work, PATIENCE)
  try {
    return await run()
  } catch (error) {
    if (!isWriteConflict(error)) throw error
    return run()
  }
}

class NeedsListings extends Error {
  constructor(readonly ids: string[]) {
    super('more listings must be locked')
  }
}

async function lock(tx: Connection, listings: string[]): Promise<void> {
  await tx.$queryRaw`
    SELECT 1 FROM listing WHERE id = ANY (${listings}::uuid[]) ORDER BY id FOR UPDATE`
  await tx.$queryRaw`
    SELECT 1 FROM private_link WHERE id IN (
      SELECT link_id FROM request WHERE listing_id = ANY (${listings}::uuid[])
        AND status = ANY (${PENDING}::request_status[]))
    ORDER BY id FOR UPDATE`
}

// Prisma's own code, and what its adapter says of a raw statement.
function isWriteConflict(error: unknown): boolean {
  const { code, meta } = error as DatabaseError
  return code === 'P2034' || meta?.driverAdapterError?.cause?.kind === 'TransactionWriteConflict'
}

interface DatabaseError {
  code?: string
  meta?: { driverAdapterError?: { cause?: { kind?: string } } }
}
