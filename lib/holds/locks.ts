import { type Connection, db } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import type { Link } from '@/lib/private-links/tokens'
import { type Asker, isOf } from '@/lib/requests/links'
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
 * there and of the asker who acts, so that nobody ever waits in a circle. NotFound when the asker's
 * link was erased meanwhile. What it frees may seat people on other listings;
 * when `requireLocked` asks for one that is not locked, everything starts over with it.
 */
export async function withListings<T>(
  ids: Iterable<string>,
  work: (locked: Locked) => Promise<T>,
  asker: Asker | null = null,
): Promise<T> {
  const listings = new Set(ids)
  for (;;) {
    try {
      return await transact(async (tx) => {
        await lock(tx, [...listings], asker)
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

async function lock(tx: Connection, listings: string[], asker: Asker | null): Promise<void> {
  await tx.$queryRaw`
    SELECT 1 FROM listing WHERE id = ANY (${listings}::uuid[]) ORDER BY id FOR UPDATE`
  const links = await tx.$queryRaw<Link[]>`
    SELECT id, token_hash AS "tokenHash" FROM private_link
    WHERE id = ${asker?.linkId ?? null}::uuid OR id IN (
      SELECT link_id FROM request WHERE listing_id = ANY (${listings}::uuid[])
        AND status = ANY (${PENDING}::request_status[]))
    ORDER BY id FOR UPDATE`
  if (asker && !links.some((link) => isOf(asker, link))) throw new NotFound('link')
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
