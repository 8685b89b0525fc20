import { db } from '@/lib/db'
import { newestKey, SEALED_COLUMNS, type SealContext, seal, unseal } from '@/lib/seal'

const BATCH = 500

/**
 * `npm run rotate-keys`: seals every sealed value anew with the newest key of `SEAL_KEYS`. A batch
 * is one statement and what is done already is left alone, so it may be interrupted and run again.
 * Prints counts only. Throws when values do not open with any key; the others are done then.
 */
export default async function rotateKeys(): Promise<void> {
  const contexts = Object.keys(SEALED_COLUMNS) as SealContext[]
  let shut = 0
  for (const context of contexts) {
    const counted = await rotateColumn(context)
    const { table, column } = SEALED_COLUMNS[context]
    console.log(`  ${`${table}.${column}`.padEnd(28)} ${counted.sealed} sealed anew`)
    shut += counted.shut
  }
  if (shut > 0) {
    throw new Error(
      `${shut} values do not open with any key in SEAL_KEYS, or changed meanwhile. Keep the older keys, run it again, and look for a key that is missing.`,
    )
  }
  console.log(`Done: everything is sealed with ${newestKey()}. Older keys may leave SEAL_KEYS.`)
}

/** Goes through the old values in their own order, so that one which does not open is passed once. */
async function rotateColumn(context: SealContext): Promise<{ sealed: number; shut: number }> {
  let sealed = 0
  let found = 0
  for (let batch = await oldValues(context, ''); batch.length > 0; ) {
    found += batch.length
    sealed += await replace(
      context,
      batch.flatMap((old) => sealAnew(old, context)),
    )
    batch = await oldValues(context, batch.at(-1) ?? '')
  }
  return { sealed, shut: found - sealed }
}

async function oldValues(context: SealContext, after: string): Promise<string[]> {
  const { table, column } = SEALED_COLUMNS[context]
  const rows = await db.$queryRawUnsafe<{ value: string }[]>(
    `SELECT ${column} AS value FROM ${table}
     WHERE split_part(${column}, '.', 1) <> $1 AND ${column} COLLATE "C" > $2
     ORDER BY ${column} COLLATE "C" LIMIT ${BATCH}`,
    newestKey(),
    after,
  )
  return rows.map(({ value }) => value)
}

type Replacement = { old: string; fresh: string }

function sealAnew(old: string, context: SealContext): Replacement[] {
  try {
    return [{ old, fresh: seal(unseal(old, context), context) }]
  } catch {
    return []
  }
}

/** Finds a row by its old value, which no other row has: what its owner changed meanwhile stays. */
async function replace(context: SealContext, replacements: Replacement[]): Promise<number> {
  const { table, column } = SEALED_COLUMNS[context]
  return db.$executeRawUnsafe(
    `UPDATE ${table} SET ${column} = fresh
     FROM unnest($1::text[], $2::text[]) AS replacement (old, fresh) WHERE ${column} = old`,
    replacements.map(({ old }) => old),
    replacements.map(({ fresh }) => fresh),
  )
}
