import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { dangersOf, RULES_SINCE } from './migration-rules'

const FOLDER = resolve(import.meta.dirname, '../prisma/migrations')
const names = readdirSync(FOLDER).filter((name) => /^\d/.test(name))

it('no migration since then locks a filled table or breaks the version before', () => {
  const found = names
    .filter((name) => name >= RULES_SINCE)
    .map((name) => [name, dangersOf(readFileSync(join(FOLDER, name, 'migration.sql'), 'utf8'))])
  expect(found.filter(([, dangers]) => dangers?.length)).toEqual([])
})

it('would have found what earlier ones did before anybody used the site', () => {
  const earlier = names.map((name) => readFileSync(join(FOLDER, name, 'migration.sql'), 'utf8'))
  expect(earlier.flatMap(dangersOf).length).toBeGreaterThan(5)
})

describe('is dangerous', () => {
  it.each([
    ['CREATE INDEX "a" ON "listing" ("city");', 'CONCURRENTLY'],
    ['create unique index a on listing (city)', 'CONCURRENTLY'],
    ['ALTER TABLE "listing" ADD CONSTRAINT "a" CHECK (b > 0);', 'NOT VALID'],
    [
      'ALTER TABLE "listing" ADD COLUMN "a" INT, ADD CONSTRAINT "c" FOREIGN KEY (a) REFERENCES b(id);',
      'NOT VALID',
    ],
    ['ALTER TABLE "listing" ADD CONSTRAINT "a" UNIQUE (city);', 'USING INDEX'],
    ['ALTER TABLE "listing" ADD COLUMN "a" INT NOT NULL;', 'DEFAULT'],
    ['ALTER TABLE "listing" ADD COLUMN "a" UUID DEFAULT gen_random_uuid();', 'every row'],
    ['ALTER TABLE "listing" ALTER COLUMN "a" TYPE BIGINT;', 'every row'],
    ['ALTER TABLE "listing" ALTER COLUMN "a" SET NOT NULL;', 'whole table'],
    ['ALTER TABLE "listing" DROP COLUMN "a";', 'one release later'],
    ['ALTER TABLE "listing" RENAME TO "offer";', 'one release later'],
    ['DROP TABLE "visit";', 'one release later'],
    ['UPDATE listing SET a = 1;', 'every row'],
    ['CREATE INDEX CONCURRENTLY a ON listing (city); SELECT 1;', 'of its own'],
  ])('%s', (sql, words) => {
    expect(dangersOf(sql).join(' ')).toContain(words)
  })
})

describe('is harmless', () => {
  it.each([
    'CREATE INDEX CONCURRENTLY "a" ON "listing" ("city");',
    'ALTER TABLE "listing" ADD COLUMN "a" INT;',
    'ALTER TABLE "listing" ADD COLUMN "a" INT NOT NULL DEFAULT 0;',
    'ALTER TABLE "listing" ADD CONSTRAINT "a" CHECK (b > 0) NOT VALID;',
    'ALTER TABLE "listing" VALIDATE CONSTRAINT "a";',
    'CREATE TABLE "a" ("b" INT NOT NULL); CREATE INDEX "c" ON "a" ("b"); ALTER TABLE "a" ADD CONSTRAINT "d" CHECK (b > 0);',
    "-- DROP TABLE listing;\nSELECT 'DROP TABLE listing; RENAME';",
    'CREATE FUNCTION a() RETURNS void AS $body$ UPDATE listing SET a = 1; $body$ LANGUAGE sql;',
    'UPDATE listing SET a = 1 WHERE id = 2;',
  ])('%s', (sql) => {
    expect(dangersOf(sql)).toEqual([])
  })
})
