import { db } from '@/lib/db'
import type { ReportCopy } from '@/lib/reports/rules'
import { SEALED_COLUMNS, type SealContext, unseal } from '@/lib/seal'

/** Shorter texts, a plate's region or an hour, stand elsewhere by chance. */
const SHORTEST = 6

/** Everything the database holds, in every schema, as text. */
export async function dump(): Promise<string> {
  return [...(await rowsByTable(db)).values()].flat().join('\n')
}

/** The rows of every table of a database, each as text, sorted. */
export async function rowsByTable(client: typeof db): Promise<Map<string, string[]>> {
  const tables = await client.$queryRaw<{ name: string }[]>`
    select quote_ident(table_schema) || '.' || quote_ident(table_name) as name
    from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`
  const all = new Map<string, string[]>()
  for (const { name } of tables) {
    const rows = await client.$queryRawUnsafe<{ text: string }[]>(
      `select t::text as text from ${name} t order by 1`,
    )
    all.set(
      name,
      rows.map(({ text }) => text),
    )
  }
  return all
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
  if (context === 'report.copy') return secretsOf(JSON.parse(text))
  return leaves(parsed(text) ?? text)
}

/** Some columns seal several fields at once; others what somebody typed, which may look like it. */
function parsed(text: string): unknown {
  try {
    return text.startsWith('{') ? JSON.parse(text) : null
  } catch {
    return null
  }
}

/** A copy also holds what everyone sees of the listing; that stands in clear where it is public. */
function secretsOf({ request }: ReportCopy): string[] {
  if (!request) return []
  return leaves([request.name, request.messages.map(({ text }) => text), request.released])
}

function leaves(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return value && typeof value === 'object' ? Object.values(value).flatMap(leaves) : []
}
