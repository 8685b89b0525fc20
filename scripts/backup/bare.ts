import type pg from 'pg'
import { quoted } from './tables'

/**
 * Takes off what slows rows down or would judge them once more on their way back: foreign keys,
 * indexes that are no constraint, triggers of ours. Answers how to put all of it on again, which
 * checks every row. Needs no more than to own the tables.
 */
export async function bareTables(
  client: pg.Client,
  tables: string[],
): Promise<() => Promise<void>> {
  const keys = await foreignKeys(client)
  const indexes = await plainIndexes(client, tables)
  for (const { table, name } of keys) {
    await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`)
  }
  for (const { name } of indexes) await client.query(`DROP INDEX ${name}`)
  for (const table of tables)
    await client.query(`ALTER TABLE ${quoted(table)} DISABLE TRIGGER USER`)

  return async () => {
    await client.query(`SET LOCAL maintenance_work_mem = '256MB'`)
    for (const { definition } of indexes) await client.query(definition)
    for (const { table, name, definition } of keys) {
      await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`)
    }
    for (const table of tables) {
      await client.query(`ALTER TABLE ${quoted(table)} ENABLE TRIGGER USER`)
    }
  }
}

type Part = { table: string; name: string; definition: string }

async function foreignKeys(client: pg.Client): Promise<Part[]> {
  const { rows } = await client.query<Part>(
    `SELECT conrelid::regclass::text AS table, quote_ident(conname) AS name,
       pg_get_constraintdef(oid) AS definition
     FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace`,
  )
  return rows
}

async function plainIndexes(client: pg.Client, tables: string[]): Promise<Part[]> {
  const { rows } = await client.query<Part>(
    `SELECT indrelid::regclass::text AS table, indexrelid::regclass::text AS name,
       pg_get_indexdef(indexrelid) AS definition
     FROM pg_index JOIN pg_class ON pg_class.oid = indrelid
     WHERE relnamespace = 'public'::regnamespace AND relname = ANY ($1)
       AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid AND contype <> 'f')`,
    [tables],
  )
  return rows
}
