/** The stem of an English word: plural, -ing and -ed off; enough for the words of listings. */
export function stemEnglish(word: string): string {
  const singular = word
    .replace(/(?<=..)ies$/, 'y')
    .replace(/(?<=ch|sh|ss|x)es$/, '')
    .replace(/(?<=[^su])s$/, '')
  return singular.replace(/(?<=...)(?:ing|ed)$/, '').replace(/(?<=..)e$/, '')
}
