/**
 * The stem of a Russian word by the rules of the Snowball project
 * (snowballstem.org/algorithms/russian/stemmer.html), as PostgreSQL's `russian_stem` finds it; a
 * test compares the two. The word is lower case and its ё are е.
 */
export function stemRussian(word: string): string {
  const vowel = word.search(VOWEL)
  if (vowel < 0) return word
  const head = word.slice(0, vowel + 1)
  const ending = withoutInflection(word.slice(vowel + 1)).replace(/и$/, '')
  return tidied(withoutDerivation(head, ending), head)
}

const VOWEL = /[аеиоуыэюя]/

// Endings of group one count only after а or я, which stays.
const GERUND = /(?:(?<=[ая])(?:вшись|вши|в)|(?:ив|ыв)(?:шись|ши)?)$/
const REFLEXIVE = /с[яь]$/
const ADJECTIVE =
  /(?:ими|ыми|его|ого|ему|ому|ее|ие|ые|ое|ей|ий|ый|ой|ем|им|ым|ом|их|ых|ую|юю|ая|яя|ою|ею)$/
const PARTICIPLE = /(?:(?<=[ая])(?:ем|нн|вш|ющ|щ)|ивш|ывш|ующ)$/
const VERB =
  /(?:(?<=[ая])(?:ете|йте|ешь|нно|ла|на|ли|ем|ло|но|ет|ют|ны|ть|й|л|н)|ейте|уйте|ила|ыла|ена|ите|или|ыли|ило|ыло|ено|ует|уют|ены|ить|ыть|ишь|ей|уй|ил|ыл|им|ым|ен|ят|ит|ыт|ую|ю)$/
const NOUN =
  /(?:иями|ями|ами|ией|иям|ием|иях|ев|ов|ие|ье|еи|ии|ей|ой|ий|ям|ем|ам|ом|ях|ах|ию|ью|ия|ья|а|е|и|й|о|у|ы|ь|ю|я)$/
const DERIVATION = /ость?$/
const SUPERLATIVE = /ейше?$/

function withoutInflection(text: string): string {
  const gerund = text.replace(GERUND, '')
  if (gerund !== text) return gerund
  const plain = text.replace(REFLEXIVE, '')
  const adjective = plain.replace(ADJECTIVE, '')
  if (adjective !== plain) return adjective.replace(PARTICIPLE, '')
  const verb = plain.replace(VERB, '')
  return verb === plain ? plain.replace(NOUN, '') : verb
}

// Only where a second syllable has ended before it (the region R2).
function withoutDerivation(head: string, ending: string): string {
  const word = head + ending
  const found = word.search(DERIVATION)
  return found >= secondRegion(word) ? word.slice(0, found) : word
}

function secondRegion(word: string): number {
  const next = (from: number) => {
    const found = word.slice(from).search(/[аеиоуыэюя][^аеиоуыэюя]/)
    return found < 0 ? word.length + 1 : from + found + 2
  }
  return next(next(0))
}

// What is left of ь, of a doubled н, of a superlative; never of the first syllable.
function tidied(word: string, head: string): string {
  const ending = word.slice(head.length)
  const plain = ending.replace(SUPERLATIVE, '')
  if (plain !== ending || ending.endsWith('нн')) return head + plain.replace(/нн$/, 'н')
  return head + ending.replace(/ь$/, '')
}
