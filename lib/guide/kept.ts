import type { Source } from '@/lib/guide/sources'
import { isUnchecked, type Statement, type Sureness } from '@/lib/guide/statements'
import { TOPICS, type Topic, type TopicName } from '@/lib/guide/topics'
import type { Locale } from '@/lib/i18n/locales'

/** Words of a statement in every language. */
export type Words = Readonly<Record<Locale, string>>

/** What staff wrote for a statement. Without words: they read the shipped one again, and it holds. */
export interface KeptStatement {
  written: { words: Words; source: Source; sure: Sureness } | null
  /** `YYYY-MM-DD` */
  checkedOn: string
}

/** What staff keep of the guide, by `topic.name`. */
export type Kept = ReadonlyMap<string, KeptStatement>

/** A statement as it is shown. Without words it has those of the messages. */
export interface Known extends Statement {
  words: Words | null
}

/** The key of what staff keep: `topic.name`. */
export function keyOf(topic: TopicName, name: string): string {
  return `${topic}.${name}`
}

/** What the version ships under a name: a statement, null for a question nobody could answer, or nothing. */
export function shippedOf(topic: TopicName, name: string): Statement | null | undefined {
  const { statements, unknown }: Topic = TOPICS[topic]
  if (Object.hasOwn(statements, name)) return statements[name]
  return unknown.includes(name) ? null : undefined
}

/**
 * What is shown: what staff wrote, unless the version ships something read on a later day. Null for
 * a question that nobody answered yet.
 */
export function knownOf(shipped: Statement | null, kept: KeptStatement | undefined): Known | null {
  if (!kept || (shipped && kept.checkedOn < shipped.checkedOn)) {
    return shipped && { ...shipped, words: null }
  }
  const { written, checkedOn } = kept
  if (!written) return shipped && { ...shipped, checkedOn, words: null }
  const { words, source, sure } = written
  return { sources: [source], checkedOn, sure, words }
}

/** A statement that the version ships, as it is shown now. */
export function shownStatement(kept: Kept, topic: TopicName, name: string, shipped: Statement) {
  return knownOf(shipped, kept.get(keyOf(topic, name))) ?? { ...shipped, words: null }
}

/** What of a step is known now, with questions that staff answered, and what is still unknown. */
export function shownTopic(
  kept: Kept,
  topic: TopicName,
): { known: [name: string, statement: Known][]; unknown: string[] } {
  const { statements, unknown }: Topic = TOPICS[topic]
  const answers = unknown.map(
    (name) => [name, knownOf(null, kept.get(keyOf(topic, name)))] as const,
  )
  return {
    known: [
      ...Object.entries(statements).map(([name, shipped]): [string, Known] => [
        name,
        shownStatement(kept, topic, name, shipped),
      ]),
      ...answers.flatMap(([name, known]): [string, Known][] => (known ? [[name, known]] : [])),
    ],
    unknown: answers.flatMap(([name, known]) => (known ? [] : [name])),
  }
}

/** Why staff should look at something: nobody knows it surely, nobody looked for long, or neither. */
export type Need = 'missing' | 'old' | 'fine'

/** What a statement needs of staff; a question that nobody answered is missing. */
export function needOf(known: Known | null, today: string): Need {
  if (!known || known.sure === 'C') return 'missing'
  return isUnchecked(known.checkedOn, today) ? 'old' : 'fine'
}
