import type pg from 'pg'

/** What opens doors or says who tried what: worth nothing a day later, so it is never kept. */
const NOT_KEPT = ['_prisma_migrations', 'session', 'sign_in_code']

/** One table of a backup: how many rows, and their checksum in whatever order they stand. */
export interface TableSum {
  table: string
  rows: string
  sum: string
}

/** Values are written and read as text; these make the text the same on every server. */
export async function spellAlike(client: pg.ClientBase): Promise<void> {
  await client.query(`SET datestyle = 'ISO'; SET timezone = 'UTC'; SET intervalstyle = 'postgres';
    SET extra_float_digits = 1; SET bytea_output = 'hex'; SET statement_timeout = 0`)
}

/**
 * Every table that a backup keeps. Unlogged ones stay out, as in any backup of PostgreSQL: the salt
 * of the day with which visitors are hashed, and the counters of those who came too often.
 */
export async function keptTables(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class
     WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relpersistence = 'p'
       AND relname <> ALL ($1) ORDER BY relname`,
    [NOT_KEPT],
  )
  return rows.map(({ name }) => name)
}

/** The columns that can be written: a generated one follows from the others. */
export async function writableColumns(client: pg.ClientBase, table: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT quote_ident(attname) AS name FROM pg_attribute
     WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
     ORDER BY attnum`,
    [quoted(table)],
  )
  return rows.map(({ name }) => name)
}

/** Counts and sums up a table. The sum does not know the order of the rows. */
export async function sumOf(client: pg.ClientBase, table: string): Promise<TableSum> {
  const { rows } = await client.query<{ rows: string; sum: string }>(
    `SELECT count(*)::text AS rows,
       coalesce(sum(('x' || left(md5(kept::text), 15))::bit(60)::bigint), 0)::text AS sum
     FROM ${quoted(table)} AS kept`,
  )
  return { table, rows: rows[0]?.rows ?? '0', sum: rows[0]?.sum ?? '0' }
}

/** The migrations that built this database, in their order. */
export async function appliedMigrations(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT DISTINCT migration_name AS name FROM _prisma_migrations
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY 1`,
  )
  return rows.map(({ name }) => name)
}

/** A name as SQL takes it. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
