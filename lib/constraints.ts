import { Conflict, type ConflictCode } from '@/lib/errors'

// What a refusal of the database means to the person who asked. Everything else is a bug.
const MEANINGS: Record<string, ConflictCode> = {
  capacity_held_within_total: 'below_held',
  hold_no_overlap_for_one_link: 'overlaps',
  listing_open_requests_range: 'too_many_requests',
  private_link_open_requests_range: 'too_many_of_yours',
  decision_not_on_own_listing: 'own_listing',
  listing_published_owner_verified: 'not_verified',
  listing_revision_one_pending: 'changed_meanwhile',
}

/**
 * Runs a write and turns the refusal of a named constraint into the Conflict it means. Errors of
 * CHECK constraints carry the whole failing row, so the original goes no further.
 */
export async function refusedAsConflict<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    const meaning = MEANINGS[constraintOf(error) ?? '']
    throw meaning ? new Conflict(meaning) : error
  }
}

/** The name of the constraint or unique index that refused a write; null when none did. */
export function constraintOf(error: unknown): string | null {
  const { originalMessage } = (error as DatabaseError | null)?.meta?.driverAdapterError?.cause ?? {}
  return /constraint "(\w+)"/.exec(originalMessage ?? '')?.[1] ?? null
}

/** Where Prisma keeps the words of PostgreSQL; its own differ from query to query. */
interface DatabaseError {
  meta?: { driverAdapterError?: { cause?: { originalMessage?: string } } }
}
