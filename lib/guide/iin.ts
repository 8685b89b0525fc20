/**
 * How sure a statement is. A: an official text or several independent sources; B: one good source,
 * which the page says. What is weaker is not published.
 */
export type Sureness = 'A' | 'B'

export interface Statement {
  /** Where it was read: the site and its own number or date of the text. */
  sources: readonly string[]
  /** The day on which the sources were read. */
  checkedOn: string
  sure: Sureness
}

const checkedOn = '2026-11-22'
const STATE_GUIDE = 'gov.kz/situations/497'

/**
 * What is known of the IIN for a foreigner who stays temporarily. The words stand in the messages
 * under the same name (`guide.iin.…`); rules are those of order № 258 of 2020-03-27
 * (adilet.zan.kz V2000020201, last known change 2024-02-29).
 */
export const IIN_STATEMENTS = {
  needed: { sources: [STATE_GUIDE], checkedOn, sure: 'A' },
  office: { sources: [STATE_GUIDE, 'kt.kz, 2021-05-08'], checkedOn, sure: 'A' },
  passport: { sources: ['zakon.kz, 6427588', 'inform.kz, 2024-04-03'], checkedOn, sure: 'A' },
  translation: { sources: ['zakon.kz, 6427588', 'inform.kz, 2024-04-03'], checkedOn, sure: 'A' },
  inPerson: { sources: ['zakon.kz, 6427588', 'bizmedia.kz, 2024-03-15'], checkedOn, sure: 'A' },
  free: { sources: [STATE_GUIDE], checkedOn, sure: 'A' },
  appointment: { sources: ['lada.kz, 2026-02-25'], checkedOn, sure: 'B' },
} as const satisfies Record<string, Statement>

export type IinStatement = keyof typeof IIN_STATEMENTS

/** What to take along and what to expect, in the order in which it is needed. */
export const IIN_BRING = ['passport', 'translation', 'inPerson', 'free'] as const

/** The sources of some statements, each once, and the earliest day they were checked. */
export function sourcesOf(names: readonly IinStatement[]): Omit<Statement, 'sure'> {
  const statements = names.map((name): Statement => IIN_STATEMENTS[name])
  const [earliest = checkedOn] = statements.map((statement) => statement.checkedOn).sort()
  return {
    sources: [...new Set(statements.flatMap(({ sources }) => sources))],
    checkedOn: earliest,
  }
}
