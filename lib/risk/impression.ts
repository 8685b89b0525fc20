import { around, isDenied, isWarning } from '@/lib/risk/denial'
import { namesIn } from '@/lib/risk/patterns'
import type { Sentence } from '@/lib/risk/unmask'
import { fold } from '@/lib/search/fold'
import ideas from './ideas.json' with { type: 'json' }
import learned from './weights.json' with { type: 'json' }

/**
 * How a text reads as a whole, beside the phrases that stand in it. What it has in common with the
 * texts of `corpus` is weighed as `learning.ts` learned from them:
 *
 * - the beginnings of its words, and of two in a row: `перев`, `перев деньг`;
 * - the ideas of `ideas.json`, words of three languages: `<pay>`, and `no <pay>` beside a no or in a
 *   warning. `слово*` is a word with any ending, `a_b` are words in order with at most one between;
 * - ideas that share a sentence: `<early> <pay>`.
 */
export interface Impression {
  /** Above zero it rather reads like a fraud. */
  score: number
  /** Beginnings and ends of the words that spoke most for a fraud. */
  marks: [number, number][]
}

/** What a text may have in common with others, and where its words stand. */
type Traits = Map<string, [number, number][]>

export interface Weights {
  /** What every text begins with. */
  always: number
  /** What each trait weighs in a text of usual length. */
  traits: Record<string, number>
}

/** Traits of a text of usual length. */
const USUAL_TRAITS = 106

/** So many of the ideas that weigh most are shown. */
const MARKED_IDEAS = 4
/** Letters by which a word is known, whatever its ending. */
const BEGINNING = 5

/** How a text of these sentences reads, by these weights. */
export function impressionOf(
  sentences: readonly Sentence[],
  { always, traits }: Weights = learned,
): Impression {
  const found = traitsOf(sentences)
  const weightOf = (name: string) => traits[name] ?? 0
  const names = [...found.keys()]
  const telling = names
    .filter((name) => name.includes('<') && weightOf(name) > 0)
    .sort((a, b) => weightOf(b) - weightOf(a))
  return {
    score: always + dilution(found) * names.reduce((sum, name) => sum + weightOf(name), 0),
    marks: telling.slice(0, MARKED_IDEAS).flatMap((name) => found.get(name) ?? []),
  }
}

/** A long text has more of everything, so that each of its traits says less. */
export function dilution({ size }: { size: number }): number {
  return (USUAL_TRAITS / Math.max(size, 1)) ** 0.4
}

/** All that a text may have in common with others. */
export function traitsOf(sentences: readonly Sentence[]): Traits {
  const traits: Traits = new Map()
  const add = (name: string, marks: [number, number][]) => {
    const known = traits.get(name)
    if (known) known.push(...marks)
    else traits.set(name, [...marks])
  }
  for (const sentence of sentences) {
    for (const [at, { text, start, end }] of sentence.entries()) {
      const after = sentence[at + 1]
      add(beginningOf(text), [[start, end]])
      if (after) add(`${beginningOf(text)} ${beginningOf(after.text)}`, [[start, after.end]])
    }
    const told = [...ideasIn(sentence)]
    for (const [at, [name, marks]] of told.entries()) {
      add(name, marks)
      for (const [other, theirs] of told.slice(at + 1))
        if (ideaOf(other) !== ideaOf(name)) add(pairOf(name, other), [...marks, ...theirs])
    }
  }
  return traits
}

// The ideas of a sentence in alphabetical order.
function ideasIn(sentence: Sentence): Traits {
  const names = namesIn(sentence)
  const told: [string, [number, number]][] = []
  const denials = new Map<number, boolean>()
  const isOfOthers = isWarning(sentence)
  for (const [from, { start, clause }] of sentence.entries()) {
    for (const { idea, words } of names[from]?.flatMap((name) => IDEAS.get(name) ?? []) ?? []) {
      const to = lastOf(words, names, from)
      const end = sentence[to]?.end
      if (end === undefined) continue
      const isDenial =
        denials.get(clause) ?? (isOfOthers || isDenied(around(sentence, { from, to: from })))
      denials.set(clause, isDenial)
      told.push([`${isDenial ? NO : ''}<${idea}>`, [start, end]])
    }
  }
  told.sort(([a], [b]) => (ideaOf(a) < ideaOf(b) ? -1 : 1))
  const found: Traits = new Map()
  for (const [name, mark] of told) found.set(name, [...(found.get(name) ?? []), mark])
  return found
}

// Where the last of these words is when the first is here; -1 when one is missing.
function lastOf(words: string[], names: string[][], from: number): number {
  let at = from
  for (const word of words.slice(1)) {
    const next = [at + 1, at + 2].find((place) => names[place]?.includes(word))
    if (next === undefined) return -1
    at = next
  }
  return at
}

const NO = 'no '

function beginningOf(word: string): string {
  return word.replace(/\d/g, '#').slice(0, BEGINNING)
}

function ideaOf(name: string): string {
  return name.replace(NO, '')
}

function pairOf(one: string, other: string): string {
  const isDeniedPair = one.startsWith(NO) || other.startsWith(NO)
  return `${isDeniedPair ? NO : ''}${ideaOf(one)} ${ideaOf(other)}`
}

/** The ideas by the first of the words that tell them. */
const IDEAS = new Map<string, { idea: string; words: string[] }[]>()
for (const [idea, lines] of Object.entries(ideas)) {
  for (const choice of new Set(lines.join(' ').split(/\s+/))) {
    const words = choice.split('_').map(fold)
    const [first = ''] = words
    IDEAS.set(first, [...(IDEAS.get(first) ?? []), { idea, words }])
  }
}
