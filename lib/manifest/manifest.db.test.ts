import { describe, expect, it } from 'vitest'
import { ENTRIES } from '@/lib/manifest/manifest'
import { AS_A_WHOLE } from '@/lib/manifest/ours'
import { prepareJobs } from '@/lib/notifications/worker'
import { everyPostgres } from '@/lib/testing/every-postgres'

describe.each(await everyPostgres())('on $name', ({ db, url }) => {
  it('the manifest has an entry for every column there is, and for no other', async () => {
    await prepareJobs(url)
    const columns = await db.$queryRaw<{ name: string; whole: string[] }[]>`
      SELECT CASE table_schema WHEN 'public' THEN '' ELSE table_schema || '.' END
        || table_name || '.' || column_name AS name,
        ARRAY[table_schema || '.' || table_name, table_schema || '.*'] AS whole
      FROM information_schema.columns JOIN information_schema.tables
        USING (table_catalog, table_schema, table_name)
      WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`
    const wholes = columns.flatMap(({ whole }) => whole.filter((name) => name in AS_A_WHOLE))
    expect(new Set(wholes)).toEqual(new Set(Object.keys(AS_A_WHOLE)))
    const ours = columns.filter(({ whole }) => !whole.some((name) => name in AS_A_WHOLE))
    expect(ours.map(({ name }) => name).sort()).toEqual(ENTRIES.map(({ name }) => name).sort())
  })
})
