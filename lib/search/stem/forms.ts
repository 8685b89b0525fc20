import { isCyrillic, isNumber, sound } from '@/lib/search/fold'
import { stemEnglish } from '@/lib/search/stem/english'
import { stemKazakh } from '@/lib/search/stem/kazakh'
import { stemRussian } from '@/lib/search/stem/russian'
import { toCyrillic } from '@/lib/search/transliterate'

/** Languages of words in the order in which they are tried. */
export type Tongue = 'ru' | 'kk' | 'en'

/**
 * What a folded word counts as: its stem with its language before it (`ru:комнат`, `en:room`), so
 * that a Russian word never meets a Kazakh one by chance. None for a number.
 */
export function formsOf(word: string, tongues: readonly Tongue[]): string[] {
  if (isNumber(word)) return []
  if (!isCyrillic(word)) return tongues.includes('en') ? [`en:${stemEnglish(word)}`] : []
  return [
    ...(tongues.includes('ru') ? russian(word) : []),
    ...(tongues.includes('kk') ? [`kk:${stemKazakh(sound(word))}`] : []),
  ]
}

/** Everything that a word of a query may count as; in Latin letters also what it sounds like. */
export function formsTyped(word: string): string[] {
  const cyrillic = isCyrillic(word) ? [] : formsOf(toCyrillic(word), ['ru', 'kk'])
  return [...formsOf(word, ['ru', 'kk', 'en']), ...cyrillic]
}

// «Озинок» is of «Озинки»: the vowel of a genitive plural comes and goes.
function russian(word: string): string[] {
  const stems = [
    word,
    word.replace(/(?<=[^аеиоуыэюя])[ео]к$/, 'к'),
    word.replace(/(?<=[ао])ек$/, 'йк'),
  ]
  return [...new Set(stems.map((one) => `ru:${sound(stemRussian(one))}`))]
}
