import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { everyPostgres } from '@/lib/testing/every-postgres'
import { REFUSALS } from '@/lib/testing/refusals'
import { HOME, REVISION, RIDE, WORLD } from '@/lib/testing/world'
import { drift } from '@/scripts/migrate'

const MIGRATIONS = resolve(import.meta.dirname, '../prisma/migrations')

/** What the database itself calls its rules; primary keys are named after their tables. */
const NAMES = `
  SELECT conname AS name FROM pg_constraint
    WHERE connamespace = 'public'::regnamespace AND contype NOT IN ('p', 'n')
      AND conrelid <> coalesce(to_regclass('_prisma_migrations')::oid, 0)
  UNION SELECT tgname FROM pg_trigger WHERE NOT tgisinternal
  UNION SELECT i.relname FROM pg_index JOIN pg_class i ON i.oid = indexrelid
    WHERE i.relnamespace = 'public'::regnamespace AND indisunique AND NOT indisprimary`

/** Indexes that only some rows are in: Prisma does not see them, so their conditions stand here. */
const PARTIAL_INDEXES = {
  listing_waiting: "status = 'pending'",
  listing_revision_one_pending: "status = 'pending'",
  report_one_open_of_visitor: 'handled_at IS NULL',
  report_one_open_of_request: 'handled_at IS NULL',
  report_waiting: 'handled_at IS NULL',
  trusted_post_to_look_at: 'drawn AND looked_at IS NULL',
}

/** Unique only so that a foreign key can point at both columns: the first alone is the key. */
const TARGETS_OF_KEYS = [
  'listing_id_kind_unique',
  'listing_id_owner_unique',
  'ride_listing_kind_unique',
  'housing_listing_kind_unique',
  'centre_listing_kind_unique',
  'listing_revision_id_listing_unique',
]

/** What is raised under the name of another rule. */
const RAISED_AS: Record<string, string> = {
  account_last_admin_stays_delete: 'account_last_admin_stays',
  decision_append_only_truncate: 'decision_append_only',
  listing_published_by_two_from_the_first: 'listing_published_by_two',
  staff_log_append_only_truncate: 'staff_log_append_only',
}

/** Triggers that refuse nothing: they write the log, what a text is known by, and end what it is found by. */
const SCRIBES = [
  'account_staff_log',
  'announcement_staff_log',
  'report_staff_log',
  'decision_staff_log',
  'listing_staff_log',
  'staff_note_staff_log',
  'second_factor_staff_log',
  'trusted_post_staff_log',
  'listing_text_write',
  'listing_search_begins',
  'listing_search_ends',
  'listing_search_follows',
  'centre_import_staff_log',
  'centre_staff_log_office',
  'centre_staff_log_help_point',
  'listing_staff_log_centre',
  'opening_exception_staff_log',
  'public_holiday_staff_log',
  'place_staff_log',
  'guide_statement_staff_log',
]

describe.each(await everyPostgres())('on $name', ({ url }) => {
  const client = new pg.Client({ connectionString: url })
  const rows = async (sql: string) => (await client.query({ text: sql, rowMode: 'array' })).rows

  beforeAll(async () => {
    await client.connect()
    await client.query(WORLD)
  })

  afterAll(() => client.end())

  /** The rule that refuses a write, which leaves nothing behind either way. */
  async function refusalOf(sql: string): Promise<string | undefined> {
    await client.query('BEGIN')
    try {
      await client.query(sql)
      return 'nothing refused it'
    } catch (error) {
      return (error as pg.DatabaseError).constraint
    } finally {
      await client.query('ROLLBACK')
    }
  }

  const cases = Object.entries(REFUSALS).flatMap(([name, writes]) =>
    writes.map((sql) => ({ name, sql: sql.trim().replace(/\s+/g, ' ').slice(0, 110), full: sql })),
  )

  it.each(cases)('$name refuses $sql', async ({ name, full }) => {
    expect(await refusalOf(full)).toBe(RAISED_AS[name] ?? name)
  })

  it('has no rule that is not shown to refuse something', async () => {
    const names = (await rows(NAMES)).map(([name]) => String(name))
    expect(names.sort()).toEqual([...Object.keys(REFUSALS), ...TARGETS_OF_KEYS, ...SCRIBES].sort())
  })

  it('has exactly the partial indexes that are listed', async () => {
    const found = await rows(`
      SELECT relname, pg_get_expr(indpred, indrelid) FROM pg_index
      JOIN pg_class ON pg_class.oid = indexrelid
      WHERE relnamespace = 'public'::regnamespace AND indpred IS NOT NULL`)
    const plain = found.map(([name, condition]) => [
      name,
      String(condition).replace(/[()]|::\w+/g, ''),
    ])
    expect(Object.fromEntries(plain)).toEqual(PARTIAL_INDEXES)
  })

  it('has exactly the functions that are listed', async () => {
    const found = await rows(`
      SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace
        AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = pg_proc.oid AND deptype = 'e')`)
    expect(found.flat().sort()).toEqual([
      'account_last_admin_stays',
      'centre_import_all_or_nothing',
      'centre_import_published_by_another',
      'decided_by_two',
      'decision_append_only',
      'housing_shelter_by_two',
      'listing_needs_two',
      'listing_published_by_two',
      'listing_published_owner_verified',
      'listing_search_begins',
      'listing_search_ends',
      'listing_search_follows',
      'listing_text_write',
      'request_women_only_offered',
      'revision_needs_two',
      'second_factor_step_forward',
      'staff_log_append_only',
      'staff_log_erase',
      'staff_log_write',
      'text_sketch',
      'trusted_post_drawn',
      'trusted_post_lot_stands',
    ])
  })

  it('takes what is just within the limits', async () => {
    await expect(
      client.query(`
        UPDATE capacity SET total = 500, held = 500 WHERE listing_id = '${HOME}';
        UPDATE capacity SET held = total WHERE listing_id = '${RIDE}';
        UPDATE listing SET title = repeat('А', 80), body = repeat('А', 2000) WHERE id = '${RIDE}';
        UPDATE housing SET last_night = first_night + 180, max_nights = 180;
        INSERT INTO opening_hours SELECT listing_id, 1, 1080, 1440 FROM centre;
        UPDATE listing_revision SET status = 'superseded', decided_at = now() WHERE id = '${REVISION}';
        UPDATE decision SET note = '';
        INSERT INTO listing_revision (listing_id, base_version, proposal)
          VALUES ('${RIDE}', 1, '{}');`),
    ).resolves.toBeDefined()
  })

  it('counts what is free by itself', async () => {
    const free = await rows(`SELECT total - held = free FROM capacity`)
    expect(free.flat()).toEqual([true, true])
  })

  it('keeps the counter of hits out of the log of changes', async () => {
    const kinds = await rows(`SELECT relpersistence FROM pg_class WHERE relname = 'rate_limit'`)
    expect(kinds).toEqual([['u']])
  })

  it('agrees with prisma/schema.prisma', async () => {
    expect(await drift(url)).toBe('')
  })

  it('takes all migrations as plain SQL, each in one go', async () => {
    const name = `plain_${Date.now()}`
    await client.query(`CREATE DATABASE ${name} TEMPLATE template0`)
    const plain = new pg.Client({ connectionString: url.replace(/\/\w+$/, `/${name}`) })
    await plain.connect()
    const folders = readdirSync(MIGRATIONS, { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    )
    for (const folder of folders.sort((a, b) => a.name.localeCompare(b.name))) {
      await plain.query(readFileSync(join(MIGRATIONS, folder.name, 'migration.sql'), 'utf8'))
    }
    await expect(plain.query(WORLD)).resolves.toBeDefined()
    await plain.end()
    await client.query(`DROP DATABASE ${name} WITH (FORCE)`)
  })
})
