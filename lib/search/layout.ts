// The same keys of an English and a Russian keyboard, and the digits where Kazakh letters sit.
const ENGLISH = "`qwertyuiop[]asdfghjkl;'zxcvbnm,."
const RUSSIAN = 'ёйцукенгшщзхъфывапролджэячсмитьбю'
const DIGITS = '234589-0'
const KAZAKH = 'әіңғүұөқ'

/**
 * What would stand there, had the keyboard been switched: `rdfhnbhf` is `квартира`, `рщгыу` is
 * `house`; on a Kazakh keyboard `g2nth` is `пәтер`. What is on no such key stays.
 */
export function switchLayout(text: string, keyboard: 'ru' | 'kk'): string {
  const keys = keyboard === 'kk' ? KAZAKH_KEYS : RUSSIAN_KEYS
  return [...text.toLowerCase()].map((letter) => keys.get(letter) ?? letter).join('')
}

function pairs(from: string, to: string): [string, string][] {
  return [...from].map((letter, index) => [letter, to[index] ?? letter])
}

const RUSSIAN_KEYS = new Map([...pairs(ENGLISH, RUSSIAN), ...pairs(RUSSIAN, ENGLISH)])
const KAZAKH_KEYS = new Map([...RUSSIAN_KEYS, ...pairs(DIGITS, KAZAKH)])
