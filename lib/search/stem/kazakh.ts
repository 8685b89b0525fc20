/**
 * The stem of a Kazakh word, as `sound` spells it: endings are taken off from the right while
 * three letters stay, or two of a known short word. There are up to four: plural, whose it is, case, and «that which is
 * there». Coarser than grammar: ә and а, and і, й and ы are one letter here, and a stem that looks
 * as if it had an ending loses it. Both sides of a search lose the same.
 */
export function stemKazakh(word: string): string {
  let stem = word
  for (let taken = 0; taken < MOST_ENDINGS; taken++) {
    const shorter = stem.replace(ENDING, '')
    if (shorter === stem) return stem
    stem = shorter
  }
  return stem
}

const MOST_ENDINGS = 4

const ENDINGS = [
  // Plural: балалар.
  ...['лар', 'лер', 'дар', 'дер', 'тар', 'тер'],
  // Whose: бөлмеміз, бөлмеңіз, бөлмесі.
  ...['миз', 'низ', 'си'],
  // Case: қаланың, қалаға, қаланы, қалада, қаладан, балалармен.
  ...['нин', 'дин', 'тин', 'га', 'ге', 'ка', 'ке', 'на', 'не', 'ни', 'ди', 'ти'],
  ...['да', 'де', 'та', 'те', 'нда', 'нде'],
  ...['дан', 'ден', 'тан', 'тен', 'нан', 'нен', 'мен', 'бен', 'пен'],
  // Which is there: қаладағы. Of what: отбасылық.
  ...['даги', 'деги', 'таги', 'теги', 'ндаги', 'ндеги', 'лик', 'дик', 'тик'],
].sort((a, b) => b.length - a.length)

// үй, ит, су.
const SHORT_STEMS = ['уи', 'ит', 'су']

const ENDING = new RegExp(
  `(?<=...|^(?:${SHORT_STEMS.join('|')}))(?:${ENDINGS.join('|')})$|(?<=...)и$`,
)
