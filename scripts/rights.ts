import { createHash } from 'node:crypto'
import pg from 'pg'

/** What the site may not change in these tables, and which columns it may all the same. */
const APPEND_ONLY = { staff_log: [], decision: ['note', 'note_sealed'] }
const EMBEDDED_ROLE = 'qadam'
/** Any number, the same for every starter of this product, and another than that of migrations. */
const RIGHTS_LOCK = 7_214_053

/**
 * Lets the role of the site read and write rows, and nothing else: it owns no table, switches off no
 * trigger, and neither changes nor deletes what must stay (docs/decisions/0050). Repeated after
 * each migration, because new tables have no grants. Starters that come together wait for each other:
 * PostgreSQL refuses two that grant on one table.
 */
export async function grantRights(ownerUrl: string, role: string): Promise<void> {
  const name = pg.escapeIdentifier(role)
  await asOwner(ownerUrl, [
    'BEGIN',
    `SELECT pg_advisory_xact_lock(${RIGHTS_LOCK})`,
    ...['public', 'jobs'].flatMap((schema) => [
      `GRANT USAGE ON SCHEMA ${schema} TO ${name}`,
      `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${schema} TO ${name}`,
      `GRANT USAGE ON ALL SEQUENCES IN SCHEMA ${schema} TO ${name}`,
    ]),
    `REVOKE INSERT, UPDATE, DELETE ON _prisma_migrations FROM ${name}`,
    ...Object.entries(APPEND_ONLY).flatMap(([table, columns]) => [
      `REVOKE UPDATE, DELETE ON ${table} FROM ${name}`,
      ...columns.map((column) => `GRANT UPDATE (${column}) ON ${table} TO ${name}`),
    ]),
    'COMMIT',
  ])
}

/**
 * The address by which the site reaches an embedded database: that of a role which owns nothing.
 * Its password follows from the owner's, which does not follow from it.
 */
export async function siteUrlOf(ownerUrl: string): Promise<string> {
  const url = new URL(ownerUrl)
  const password = createHash('sha256').update(`${EMBEDDED_ROLE} ${url.password}`).digest('hex')
  await asOwner(ownerUrl, [
    `DO $$ BEGIN CREATE ROLE ${EMBEDDED_ROLE} LOGIN;
      EXCEPTION WHEN duplicate_object THEN NULL; END $$`,
    `ALTER ROLE ${EMBEDDED_ROLE} PASSWORD '${password}'`,
  ])
  return Object.assign(url, { username: EMBEDDED_ROLE, password }).href
}

async function asOwner(ownerUrl: string, statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}
