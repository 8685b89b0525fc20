import type { ListingKind } from '@/lib/generated/prisma/enums'
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
 * - an idea and a word of its sentence: `<pay> + перев`;
 * - a word or an idea in a listing of its kind: `перев @ride`.
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

/** Words of a text of usual length. */
const USUAL_WORDS = 22

/** So many of the ideas that weigh most are shown. */
const MARKED_IDEAS = 4
/** Letters by which a word is known, whatever its ending. */
const BEGINNING = 5

/** How a text of these sentences reads in a listing of this kind, by these weights. */
export function impressionOf(
  sentences: readonly Sentence[],
  kind: ListingKind,
  { always, traits }: Weights = learned,
): Impression {
  const found = traitsOf(sentences, kind)
  const weightOf = (name: string) => traits[name] ?? 0
  const names = [...found.keys()]
  const told = new Map<string, number>()
  for (const name of names) {
    const [idea] = IDEA.exec(name) ?? []
    if (idea) told.set(idea, (told.get(idea) ?? 0) + weightOf(name))
  }
  const telling = [...told].filter(([, weight]) => weight > 0).sort(([, a], [, b]) => b - a)
  return {
    score: always + dilution(sentences) * names.reduce((sum, name) => sum + weightOf(name), 0),
    marks: telling.slice(0, MARKED_IDEAS).flatMap(([idea]) => found.get(idea) ?? []),
  }
}

/** The idea of a trait, denied or not. */
const IDEA = /^(?:no )?<\w+>/

/** A long text has more of everything, so that each of its traits says less. */
export function dilution(sentences: readonly Sentence[]): number {
  const words = sentences.reduce((sum, sentence) => sum + sentence.length, 0)
  return Math.sqrt(USUAL_WORDS / Math.max(words, 1))
}

/** All that a text may have in common with others. */
export function traitsOf(sentences: readonly Sentence[], kind: ListingKind): Traits {
  const traits: Traits = new Map()
  const add = (name: string, marks: [number, number][]) => {
    const known = traits.get(name)
    if (known) known.push(...marks)
    else traits.set(name, [...marks])
  }
  for (const sentence of sentences) {
    const words = sentence.map((word) => beginningOf(word.text))
    for (const [at, { start, end }] of sentence.entries()) {
      const after = sentence[at + 1]
      add(`${words[at]}`, [[start, end]])
      add(`${words[at]} @${kind}`, [[start, end]])
      if (after) add(`${words[at]} ${words[at + 1]}`, [[start, after.end]])
    }
    for (const [idea, marks] of ideasIn(sentence)) {
      add(idea, marks)
      add(`${idea} @${kind}`, marks)
      for (const word of new Set(words)) add(`${idea} + ${word}`, marks)
    }
  }
  return traits
}

// The ideas of a sentence, and where they stand.
function ideasIn(sentence: Sentence): Traits {
  const names = namesIn(sentence)
  const found: Traits = new Map()
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
      const name = `${isDenial ? 'no ' : ''}<${idea}>`
      found.set(name, [...(found.get(name) ?? []), [start, end]])
    }
  }
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

function beginningOf(word: string): string {
  return word.replace(/\d/g, '#').slice(0, BEGINNING)
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
