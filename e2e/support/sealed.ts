import { db } from '@/lib/db'
import { SEALED_COLUMNS, type SealContext, unseal } from '@/lib/seal'

/** Shorter texts, a plate's region or an hour, stand elsewhere by chance. */
const SHORTEST = 6

/** Everything the database holds, in every schema, as text. */
export async function dump(): Promise<string> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    select quote_ident(table_schema) || '.' || quote_ident(table_name) as name
    from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`
  const rows = await Promise.all(
    tables.map(({ name }) =>
      db.$queryRawUnsafe<{ text: string }[]>(`select t::text as text from ${name} t`),
    ),
  )
  return rows
    .flat()
    .map(({ text }) => text)
    .join('\n')
}

/** What all sealed columns hold, opened: e-mails, addresses, meeting points, names, messages. */
export async function sealedTexts(): Promise<string[]> {
  const columns = Object.entries(SEALED_COLUMNS) as [
    SealContext,
    { table: string; column: string },
  ][]
  const texts = await Promise.all(
    columns.map(async ([context, { table, column }]) => {
      const rows = await db.$queryRawUnsafe<{ sealed: string | null }[]>(
        `select ${column} as sealed from ${table}`,
      )
      return rows.flatMap(({ sealed }) => open(sealed, context))
    }),
  )
  return [...new Set(texts.flat())].filter((text) => text.length >= SHORTEST)
}

function open(sealed: string | null, context: SealContext): string[] {
  if (sealed === null) return []
  const text = unseal(sealed, context)
  return text.startsWith('{') ? leaves(JSON.parse(text)) : [text]
}

function leaves(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return value && typeof value === 'object' ? Object.values(value).flatMap(leaves) : []
}
