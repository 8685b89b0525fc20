import { anyOf, type Match, matchesIn, namesIn, type Pattern } from '@/lib/risk/patterns'
import type { Sentence } from '@/lib/risk/unmask'
import { KAZAKH_NOT, NO_DENIAL, NOT, WARNING } from '@/lib/risk/words'

const not = anyOf(NOT)
const noDenial = anyOf(NO_DENIAL)
const warning = anyOf(WARNING)

/** Whether a sentence tells of what others do. */
export function isWarning(sentence: Sentence): boolean {
  return says(sentence, warning)
}

/** Whether there is a no among these words that denies something. */
export function isDenied(words: Sentence): boolean {
  const names = namesIn(words)
  const meaningless = noDenial.parts.flatMap((part) => matchesIn(names, part))
  const counts = ({ from }: Match) => !meaningless.some((one) => one.from <= from && from <= one.to)
  const verbs = words.flatMap(({ text }, at) =>
    KAZAKH_NOT.test(text) ? [{ from: at, to: at }] : [],
  )
  return [...not.parts.flatMap((part) => matchesIn(names, part)), ...verbs].some(counts)
}

export function says(words: Sentence, pattern: Pattern): boolean {
  return pattern.parts.some((part) => matchesIn(namesIn(words), part).length > 0)
}

/**
 * The parts of the sentence, from comma to comma, that a phrase reaches over; what is only an item of
 * a list is meant as its neighbours are.
 */
export function around(sentence: Sentence, { from, to }: Match): Sentence {
  const first = sentence[from]?.clause ?? 0
  const last = sentence[to]?.clause ?? 0
  const own = sentence.filter(({ clause }) => clause >= first && clause <= last)
  if (own.length > LONGEST_ITEM) return own
  return sentence.filter(({ clause }) => clause >= first - 1 && clause <= last + 1)
}

const LONGEST_ITEM = 1
