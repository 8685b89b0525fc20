import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eraseStaffLog } from '@/lib/retention/commands'
import { type Cast, cast } from '@/lib/testing/cast'
import { publishRide } from '@/lib/testing/rides'
import { prepareDatabase } from './prepare'
import { grantRights, siteUrlOf } from './rights'

const ownerUrl = process.env.DATABASE_URL ?? ''
const DENIED = expect.objectContaining({ code: '42501' })
let site: pg.Client
let people: Cast

beforeAll(async () => {
  people = await cast()
  await publishRide(people.marta, people.samal)
  const siteUrl = await siteUrlOf(ownerUrl)
  await prepareDatabase(siteUrl, ownerUrl)
  site = new pg.Client({ connectionString: siteUrl })
  await site.connect()
})

afterAll(() => site.end())

describe('the role of the site', () => {
  it('reads and writes rows, and adds to the log', async () => {
    await site.query('BEGIN')
    await site.query(`UPDATE account SET role = 'trusted' WHERE id = $1`, [people.marta.id])
    await site.query('COMMIT')
    const { rows } = await site.query(`SELECT after FROM staff_log WHERE subject_id = $1`, [
      people.marta.id,
    ])
    expect(rows.at(-1)).toMatchObject({ after: { role: 'trusted' } })
    await site.query(`UPDATE decision SET note = ''`)
  })

  it.each([
    `UPDATE staff_log SET why = ''`,
    'DELETE FROM staff_log',
    'TRUNCATE staff_log',
    'ALTER TABLE staff_log DISABLE TRIGGER ALL',
    'DROP TRIGGER staff_log_append_only ON staff_log',
    `CREATE OR REPLACE FUNCTION staff_log_append_only() RETURNS trigger LANGUAGE plpgsql
      AS 'BEGIN RETURN OLD; END'`,
    `SET session_replication_role = 'replica'`,
    `UPDATE decision SET action = 'reject'`,
    'DELETE FROM decision',
    'ALTER TABLE decision DISABLE TRIGGER ALL',
    'ALTER TABLE listing DROP CONSTRAINT listing_text_without_iin',
    'DELETE FROM _prisma_migrations',
    'CREATE TABLE public.own ()',
    'SET ROLE postgres',
  ])('may not %s', async (statement) => {
    await expect(site.query(statement)).rejects.toEqual(DENIED)
  })

  it('has what is older than two years erased, and nothing younger', async () => {
    const left = async () => (await site.query('SELECT 1 FROM staff_log')).rowCount
    await site.query(
      `INSERT INTO staff_log (at, subject, subject_id)
       VALUES (now() - interval '3 years', 'account', $1)`,
      [people.marta.id],
    )
    const before = (await left()) ?? 0
    await site.query('SELECT staff_log_erase(now())')
    expect(await left()).toBe(before - 1)
    await eraseStaffLog(new Date())
    expect(await left()).toBe(before - 1)
  })

  it('is given its rights by several processes that start together', async () => {
    const all = Array.from({ length: 8 }, () => grantRights(ownerUrl, 'qadam'))
    await expect(Promise.all(all)).resolves.toHaveLength(8)
  })

  it('prepares nothing a second time, and knows tables that came since', async () => {
    await prepareDatabase(await siteUrlOf(ownerUrl), ownerUrl)
    const { rows } = await site.query(`SELECT c.oid::regclass::text AS name FROM pg_class c
      WHERE relkind IN ('r', 'p') AND relnamespace IN ('public'::regnamespace, 'jobs'::regnamespace)
        AND NOT has_table_privilege(c.oid, 'SELECT')`)
    expect(rows).toEqual([])
  })
})
