import type { Sentence } from '@/lib/risk/unmask'
import { fold } from '@/lib/search/fold'

/**
 * Phrases as people can read and write them. Words stand in order, in one sentence:
 * `слово*` any ending, `a|b` one of them, `a_b` words that belong together, `<name>` one of a group
 * of words, `..` up to seven words between, `&` both sides anywhere in the sentence, `&&` anywhere in
 * the text, `#` a number, `##` one from a thousand on.
 */
export interface Pattern {
  parts: Part[]
  /** Whether its parts may stand in different sentences. */
  isOfText: boolean
}

/** Words in order; `null` is a gap. A step knows its choices by their first word. */
export type Part = (Step | null)[]
type Step = Map<string, string[][]>

/** Where a phrase stands in a sentence: the numbers of its first and last word. */
export interface Match {
  from: number
  to: number
}

const LONGEST_GAP = 7

export function patternOf(source: string, groups: Record<string, string>): Pattern {
  const parts = source.split(' & ').map((part) =>
    part
      .trim()
      .split(/\s+/)
      .map((word) => (word === '..' ? null : step(word, groups))),
  )
  return { parts, isOfText: source.includes(' && ') }
}

/** The pattern of any of these words, a blank between them. */
export function anyOf(words: string): Pattern {
  return patternOf(words.trim().replace(/\s+/g, '|'), {})
}

/** Words of which one is in every sentence that has this phrase. */
export function beginningsOf({ parts: [first] }: Pattern): string[] {
  return [...(first?.[0]?.keys() ?? [])]
}

/** What the words of a sentence are called in phrases: themselves, their beginnings, numbers. */
export function namesIn(sentence: Sentence): string[][] {
  return sentence.map(({ text }) => [
    text,
    ...Array.from(text, (_, at) => `${text.slice(0, at + 1)}*`),
    ...(/^\p{N}/u.test(text) ? ['#', text.replace(/^\p{N}+/u, '#')] : []),
    ...(THOUSANDS.test(text) ? ['##'] : []),
  ])
}

// «3 000» is two words, of which the second says that it is thousands.
const THOUSANDS = /^(?:\d{4,6}|000|\d{1,3}[kк])$/

/** The places in a sentence where the words of this part stand in order. */
export function matchesIn(names: string[][], part: Part): Match[] {
  return names.flatMap((_, from) => {
    const end = endOf(names, part, from)
    return end === null ? [] : [{ from, to: end - 1 }]
  })
}

// The word after the last of a phrase that begins here; null when none does.
function endOf(names: string[][], [step, ...rest]: Part, at: number): number | null {
  if (step === undefined) return at
  if (step === null) {
    for (let gap = 0; gap <= LONGEST_GAP && at + gap < names.length; gap++) {
      const end = endOf(names, rest, at + gap)
      if (end !== null) return end
    }
    return null
  }
  for (const name of names[at] ?? []) {
    for (const words of step.get(name) ?? []) {
      const stands = words.every((word, index) => names[at + index]?.includes(word))
      const end = stands ? endOf(names, rest, at + words.length) : null
      if (end !== null) return end
    }
  }
  return null
}

function step(source: string, groups: Record<string, string>): Step {
  const choices = source.split('|').flatMap((choice) => {
    const name = /^<(\w+)>$/.exec(choice)?.[1]
    if (!name) return [choice]
    const group = groups[name]
    if (!group) throw new Error(`no such words: ${name}`)
    return group.trim().split(/\s+/)
  })
  const byFirst: Step = new Map()
  for (const words of choices.map((choice) => choice.split('_').map(fold))) {
    const [first = ''] = words
    byFirst.set(first, [...(byFirst.get(first) ?? []), words])
  }
  return byFirst
}
