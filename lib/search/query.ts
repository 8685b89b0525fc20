import { type CitySlug, isCitySlug } from '@/lib/places/cities'
import { isNumber } from '@/lib/search/fold'
import { ELSEWHERE_TERM } from '@/lib/search/lexicon'
import { complete, mend } from '@/lib/search/mend'
import { type Segment, segmentsOf } from '@/lib/search/phrases'
import { QUERY_LENGTH } from '@/lib/search/schema'
import { CLOSE, type Meaning } from '@/lib/search/synonyms'
import type { SpokenWord } from '@/lib/search/terms'
import { cityTerm, isJourney } from '@/lib/search/ways'
import { readLiterally, readWords, saysNothing, type Word } from '@/lib/search/words'

/** One thing that is asked for. */
export interface Wish {
  /** A listing must have one of these. */
  terms: string[]
  /** When nothing does: one of these, which is not the same but would do. */
  close: string[]
  /** Those who say the very words come first: of each row one. */
  literal: string[][]
  /** The words that ask for it, as typed or as corrected. */
  text: string
}

export interface Understood {
  /** All must be met; empty when nothing was asked for. */
  wishes: Wish[]
  /** Words that no listing says, as typed. */
  unknown: string[]
  /** Whether a place was named that is not ours. */
  elsewhere: boolean
  /** Cities of ours that were named. */
  cities: CitySlug[]
  /** The query as it was probably meant, when it was mistyped. */
  suggestion: string | null
  /** Too long to be read. */
  tooLong: boolean
}

/** Nothing was typed. */
export const NOTHING_ASKED: Understood = {
  wishes: [],
  unknown: [],
  elsewhere: false,
  cities: [],
  suggestion: null,
  tooLong: false,
}

/** What listings say that these words may be: the same, the beginning, a slip away. */
export type LookUp = (words: Pick<Word, 'forms' | 'sounds'>[]) => Promise<SpokenWord[]>

/**
 * Reads a query as it was meant, or `literally`: then nothing is corrected. `lookUp` is asked at
 * most once, for words outside the lexicon.
 */
export async function understand(
  query: string,
  lookUp: LookUp,
  literally = false,
): Promise<Understood> {
  if ([...query].length > QUERY_LENGTH.max) return { ...NOTHING_ASKED, tooLong: true }
  const typed = literally ? readLiterally(query) : readWords(query)
  const open = new Set(
    segmentsOf(typed)
      .filter(isOpen)
      .flatMap(({ words }) => words),
  )
  const asked = [...open].flatMap((word) => [word, ...word.switched])
  const spoken = asked.length > 0 ? await lookUp(asked) : []
  const meant = literally ? complete : mend
  const words = typed.map((word) => (open.has(word) ? meant(word, spoken) : word))
  const segments = segmentsOf(words)
  const wishes = wishesOf(segments, words).map(withDistrict)
  return {
    wishes,
    unknown: segments.filter(isUnknown).flatMap(({ words }) => words.map(({ shown }) => shown)),
    elsewhere: segments.some(isElsewhere),
    cities: citiesOf(wishes),
    suggestion: words.some(({ corrected }) => corrected)
      ? words.map(({ shown }) => shown).join(' ')
      : null,
    tooLong: false,
  }
}

function wishesOf(segments: Segment<Word>[], words: Word[]): Wish[] {
  const journey = isJourney(segments)
  return segments.flatMap((segment) => {
    const terms = termsOf(segment, words, journey)
    if (terms.length === 0) return []
    const literal = segment.words.filter((word) => !saysNothing(word)).map(literalOf)
    const close = closeTo(terms)
    return [{ terms, close, literal, text: segment.words.map(({ shown }) => shown).join(' ') }]
  })
}

function closeTo(terms: string[]): string[] {
  const close = terms.flatMap((term) => CLOSE[term.replace('is:', '') as Meaning] ?? [])
  return close.map((meaning) => `is:${meaning}`).filter((term) => !terms.includes(term))
}

// Almaty is a city; beside the name of Astana it may be the district there.
function withDistrict(wish: Wish, _: number, all: Wish[]): Wish {
  const isBeside = all.some(({ terms }) => terms.includes('in:astana'))
  if (!isBeside || !wish.terms.includes('in:almaty')) return wish
  return { ...wish, terms: [...wish.terms, 'at:astana:almaty'] }
}

function termsOf(segment: Segment<Word>, words: Word[], journey: boolean): string[] {
  const [first] = segment.words
  if (!first || isElsewhere(segment)) return []
  if (segment.phrases.length === 0) return first.terms ?? []
  const before = words[words.indexOf(first) - 1]
  const meant = segment.phrases.map((phrase) => cityTerm(phrase, segment, before, journey))
  const said = segment.phrases.some(({ literal }) => literal) ? first.forms : []
  return [...new Set([...meant, ...said])].filter((term) => term !== ELSEWHERE_TERM)
}

// Of a beginning, the words that begin so.
function literalOf({ forms, terms }: Word): string[] {
  const spoken = terms?.filter((term) => /^(?:ru|kk|en):/.test(term)) ?? []
  return spoken.length > 0 ? spoken : [...forms]
}

function isOpen({ phrases, words }: Segment<Word>): boolean {
  return phrases.length === 0 && !words.every(saysNothing)
}

function isUnknown(segment: Segment<Word>): boolean {
  const [word] = segment.words
  return isOpen(segment) && word?.terms === null && !isNumber(word.shown)
}

// «Казан» may be a cauldron: a word that means something else too is no other city.
function isElsewhere({ phrases }: Segment<Word>): boolean {
  return phrases.length > 0 && phrases.every(({ term }) => term === ELSEWHERE_TERM)
}

function citiesOf(wishes: Wish[]): CitySlug[] {
  const named = wishes.flatMap(({ terms }) => terms.map((term) => term.split(':')[1] ?? ''))
  return [...new Set(named.filter(isCitySlug))]
}
