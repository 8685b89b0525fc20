import { forgiven, slips } from '@/lib/search/distance'
import { fold, isNumber } from '@/lib/search/fold'
import { PHRASES, type PhraseWord } from '@/lib/search/lexicon'
import { keysOf, type SpokenWord } from '@/lib/search/terms'
import { toCyrillic } from '@/lib/search/transliterate'
import { correctedTo, type Word } from '@/lib/search/words'

/** Fewest letters that count as the beginning of a word. */
const BEGINNING = 3

/**
 * What a word outside the lexicon may be, from what listings say (`spoken`): the word itself, the
 * word typed on the other keyboard, the beginning of a word, a word with a slip. Beginnings and
 * slips of the lexicon's own words count too. Unchanged when nothing fits.
 */
export function mend(word: Word, spoken: SpokenWord[]): Word {
  if (isNumber(word.shown)) return said(word, spoken) ?? word
  const isShort = word.text.length <= BEGINNING
  const typed = [word.text, toCyrillic(word.text)]
  const isSaid = spoken.some((other) => typed.includes(fold(other.word)))
  return (
    (isShort && !isSaid ? begun(word, []) : null) ??
    said(word, spoken) ??
    blind(word, spoken) ??
    begun(word, spoken) ??
    slipped(word, spoken) ??
    word
  )
}

/** The same without correcting anything: the word itself or the beginning of one. */
export function complete(word: Word, spoken: SpokenWord[]): Word {
  return said(word, spoken) ?? begun(word, spoken) ?? word
}

function said(word: Word, spoken: SpokenWord[]): Word | null {
  const terms = spoken.map(({ term }) => term).filter((term) => word.forms.includes(term))
  return terms.length > 0 ? { ...word, terms: unique(terms) } : null
}

function blind(word: Word, spoken: SpokenWord[]): Word | null {
  for (const switched of word.switched) {
    const found = said(switched, spoken)
    if (found) return found
  }
  return null
}

function begun({ sounds, ...word }: Word, spoken: SpokenWord[]): Word | null {
  const begins = (other: string) =>
    sounds.some((sound) => sound.length >= BEGINNING && other.startsWith(sound))
  const meant = SINGLE.filter(({ words: [only] }) => only && begins(only.sound)).flatMap(
    ({ term, literal, words }) => [term, ...(literal ? (words[0]?.forms ?? []) : [])],
  )
  const terms = spoken.filter(({ sound }) => begins(sound)).map(({ term }) => term)
  const all = unique([...meant, ...terms])
  return all.length > 0 ? { ...word, sounds, terms: all } : null
}

function slipped(word: Word, spoken: SpokenWord[]): Word | null {
  const typed = [...word.sounds, ...stemsOf(word.forms)]
  const known = nearest(typed, LEXICON)
  const heard = nearest(typed, alike(spoken.map((one) => ({ keys: keysOf(one), meant: one }))))
  if (known && (!heard || known.by <= heard.by)) {
    const { text, written, forms } = known.meant
    return correctedTo(word, { text, shown: written, forms })
  }
  if (!heard) return null
  const same = spoken.filter(({ sound }) => sound === heard.meant.sound).map(({ term }) => term)
  return { ...correctedTo(word, { ...word, shown: heard.meant.word }), terms: unique(same) }
}

/** Words by the letter that they are heard to begin with. */
type Alike<T> = Map<string, { key: string; meant: T }[]>

function alike<T>(candidates: { keys: string[]; meant: T }[]): Alike<T> {
  const words: Alike<T> = new Map()
  for (const { keys, meant } of candidates) {
    for (const key of unique(keys).filter((one) => forgiven(one) > 0)) {
      words.set(heardFirst(key), [...(words.get(heardFirst(key)) ?? []), { key, meant }])
    }
  }
  return words
}

/** The word that is the fewest slips away; the first of several, null when there are too many. */
function nearest<T>(typed: string[], words: Alike<T>): { by: number; meant: T } | null {
  let best: { by: number; meant: T } | null = null
  for (const own of unique(typed)) {
    for (const { key, meant } of words.get(heardFirst(own)) ?? []) {
      const most = Math.min(forgiven(own), forgiven(key), best ? best.by - 1 : Infinity)
      if (Math.abs(own.length - key.length) > most) continue
      const by = slips(own, key)
      if (by <= most) best = { by, meant }
    }
  }
  return best
}

function heardFirst(word: string): string {
  const first = word.slice(0, 1)
  return HEARD[first] ?? first
}

const HEARD: Record<string, string> = { о: 'а', э: 'е', и: 'е' }

// Kazakh stems are too short to tell slips from other words.
function stemsOf(forms: readonly string[]): string[] {
  return forms.filter((form) => !form.startsWith('kk:')).map((form) => form.slice(3))
}

function unique<T>(values: T[]): T[] {
  return [...new Set(values)]
}

const SINGLE = PHRASES.filter(({ words, exact }) => words.length === 1 && !exact)
// Words that mean something alone come before those of longer phrases.
const LEXICON: Alike<PhraseWord> = alike(
  [...SINGLE, ...PHRASES.filter(({ words }) => words.length > 1)].flatMap(({ words }) =>
    words.map((meant) => ({ keys: [meant.sound, ...stemsOf(meant.forms)], meant })),
  ),
)
