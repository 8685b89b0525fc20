import { fold } from '@/lib/search/fold'
import { toCyrillic } from '@/lib/search/transliterate'

/** A word of a text as the rules read it, and where it stands. */
export interface Token {
  text: string
  start: number
  end: number
  /** Number of the part of the sentence it is in, from comma to comma. */
  clause: number
}

/** A sentence in words. */
export type Sentence = Token[]

/**
 * The sentences of a text in folded words, whatever they are disguised as: Latin letters among
 * Cyrillic ones, digits for letters, l e t t e r s apart, Russian in Latin letters.
 */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [[]]
  let clause = 0
  let end = 0
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const between = text.slice(end, index)
    end = index + word.length
    const isAnswer = between.includes('?') && ANSWERS.has(word.toLowerCase())
    if (SENTENCE_END.test(between) && !isAnswer) sentences.push([])
    if (CLAUSE_END.test(between) || CONJUNCTIONS.has(word.toLowerCase())) clause++
    sentences.at(-1)?.push({ text: unmasked(word), start: index, end, clause })
  }
  if (KAZAKH.test(text))
    for (const token of sentences.flat()) if (token.text === 'не') token.text = 'әлде'
  const read = sentences.map(joinLetters)
  return isInLatin(read.flat()) ? read.map(inCyrillic) : read
}

// Marks and what cannot be seen are part of a word, and so is one sign between two letters.
const WORD =
  /[\p{L}\p{N}$@](?:[\p{L}\p{N}\p{Mn}\p{Cf}'’ʼ`$@]|[*_·•](?=\p{L})|(?<=\p{L})\.(?=\p{L}{2,}\.?\p{L}*@))*/gu
const SENTENCE_END = /[!?‼…\n]|\.(?=\s|$)|\p{Extended_Pictographic}/u
const CLAUSE_END = /[,;:()«»“”"—–]| - /
/** «Залог? Нет.» */
const ANSWERS = new Set(['нет', 'не', 'никакого', 'никакой', 'жоқ', 'no', 'none', 'never'])
/** There «не» means “or”. */
const KAZAKH = /[әғқңөұүһі]/i
const CONJUNCTIONS = new Set(['а', 'но', 'зато', 'but', 'бірақ', 'алайда'])

function unmasked(word: string): string {
  const plain = word
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Mn}'’ʼ`*_·•]/gu, '')
    .toLowerCase()
  return fold(isCyrillicMostly(plain) ? replaced(plain, LIKE_CYRILLIC) : inLetters(plain))
}

function isCyrillicMostly(word: string): boolean {
  return /\p{Script=Cyrillic}/u.test(word) && /[a-z]|\p{L}[\d@$]\p{L}/u.test(word)
}

function inLetters(word: string): string {
  return /[a-z][\d@$]+[a-z]/.test(word) && /[a-z].*[a-z].*[a-z]/.test(word)
    ? replaced(word, LIKE_LATIN)
    : word
}

function replaced(word: string, letters: Record<string, string>): string {
  return [...word].map((letter) => letters[letter] ?? letter).join('')
}

const LIKE_CYRILLIC: Record<string, string> = {
  a: 'а',
  b: 'в',
  c: 'с',
  e: 'е',
  h: 'н',
  i: 'і',
  k: 'к',
  m: 'м',
  n: 'п',
  o: 'о',
  p: 'р',
  r: 'г',
  t: 'т',
  u: 'и',
  x: 'х',
  y: 'у',
  0: 'о',
  3: 'з',
  4: 'ч',
  6: 'б',
  '@': 'а',
}

const LIKE_LATIN: Record<string, string> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  '@': 'a',
  $: 's',
}

const LETTERS_APART = 4

// Four single letters in a row are no words but one, spread out.
function joinLetters(sentence: Sentence): Sentence {
  const read: Sentence = []
  for (let at = 0; at < sentence.length; at++) {
    const first = sentence[at]
    if (!first) continue
    const rest = sentence.slice(at).findIndex(({ text }) => !/^\p{L}$/u.test(text))
    const run = sentence.slice(at, rest === -1 ? undefined : at + rest)
    const last = run.at(-1)
    if (last && run.length >= LETTERS_APART) {
      const text = unmasked(run.map((token) => token.text).join(''))
      read.push({ ...first, text, end: last.end })
      at += run.length - 1
    } else read.push(first)
  }
  return read
}

const SMALL_WORDS = new Set(
  'na ne po do za iz u v s i vam vas kak dlya ili est tolko mozhno'.split(' '),
)
const SMALL_KAZAKH = new Set(
  'men sen biz bir bar zhok joq emes kerek ushin kun kuni tun tek gana ǵana birak biraq son sodan keiin myn tegin alyp bolsa dep'.split(
    ' ',
  ),
)
const ENGLISH = new Set('the and to of for is you we are with a an at on my your'.split(' '))

function isInLatin(words: Token[]): boolean {
  const count = (known: Set<string>) => words.filter(({ text }) => known.has(text)).length
  const small = Math.max(count(SMALL_WORDS), count(SMALL_KAZAKH))
  return small >= 2 && small > 2 * count(ENGLISH)
}

function inCyrillic(sentence: Sentence): Sentence {
  return sentence.map((token) => ({
    ...token,
    text: /^\p{Script=Latin}+$/u.test(token.text) ? fold(toCyrillic(token.text)) : token.text,
  }))
}
