import type { Actor } from '@/lib/auth/viewer'
import { type Connection, db } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import { type GuideStatement, Prisma } from '@/lib/generated/prisma/client'
import {
  type Kept,
  type KeptStatement,
  type Known,
  keyOf,
  knownOf,
  type Need,
  needOf,
  shippedOf,
} from '@/lib/guide/kept'
import { type Statement, type Sureness, sourceOf } from '@/lib/guide/statements'
import { isTopic, TOPIC_NAMES, TOPICS, type Topic, type TopicName } from '@/lib/guide/topics'
import { cityDay, columnDay } from '@/lib/places/city-time'
import { authorize } from '@/lib/policy'

/** What staff keep of the guide, a text each, to be read in one statement with something else. */
export const KEPT_ROWS = Prisma.sql`
  SELECT json_build_object('key', key, 'textRu', text_ru, 'textKk', text_kk, 'textEn', text_en,
    'source', source, 'sourceName', source_name, 'sure', sure, 'checkedOn', checked_on)::text AS said
  FROM guide_statement`

/** What such rows say. */
export function keptIn(rows: readonly string[]): Kept {
  const read = rows.map((said): Words & { key: string; checkedOn: string } => JSON.parse(said))
  return new Map(read.map((row) => [row.key, keptOf(row, row.checkedOn)]))
}

/** What staff keep of the guide: a few dozen rows, in one statement for a whole page. */
export async function readKept(): Promise<Kept> {
  const rows = await db.$queryRaw<{ said: string }[]>`${KEPT_ROWS}`
  return keptIn(rows.map(({ said }) => said))
}

type Words = Pick<GuideStatement, 'textRu' | 'textKk' | 'textEn' | 'source' | 'sourceName' | 'sure'>

/** A row as the rules read it. */
function keptOf(row: Words, checkedOn: string): KeptStatement {
  const { textRu, textKk, textEn, source: url, sourceName: name, sure } = row
  // The database has all of them or none (guide_statement_words_complete).
  const written =
    textRu && textKk && textEn && url && name && sure
      ? {
          words: { ru: textRu, kk: textKk, en: textEn },
          // Only an official text is sure alone: that is what the form asks.
          source: { name, url, official: sure === 'A' },
          sure: sure as Sureness,
        }
      : null
  return { written, checkedOn }
}

/**
 * What the version ships under a name, what staff wrote for it, and what is shown of the two.
 * NotFound when the guide has none of this name.
 */
export async function findEntry(connection: Connection, topic: string, name: string) {
  const shipped = isTopic(topic) ? shippedOf(topic, name) : undefined
  if (!isTopic(topic) || shipped === undefined) throw new NotFound('statement')
  const key = keyOf(topic, name)
  const row = await connection.guideStatement.findUnique({ where: { key } })
  const known = knownOf(shipped, row ? keptOf(row, columnDay(row.checkedOn)) : undefined)
  return { topic, key, shipped, row, known }
}

export interface GuideLine {
  topic: TopicName
  name: string
  /** Null: a question that nobody answered yet. */
  known: Known | null
  need: Need
}

/** Every statement and question of the guide: what is missing first, then what nobody read for longest. */
export async function listGuideLines(actor: Actor, now: Date): Promise<GuideLine[]> {
  authorize(actor, 'facts.keep', null)
  const kept = await readKept()
  const today = cityDay(now, 'Asia/Almaty')
  const lines = TOPIC_NAMES.flatMap((topic) => {
    const { statements, unknown }: Topic = TOPICS[topic]
    return [...unknown, ...Object.keys(statements)].map((name) => {
      const known = knownOf(shippedOf(topic, name) ?? null, kept.get(keyOf(topic, name)))
      return { topic, name, known, need: needOf(known, today) }
    })
  })
  const order: Need[] = ['missing', 'old', 'fine']
  const day = ({ known }: GuideLine) => known?.checkedOn ?? ''
  return lines.sort(
    (a, b) => order.indexOf(a.need) - order.indexOf(b.need) || day(a).localeCompare(day(b)),
  )
}

/** One statement for those who may change it. */
export interface GuideEntry {
  topic: TopicName
  name: string
  /** What the version ships; null for a question. */
  shipped: Statement | null
  known: Known | null
  /** What staff wrote stands in the table, shown or not. */
  isKept: boolean
  /** When staff last touched it. */
  updatedAt: Date | null
  /** The row of the table and its version; '' and 0 while staff wrote nothing. */
  row: string
  version: number
  /** What the form begins with. */
  source: { name: string; url: string } | null
}

/** A statement or question as it stands. NotFound when the guide has none of this name. */
export async function getGuideEntry(
  actor: Actor,
  topic: string,
  name: string,
): Promise<GuideEntry> {
  authorize(actor, 'facts.keep', null)
  const found = await findEntry(db, topic, name)
  const { shipped, row, known } = found
  const [first] = known?.sources ?? []
  return {
    topic: found.topic,
    name,
    shipped,
    known,
    isKept: row !== null,
    updatedAt: row?.updatedAt ?? null,
    row: row?.id ?? '',
    version: row?.version ?? 0,
    source: first ? sourceOf(first) : null,
  }
}
