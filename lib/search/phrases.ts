import { PHRASES_BY_FORM, type Phrase } from '@/lib/search/lexicon'

/** A word as phrases see it. */
export interface Token {
  /** Folded. */
  text: string
  forms: readonly string[]
}

/** Neighbouring words with what they mean, or one word that is in no phrase (`phrases` empty). */
export interface Segment<T extends Token> {
  words: T[]
  phrases: Phrase[]
}

/** Cuts a row of words into the longest phrases that it holds, from left to right. */
export function segmentsOf<T extends Token>(words: readonly T[]): Segment<T>[] {
  const segments: Segment<T>[] = []
  let at = 0
  while (at < words.length) {
    const phrases = longestAt(words, at)
    const next = at + (phrases[0]?.words.length ?? 1)
    segments.push({ words: words.slice(at, next), phrases })
    at = next
  }
  return segments
}

function longestAt(words: readonly Token[], at: number): Phrase[] {
  const fitting = (words[at]?.forms ?? [])
    .flatMap((form) => PHRASES_BY_FORM.get(form) ?? [])
    .filter((phrase) => fits(phrase, words, at))
  const longest = Math.max(0, ...fitting.map((phrase) => phrase.words.length))
  return [...new Set(fitting)].filter((phrase) => phrase.words.length === longest)
}

function fits(phrase: Phrase, words: readonly Token[], at: number): boolean {
  return phrase.words.every((wanted, offset) => {
    const word = words[at + offset]
    if (!word) return false
    if (phrase.exact) return word.text === wanted.text
    return wanted.forms.some((form) => word.forms.includes(form))
  })
}
