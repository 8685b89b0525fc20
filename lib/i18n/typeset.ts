// Spaces that must not end a line (shared rule: no-break inside numbers, before units and after
// one-letter words), set once when messages are loaded so that translators type plain spaces.
const NBSP = '\u00a0'
const AFTER_ONE_LETTER_WORD = /(?<=^|[\s(«"{}])([авикосуяАВИКОСУЯ]) (?=\S)/gu
const BEFORE_UNIT = /([#}\d]) (?=(?:мин|ч|с|км|сағ|min|h|km|₸)(?![\p{L}]))/gu
const BEFORE_DASH = / (?=[–—](?:\s|$))/gu

/** The text with its no-break spaces set. Works on ICU patterns and leaves their syntax alone. */
export function typeset(text: string): string {
  return text
    .replace(AFTER_ONE_LETTER_WORD, `$1${NBSP}`)
    .replace(BEFORE_UNIT, `$1${NBSP}`)
    .replace(BEFORE_DASH, NBSP)
}

/** A price as people write it: `9 000 ₸`, with no-break spaces. */
export function tenge(amount: number): string {
  return `${String(amount).replace(/\B(?=(\d{3})+$)/g, NBSP)}${NBSP}₸`
}
