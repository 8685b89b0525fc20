import { db } from '@/lib/db'
import { type SealContext, unseal } from '@/lib/seal'

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

/** What the sealed columns hold, opened: e-mails, addresses, meeting points, cars and plates. */
export async function sealedTexts(): Promise<string[]> {
  const [accounts, codes, rides, housing, centres, revisions] = await Promise.all([
    db.account.findMany({ select: { emailSealed: true } }),
    db.signInCode.findMany({ select: { emailSealed: true } }),
    db.ride.findMany({ select: { meetingSealed: true } }),
    db.housing.findMany({ select: { addressSealed: true } }),
    db.centre.findMany({ select: { addressSealed: true } }),
    db.listingRevision.findMany({ select: { sealed: true } }),
  ])
  const texts = [
    ...accounts.map((row) => open(row.emailSealed, 'account.email')),
    ...codes.map((row) => open(row.emailSealed, 'sign_in_code.email')),
    ...rides.map((row) => open(row.meetingSealed, 'ride.meeting')),
    ...housing.map((row) => open(row.addressSealed, 'housing.address')),
    ...centres.map((row) => open(row.addressSealed, 'centre.address')),
    ...revisions.map((row) => open(row.sealed, 'revision.sealed')),
  ]
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
