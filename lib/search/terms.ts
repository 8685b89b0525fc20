import type { Locale } from '@/lib/i18n/locales'
import { DECIDED, type Described } from '@/lib/search/facts'
import { fold, plainText, sound } from '@/lib/search/fold'
import { isStopWord } from '@/lib/search/lexicon'
import { segmentsOf } from '@/lib/search/phrases'
import { formsOf, type Tongue } from '@/lib/search/stem/forms'

/** A word as somebody wrote it and what it counts as; for completing and correcting queries. */
export interface SpokenWord {
  /** Lower case. */
  word: string
  sound: string
  term: string
}

/** What a slip is measured against: the whole word and its stem. Kazakh stems are too short. */
export function keysOf({ sound: whole, term }: Pick<SpokenWord, 'sound' | 'term'>): string[] {
  return term.startsWith('kk:') ? [whole] : [whole, term.slice(3)]
}

export interface Terms {
  /** All that a listing is found by, each once. */
  terms: string[]
  words: SpokenWord[]
}

interface TextWord {
  /** Lower case, as written. */
  word: string
  /** Folded. */
  text: string
  forms: string[]
}

/**
 * What a listing is found by. Facts come from its columns (`is:flat`, `in:astana`, `from:astana`,
 * `at:astana:yesil`) and, where no column decides, from phrases of its text; every word that says
 * something stands there too, by its stem (`ru:комнат`).
 */
export function termsOf(listing: Described): Terms {
  const { kind, city, otherCity, district, language } = listing
  const written = listing.texts.map((text) => wordsIn(text, language))
  const named = listing.names.map((name) => wordsIn(name.text, name.language))
  const decided = new Set<string>([...DECIDED[kind], ...listing.isNot].map((name) => `is:${name}`))
  const said = [...written, ...named]
    .flatMap(segmentsOf)
    .flatMap(({ phrases }) => phrases.map(({ term }) => term))
    .filter((term) => term.startsWith('is:') && !decided.has(term))
  const words = [...written, ...named].flat().filter(({ text }) => !isStopWord(text))
  const facts = [
    ...listing.is.map((meaning) => `is:${meaning}`),
    `in:${city}`,
    ...(otherCity ? [`in:${otherCity}`] : []),
    ...(district ? [`at:${city}:${district}`] : []),
    ...listing.from.map((end) => `from:${end}`),
    ...listing.to.map((end) => `to:${end}`),
  ]
  return {
    terms: [...new Set([...facts, ...said, ...words.flatMap(({ forms }) => forms)])],
    words: words.flatMap(({ word, text, forms }) =>
      forms.map((term) => ({ word, sound: sound(text), term })),
    ),
  }
}

// A number counts together with the word before it: «Астана-1» is a station.
const WORD = /(\p{L}+)(?:-?(\p{N}+))?/gu
const TONGUES: Record<Locale, readonly Tongue[]> = {
  ru: ['ru', 'en'],
  // Kazakh texts are full of Russian words.
  kk: ['kk', 'ru', 'en'],
  en: ['en', 'ru'],
}

function wordsIn(text: string, language: Locale): TextWord[] {
  return [...plainText(text).matchAll(WORD)].flatMap(([, word = '', number]) => {
    const forms = formsOf(fold(word), TONGUES[language])
    const alone = { word, text: fold(word), forms }
    if (!number) return [alone]
    const both = { word: `${word}-${number}`, text: fold(word) + number }
    return [alone, { ...both, forms: forms.map((form) => form + number) }]
  })
}
