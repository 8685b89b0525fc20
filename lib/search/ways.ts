import type { Phrase } from '@/lib/search/lexicon'
import type { Segment, Token } from '@/lib/search/phrases'

const FROM = new Set(['из', 'от', 'from', 'iz', 'ot'])
const TO = new Set(['в', 'до', 'to', 'v', 'do'])

/** Whether somebody wants to go somewhere: they say so, or from where. */
export function isJourney(segments: Segment<Token>[]): boolean {
  return segments.some(
    ({ phrases, words }) =>
      phrases.some(({ term }) => term === 'is:ride') || words.some(({ text }) => FROM.has(text)),
  )
}

/**
 * What the name of a city asks for: the city (`in`), or on a journey where it starts or ends:
 * «из Астаны в Алматы», `Оралдан Алматыға`. What is no city stays as it is.
 */
export function cityTerm(
  { term, words: wanted }: Phrase,
  { words }: Segment<Token>,
  before: Token | undefined,
  journey: boolean,
): string {
  if (!term.startsWith('in:')) return term
  const name = wanted.at(-1)?.text ?? ''
  const word = words.at(-1)?.text ?? ''
  const way = kazakhCase(word, name) ?? preposition(before, word, name)
  if (way === 'from') return term.replace('in:', 'from:')
  return way === 'to' && journey ? term.replace('in:', 'to:') : term
}

function kazakhCase(word: string, name: string): 'from' | 'to' | null {
  const ending = word.startsWith(name) ? word.slice(name.length) : ''
  if (/^[дтн][ае]н$/.test(ending)) return 'from'
  return /^[гкн][ае]$/.test(ending) ? 'to' : null
}

// «В Уральске» is where, «в Уральск» is where to.
function preposition(before: Token | undefined, word: string, name: string): 'from' | 'to' | null {
  if (FROM.has(before?.text ?? '')) return 'from'
  const isWhere = word !== name && /[еe]$/.test(word)
  return TO.has(before?.text ?? '') && !isWhere ? 'to' : null
}
