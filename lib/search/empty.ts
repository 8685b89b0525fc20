import { db } from '@/lib/db'
import type { ListingKind } from '@/lib/generated/prisma/enums'
import type { CitySlug } from '@/lib/places/cities'
import { cityDay } from '@/lib/places/city-time'

// On globalThis, because the pages and the jobs of one process load this file separately.
const shared = globalThis as { qadamEmptySearches?: Map<string, number> }

function counters(): Map<string, number> {
  shared.qadamEmptySearches ??= new Map()
  return shared.qadamEmptySearches
}

/**
 * Counts that nothing was found, by kind and city: neither words nor who. Kept in memory until
 * `writeEmptySearches`, so that reading a page writes nothing and no row tells the second.
 */
export function countEmptySearch(kind: ListingKind | null, city: CitySlug | null): void {
  const key = `${kind ?? 'any'} ${city ?? 'any'}`
  counters().set(key, (counters().get(key) ?? 0) + 1)
}

/** Adds what was counted to the counters of today. */
export async function writeEmptySearches(now: Date): Promise<void> {
  const counted = [...counters()].map(([key, searches]) => {
    const [kind = 'any', city = 'any'] = key.split(' ')
    return { kind, city, searches }
  })
  if (counted.length === 0) return
  counters().clear()
  await db.$executeRaw`
    INSERT INTO empty_search (day, kind, city, searches)
    SELECT ${cityDay(now, 'Asia/Almaty')}::date, kind, city, searches
    FROM jsonb_to_recordset(${JSON.stringify(counted)}::jsonb) AS counted (kind text, city text, searches int)
    ON CONFLICT (day, kind, city) DO UPDATE SET searches = empty_search.searches + excluded.searches`
}
