import { Conflict, type ConflictCode } from '@/lib/errors'

// What a refusal of the database means to the person who asked. Everything else is a bug.
const MEANINGS: Record<string, ConflictCode> = {
  capacity_held_within_total: 'below_held',
  hold_no_overlap_for_one_link: 'overlaps',
  listing_open_requests_range: 'too_many_requests',
  request_women_only_offered: 'women_only_not_offered',
  private_link_open_requests_range: 'too_many_of_yours',
  decision_not_on_own_listing: 'own_listing',
  account_last_admin_stays: 'last_admin',
  account_house_stays: 'impossible_now',
  listing_published_owner_verified: 'not_verified',
  listing_published_by_two: 'already_decided',
  housing_shelter_by_two: 'already_decided',
  listing_revision_one_pending: 'changed_meanwhile',
  trusted_post_by_trusted: 'impossible_now',
  held_decision_one_of_listing: 'already_decided',
  centre_import_published_by_another: 'own_import',
  centre_import_all_or_nothing: 'import_has_errors',
  centre_key_unique: 'changed_meanwhile',
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
