import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { db } from '@/lib/db'
import { SEALED_COLUMNS, type SealContext, seal, type unseal } from '@/lib/seal'
import { testSettings } from '@/lib/testing/settings'
import { writeSamples } from '@/prisma/seed/write-samples'

const OLD = testSettings.SEAL_KEYS
const NEW = `k2:${Buffer.alloc(32, 9).toString('base64')}`
const CODES = 1_100

const contexts = Object.keys(SEALED_COLUMNS) as SealContext[]
const said: string[] = []

beforeAll(async () => {
  await writeSamples(db, new Date())
  const { id } = await db.listing.findFirstOrThrow({ select: { id: true } })
  await db.listingRevision.create({
    data: {
      listingId: id,
      baseVersion: 1,
      proposal: {},
      sealed: seal('{"point":"Мост"}', 'revision.sealed'),
    },
  })
  // More than two batches.
  await db.signInCode.createMany({
    data: Array.from({ length: CODES }, (_, n) => ({
      emailHash: `hash ${n}`,
      emailSealed: seal(`${n}@example.org`, 'sign_in_code.email'),
      codeHash: '',
      linkHash: `link ${n}`,
      expiresAt: new Date(),
    })),
  })
})

beforeEach(() => {
  said.length = 0
  vi.spyOn(console, 'log').mockImplementation((line: string) => {
    said.push(line)
  })
})

/** Runs with other keys, as a process of its own would. */
async function withKeys(keys: string) {
  process.env.SEAL_KEYS = keys
  vi.resetModules()
  const { default: rotateKeys } = await import('./rotate-keys')
  const { unseal: open } = await import('@/lib/seal')
  return { rotateKeys, open }
}

async function values(context: SealContext): Promise<string[]> {
  const { table, column } = SEALED_COLUMNS[context]
  const rows = await db.$queryRawUnsafe<{ value: string }[]>(
    `SELECT ${column} AS value FROM ${table} WHERE ${column} IS NOT NULL`,
  )
  return rows.map(({ value }) => value)
}

async function allOpened(open: typeof unseal): Promise<string[]> {
  const texts = await Promise.all(
    contexts.map(async (context) =>
      (await values(context)).map((value) => `${context} ${open(value, context)}`),
    ),
  )
  return texts.flat().sort()
}

async function allSealed(): Promise<string[]> {
  return (await Promise.all(contexts.map(values))).flat().sort()
}

test('the list names every sealed column of the database', async () => {
  const columns = await db.$queryRaw<{ name: string }[]>`
    SELECT table_name || '.' || column_name AS name FROM information_schema.columns
    WHERE table_schema = 'public' AND column_name LIKE '%sealed'`
  const listed = Object.values(SEALED_COLUMNS).map(({ table, column }) => `${table}.${column}`)
  expect(columns.map(({ name }) => name).sort()).toEqual(listed.sort())
})

test('what does not open is counted and stays; the rest is sealed anew, after an interruption too', async () => {
  // As an interrupted run leaves it: some are done, under a key this run does not have.
  const [first = '', second = ''] = await values('sign_in_code.email')
  await db.signInCode.updateMany({
    where: { emailSealed: first },
    data: { emailSealed: first.replace('k1.', 'k9.') },
  })
  const { rotateKeys } = await withKeys(`${NEW},${OLD}`)
  await expect(rotateKeys()).rejects.toThrow(/^1 values do not open/)
  expect(await values('sign_in_code.email')).not.toContain(second)
  await db.signInCode.updateMany({
    where: { emailSealed: first.replace('k1.', 'k9.') },
    data: { emailSealed: first },
  })
  expect((await allSealed()).filter((value) => !value.startsWith('k2.'))).toEqual([first])
})

test('afterwards everything opens without the old key', async () => {
  const both = await withKeys(`${NEW},${OLD}`)
  const before = await allOpened(both.open)
  await both.rotateKeys()
  const { open } = await withKeys(NEW)
  expect(await allOpened(open)).toEqual(before)
  expect(before.length).toBeGreaterThan(CODES + 50)
})

test('a second run changes nothing, and counts are all it ever says', async () => {
  const before = await allSealed()
  const { rotateKeys } = await withKeys(`${NEW},${OLD}`)
  await rotateKeys()
  expect(await allSealed()).toEqual(before)
  expect(said.join('\n')).toMatch(/^( {2}[a-z_]+\.[a-z_]+ +0 sealed anew\n)+Done: .* k2\. /)
})
