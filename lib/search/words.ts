import { fold, isCyrillic, isNumber, sound, wordsOf } from '@/lib/search/fold'
import { switchLayout } from '@/lib/search/layout'
import { isInPhrases, isStopWord } from '@/lib/search/lexicon'
import type { Token } from '@/lib/search/phrases'
import { formsTyped } from '@/lib/search/stem/forms'
import { toCyrillic } from '@/lib/search/transliterate'

/** A word of a query. */
export interface Word extends Token {
  /** As typed or as corrected, lower case: for a suggestion. */
  shown: string
  /** How it sounds, in Cyrillic too when it is typed in Latin. */
  sounds: string[]
  /** Whether it is not what was typed. */
  corrected: boolean
  /** The words on the same keys of the other keyboard, where it may have been typed blindly. */
  switched: Word[]
  /** What it was found to mean; null before that. */
  terms: string[] | null
}

/** The words of a query; what is known only on the other keyboard is read on that one. */
export function readWords(query: string): Word[] {
  const read = query.split(/\s+/).flatMap(readChunk)
  return withNumbers(read.some(({ corrected }) => corrected) ? read.map(letterToo) : read)
}

/** The words of a query as they are typed, on whatever keyboard. */
export function readLiterally(query: string): Word[] {
  return withNumbers(wordsOf(query).map(newWord))
}

/** Whether a word says nothing, in Latin letters too: `v`, `iz`. */
export function saysNothing({ text }: Pick<Word, 'text'>): boolean {
  return text.length < 2 || isStopWord(text) || isStopWord(toCyrillic(text))
}

/** A word that stands for what was typed. */
export function correctedTo(word: Word, { text, shown, forms }: Token & { shown: string }): Word {
  return { ...word, text, shown, forms, corrected: true }
}

function readChunk(chunk: string): Word[] {
  const words = wordsOf(chunk).map(newWord)
  if (words.some(isKnown)) return words
  const readings = (['ru', 'kk'] as const).map((keyboard) =>
    wordsOf(switchLayout(chunk, keyboard))
      .map(newWord)
      .map((word) => ({ ...word, corrected: true })),
  )
  const known = readings.find(isAllKnown)
  if (known) return known
  const [first, ...rest] = words
  return first ? [{ ...first, switched: readings.flat() }, ...rest] : []
}

// Between words typed blindly, a single letter was too.
function letterToo(word: Word): Word {
  if (word.text.length > 1 || word.corrected || isCyrillic(word.text)) return word
  return { ...newWord(switchLayout(word.shown, 'ru')), corrected: true }
}

function newWord(shown: string): Word {
  const text = fold(shown)
  const sounds = isCyrillic(text) ? [sound(text)] : [text, sound(toCyrillic(text))]
  const forms = formsTyped(text)
  return { text, shown, sounds, forms, corrected: false, switched: [], terms: null }
}

// Keys struck blindly make short words by chance: several must not all be empty.
function isAllKnown(words: Word[]): boolean {
  return words.every(isKnown) && (words.length === 1 || !words.every(saysNothing))
}

function isKnown(word: Word): boolean {
  return saysNothing(word) || word.forms.some(isInPhrases)
}

function withNumbers(words: Word[]): Word[] {
  return words.map((word, index) => (isNumber(word.text) ? numbered(word, words[index - 1]) : word))
}

// «Астана-1»: a number counts only together with the word before it.
function numbered(word: Word, before: Word | undefined): Word {
  const text = (before?.text ?? '') + word.text
  const forms = (before?.forms ?? []).map((form) => form + word.text)
  return { ...word, text, sounds: [sound(text)], forms, switched: [] }
}
