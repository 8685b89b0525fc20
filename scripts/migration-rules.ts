/** From here on migrations run on filled tables, while the version before goes on serving. */
export const RULES_SINCE = '20261201'

interface Rule {
  /** Of a statement in which strings and comments are blank. */
  found: RegExp
  says: string
}

/** `table` is the table that the statement changes, when it is one made in the same migration nobody waits. */
const ON_FILLED: Rule[] = [
  {
    found: /^CREATE (?:UNIQUE )?INDEX (?!CONCURRENTLY)/i,
    says: 'blocks writes while it builds: CREATE INDEX CONCURRENTLY, alone in a migration',
  },
  {
    found: /^DROP INDEX (?!CONCURRENTLY)/i,
    says: 'waits for all readers: DROP INDEX CONCURRENTLY',
  },
  {
    found: /\bADD (?:CONSTRAINT \S+ )?(?:CHECK|FOREIGN KEY)\b(?![\s\S]*\bNOT VALID\b)/i,
    says: 'reads the whole table: NOT VALID now, VALIDATE CONSTRAINT in a later migration',
  },
  {
    found: /\bADD CONSTRAINT \S+ (?:UNIQUE|PRIMARY KEY|EXCLUDE)\b(?! USING INDEX)/i,
    says: 'builds an index under a lock: build it CONCURRENTLY, then USING INDEX',
  },
  {
    found: /\bADD (?:COLUMN )?(?!CONSTRAINT)[^,]*\bNOT NULL\b(?![^,]*\bDEFAULT\b)/i,
    says: 'the version before writes no such column: give it a DEFAULT',
  },
  {
    found:
      /\bADD (?:COLUMN )?[^,]*\b(?:DEFAULT (?:gen_random_uuid|random|clock_timestamp)\(|GENERATED\b)/i,
    says: 'writes every row anew',
  },
  {
    found: /\bALTER (?:COLUMN )?\S+ (?:SET DATA )?TYPE\b/i,
    says: 'writes every row anew: a new column instead',
  },
  {
    found: /\bALTER (?:COLUMN )?\S+ SET NOT NULL\b/i,
    says: 'reads the whole table, and the version before may write NULL',
  },
  {
    found: /\bDROP (?:COLUMN|CONSTRAINT)\b|^DROP TABLE\b|\bRENAME\b/i,
    says: 'the version before still uses it: one release later',
  },
  { found: /^(?:VACUUM|CLUSTER|REINDEX|LOCK)\b/i, says: 'locks a table for as long as it takes' },
  {
    found: /^UPDATE \S+ SET\b(?![\s\S]*\bWHERE\b)/i,
    says: 'locks every row: in batches, by a job',
  },
]

/**
 * What is dangerous about a migration on a running site, a sentence each; empty when nothing is.
 * Tables that it makes itself are nobody's yet, so there anything goes.
 */
export function dangersOf(sql: string): string[] {
  const statements = statementsOf(sql)
  const made = new Set(
    statements.flatMap((text) => /^CREATE TABLE (?:IF NOT EXISTS )?(\S+)/i.exec(text)?.[1] ?? []),
  )
  const dangers = statements
    .filter((text) => !made.has(tableOf(text)))
    .flatMap((text) =>
      ON_FILLED.filter(({ found }) => found.test(text)).map(
        ({ says }) => `${text.slice(0, 60).trim()}: ${says}`,
      ),
    )
  const isConcurrent = statements.some((text) => /\bCONCURRENTLY\b/i.test(text))
  if (isConcurrent && statements.length > 1) {
    dangers.push('CONCURRENTLY works outside a transaction only: a migration of its own')
  }
  return dangers
}

function tableOf(statement: string): string {
  const found =
    /^(?:ALTER TABLE (?:IF EXISTS )?(?:ONLY )?|UPDATE |DROP TABLE (?:IF EXISTS )?)(\S+)/i.exec(
      statement,
    ) ?? /^CREATE (?:UNIQUE )?INDEX[\s\S]*? ON (?:ONLY )?([^\s(]+)/i.exec(statement)
  return found?.[1] ?? ''
}

/** The statements with single spaces, without comments, quotes, and what stands in strings and bodies. */
function statementsOf(sql: string): string[] {
  return sql
    .replace(/--[^\n]*|\/\*[\s\S]*?\*\//g, ' ')
    .replace(/\$(\w*)\$[\s\S]*?\$\1\$/g, "''")
    .replace(/'(?:[^']|'')*'/g, "''")
    .replaceAll('"', '')
    .split(';')
    .map((text) => text.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
}
