/**
 * One spelling for what people spell in many ways. Listings and queries go through the same folds,
 * so a fold may be coarse: it only has to send the spellings of one word to the same place.
 */

/** A word in lower case, ё as е, Kazakh letters as those that stand in for them on a Russian keyboard. */
export function fold(text: string): string {
  return text.toLowerCase().replace(/[ёәғқңөұүһі]/g, (letter) => STAND_INS[letter] ?? letter)
}

/** The words of a text in lower case: letters and digits, whatever stands between them. */
export function wordsOf(text: string): string[] {
  return plainText(text).match(/[\p{L}\p{N}]+/gu) ?? []
}

/** A text in lower case without what cannot be seen. */
export function plainText(text: string): string {
  return text.normalize('NFKC').replace(INVISIBLE, '').toLowerCase()
}

/** A folded Cyrillic word as it is written by ear, in Latin or in haste: without ь, й and ы as и. */
export function sound(word: string): string {
  return word.replace(/[ьъ]/g, '').replace(/[йы]/g, 'и').replace(/щ/g, 'ш')
}

export function isCyrillic(word: string): boolean {
  return /\p{Script=Cyrillic}/u.test(word)
}

export function isNumber(word: string): boolean {
  return /^\p{N}+$/u.test(word)
}

// Soft hyphens, zero-width marks and apostrophes are part of no word.
const INVISIBLE = /[\p{Cf}\p{Mn}ʹʼ'’‘`´]/gu

const STAND_INS: Record<string, string> = {
  ё: 'е',
  ә: 'а',
  ғ: 'г',
  қ: 'к',
  ң: 'н',
  ө: 'о',
  ұ: 'у',
  ү: 'у',
  һ: 'х',
  і: 'и',
}
