import { ACCOUNTS } from '@/lib/manifest/accounts'
import type { DataClass, Table } from '@/lib/manifest/column'
import { DESK } from '@/lib/manifest/desk'
import { LISTINGS } from '@/lib/manifest/listings'
import { OURS } from '@/lib/manifest/ours'
import { REQUESTS } from '@/lib/manifest/requests'
import type { Kept } from '@/lib/retention/rules'

/** Every table of ours with every column; manifest.db.test.ts compares it with the database. */
export const MANIFEST: Record<string, Table> = {
  ...ACCOUNTS,
  ...LISTINGS,
  ...REQUESTS,
  ...DESK,
  ...OURS,
}

export interface Entry {
  table: string
  column: string
  /** `table.column`. */
  name: string
  of: DataClass
  why: string
  kept: Kept
  /** Whether it goes with its whole row. */
  withRow: boolean
}

/** All columns in the order of the manifest. */
export const ENTRIES: readonly Entry[] = Object.entries(MANIFEST).flatMap(([table, entry]) =>
  Object.entries(entry.columns).map(([column, [of, why, kept = entry.kept]]) => ({
    table,
    column,
    name: `${table}.${column}`,
    of,
    why,
    kept,
    withRow: kept === entry.kept,
  })),
)

/** The columns that are kept as long as one entry of the table of lib/retention says. */
export function columnsKept(key: Kept): string[] {
  return ENTRIES.filter(({ kept }) => kept === key).map(({ name }) => name)
}

/** The tables whose whole rows are kept as long as that. */
export function tablesKept(key: Kept): string[] {
  return Object.keys(MANIFEST).filter((table) => MANIFEST[table]?.kept === key)
}
