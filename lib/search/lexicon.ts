import { CITIES, CITY_SLUGS, findCityByAlias } from '@/lib/places/cities'
import { fold, isCyrillic, sound, wordsOf } from '@/lib/search/fold'
import { formsOf, type Tongue } from '@/lib/search/stem/forms'
import {
  ELSEWHERE,
  MEANINGS,
  MORE_CITY_NAMES,
  MORE_DISTRICT_NAMES,
  STOP_WORDS,
} from '@/lib/search/synonyms'

/** A word of a phrase. */
export interface PhraseWord {
  /** As it is written, for a suggestion. */
  written: string
  text: string
  sound: string
  forms: readonly string[]
}

/** Words in a row and the one thing they mean. */
export interface Phrase {
  words: readonly PhraseWord[]
  /** `is:flat`, `in:almaty`, `at:astana:yesil` or `elsewhere`. */
  term: string
  /** Whether texts that say these very words are meant too. */
  literal: boolean
  /** Whether only this spelling counts. */
  exact: boolean
}

export const ELSEWHERE_TERM = 'elsewhere'

const ALL: readonly Tongue[] = ['ru', 'kk', 'en']
const GENERIC = /район|ауданы|district/gi

/** All phrases; what is suggested first comes first. */
export const PHRASES: readonly Phrase[] = [
  ...cities(),
  ...districts(),
  ...meanings(),
  ...named(ELSEWHERE, ELSEWHERE_TERM, ALL),
]

/** Phrases by each form of their first word, the longest first. */
export const PHRASES_BY_FORM: ReadonlyMap<string, readonly Phrase[]> = indexed()

const KNOWN_FORMS = new Set(PHRASES.flatMap(({ words }) => words.flatMap(({ forms }) => forms)))
const STOPS = new Set(Object.values(STOP_WORDS).flatMap(wordsOf).map(fold))

/** Whether a folded word says nothing of what is looked for. */
export function isStopWord(word: string): boolean {
  return STOPS.has(word)
}

/** Whether a form is part of any phrase. */
export function isInPhrases(form: string): boolean {
  return KNOWN_FORMS.has(form)
}

function cities(): Phrase[] {
  return CITY_SLUGS.flatMap((slug) => {
    const { names, otherNames } = CITIES[slug]
    const written = [...Object.values(names).map(({ nominative }) => nominative), ...otherNames]
    return named([...written, MORE_CITY_NAMES[slug]].join(), `in:${slug}`, ALL)
  })
}

// «Медеуский район» and «Медеу»; but who says only «Алматы» means the city.
function districts(): Phrase[] {
  return CITY_SLUGS.flatMap((slug) =>
    CITIES[slug].districts.flatMap((district) => {
      const full = Object.values(district.names)
      const short = full.map((name) => name.replace(GENERIC, '').trim())
      const more = MORE_DISTRICT_NAMES[`${slug}.${district.slug}`] ?? []
      const names = [...full, ...short.filter((name) => !findCityByAlias(name)), more].flat()
      return named(names.join(), `at:${slug}:${district.slug}`, ALL)
    }),
  )
}

function meanings(): Phrase[] {
  return Object.entries(MEANINGS).flatMap(([meaning, words]) =>
    ALL.flatMap((tongue) => named(words[tongue], `is:${meaning}`, [tongue])),
  )
}

function named(names: string, term: string, tongues: readonly Tongue[]): Phrase[] {
  return names.split(',').flatMap((name) => {
    const written = name.trim()
    const plain = written.replace(/^[~=]/, '')
    const words = plain.toLowerCase().split(/[\s-]+/)
    // In a row and as one word: «Алма-Ата», «Алмаата».
    const spellings = words.length > 1 && isCyrillic(plain) ? [words, [words.join('')]] : [words]
    return spellings.map((spelling) => ({
      words: spelling.map((word) => phraseWord(word, tongues)),
      term,
      literal: written.startsWith('~'),
      exact: written.startsWith('='),
    }))
  })
}

function phraseWord(written: string, tongues: readonly Tongue[]): PhraseWord {
  const text = fold(wordsOf(written).join(''))
  return { written, text, sound: sound(text), forms: formsOf(text, tongues) }
}

function indexed(): Map<string, Phrase[]> {
  const index = new Map<string, Phrase[]>()
  for (const phrase of [...PHRASES].sort((a, b) => b.words.length - a.words.length)) {
    for (const form of phrase.words[0]?.forms ?? []) {
      index.set(form, [...(index.get(form) ?? []), phrase])
    }
  }
  return index
}
