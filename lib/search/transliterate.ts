/**
 * A word in Latin letters as it would be typed in Cyrillic: `kvartira`, `s sobakoi`, `Qyzyljar`.
 * People write it in many ways, so this is one guess; `sound` evens out the rest.
 */
export function toCyrillic(word: string): string {
  return word
    .toLowerCase()
    .replace(PATTERN, (found) => LETTERS[found] ?? '')
    .replace(/(?<=[аеиоуыэюя])[иы](?![аеиоуыэюя])/g, 'й')
}

// Kazakh Latin of both reforms, passports, and what is typed by ear.
const LETTERS: Record<string, string> = {
  shch: 'щ',
  sch: 'щ',
  sh: 'ш',
  ch: 'ч',
  zh: 'ж',
  kh: 'х',
  gh: 'г',
  ts: 'ц',
  ck: 'к',
  ya: 'я',
  yu: 'ю',
  yo: 'е',
  ye: 'е',
  ja: 'я',
  ju: 'ю',
  a: 'а',
  ä: 'а',
  á: 'а',
  b: 'б',
  c: 'ц',
  ç: 'ч',
  d: 'д',
  e: 'е',
  é: 'е',
  f: 'ф',
  g: 'г',
  ğ: 'г',
  ǵ: 'г',
  h: 'х',
  i: 'и',
  ı: 'ы',
  í: 'и',
  j: 'ж',
  k: 'к',
  l: 'л',
  m: 'м',
  n: 'н',
  ñ: 'н',
  ń: 'н',
  o: 'о',
  ö: 'о',
  ó: 'о',
  p: 'п',
  q: 'к',
  r: 'р',
  s: 'с',
  ş: 'ш',
  t: 'т',
  u: 'у',
  ū: 'у',
  ü: 'у',
  ú: 'у',
  v: 'в',
  w: 'в',
  x: 'х',
  y: 'ы',
  ý: 'у',
  z: 'з',
}

// Longest first.
const PATTERN = /shch|sch|sh|ch|zh|kh|gh|ts|ck|y[aeou]|j[au]|\p{Script=Latin}/gu
