import type { Known } from '@/lib/guide/kept'
import { isUnchecked, type Statement } from '@/lib/guide/statements'
import type { TopicName } from '@/lib/guide/topics'
import { type Here, span } from '@/lib/i18n/moments'
import type { MessageKey } from '@/lib/i18n/translator'
import { typeset } from '@/lib/i18n/typeset'
import { cityDay, daysBetween } from '@/lib/places/city-time'

const DAY_MS = 86_400_000

/** The words of a step: `title`, `lead`, or the name of a statement, a question or a piece of advice. */
export function topicText({ t }: Pick<Here, 't'>, topic: TopicName, name: string): string {
  // lib/guide/topics.test.ts checks that each name of a topic has its words.
  return t(`guide.${topic}.${name}` as Extract<MessageKey, 'guide.iin.title'>)
}

/** The words of a statement: those that staff wrote, else those of the messages. */
export function knownText(
  here: Pick<Here, 't' | 'locale'>,
  topic: TopicName,
  name: string,
  { words }: Pick<Known, 'words'>,
): string {
  return words ? typeset(words[here.locale]) : topicText(here, topic, name)
}

/** «Не проверяли 65 дней. Уточните: 1414», or null while it counts as checked. */
export function uncheckedText(
  here: Here,
  { checkedOn }: Pick<Statement, 'checkedOn'>,
): string | null {
  const today = cityDay(here.now, here.zone)
  if (!isUnchecked(checkedOn, today)) return null
  return here.t('guide.unchecked', {
    span: span(here.t, daysBetween(checkedOn, today) * DAY_MS),
  })
}
