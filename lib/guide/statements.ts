import { SOURCES, type Source, type SourceName } from '@/lib/guide/sources'
import { daysBetween } from '@/lib/places/city-time'

/**
 * How sure a statement is. A: an official text or several independent sources. B: one source, and
 * the page says so. C: old, weak or contradicted; it never tells a fact, only what to ask and whom.
 */
export type Sureness = 'A' | 'B' | 'C'

/** One thing that is known. Its words stand in the messages under the same name (`guide.…`). */
export interface Statement {
  /** By name; what staff write brings its own. */
  sources: readonly (SourceName | Source)[]
  /** The day on which the sources were read, `YYYY-MM-DD`. */
  checkedOn: string
  sure: Sureness
}

/** For how long what was read counts as checked, in days. */
export const CHECKED_DAYS = 60

/** Whether nobody has looked for so long that the page must say it; computed when it is read. */
export function isUnchecked(checkedOn: string, today: string): boolean {
  return daysBetween(checkedOn, today) >= CHECKED_DAYS
}

/** On what a statement rests: the key of the words that say how sure it is. */
export function groundOf({ sure, sources }: Statement): 'official' | 'several' | 'single' | 'ask' {
  if (sure === 'C') return 'ask'
  if (sure === 'B') return 'single'
  return sources.some((source) => sourceOf(source).official) ? 'official' : 'several'
}

export function sourceOf(source: SourceName | Source): Source {
  return typeof source === 'string' ? SOURCES[source] : source
}

/** What several statements rest on together: each source once, and the earliest day of checking. */
export function sharedGround(statements: readonly Statement[]): Omit<Statement, 'sure'> {
  const [first = ''] = statements.map(({ checkedOn }) => checkedOn).sort()
  return { sources: [...new Set(statements.flatMap(({ sources }) => sources))], checkedOn: first }
}
