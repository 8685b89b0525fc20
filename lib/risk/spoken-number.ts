import type { Token } from '@/lib/risk/unmask'
import { fold } from '@/lib/search/fold'

/** Where a long number stands that is spelled in words, wholly or in part; null when none is. */
export function findSpokenNumber(words: Token[]): [number, number] | null {
  let run: { token: Token; digits: number; isWord: boolean }[] = []
  let strangers = 0
  for (const token of words) {
    const isWord = token.text in DIGITS
    const digits = DIGITS[token.text] ?? (/^\d{1,11}$/.test(token.text) ? token.text.length : 0)
    if (digits > 0) {
      run.push({ token, digits, isWord })
      strangers = 0
    } else if (++strangers > LONGEST_GAP) run = []
    if (isNumber(run)) return [run[0]?.token.start ?? 0, run.at(-1)?.token.end ?? 0]
  }
  return null
}

/** Words between the parts of a number: «и дальше», «одан кейін». */
const LONGEST_GAP = 2
/** Fewer digits may be a time and a price. */
const FEWEST_DIGITS = 7
const FEWEST_WORDS = 3

function isNumber(run: { digits: number; isWord: boolean }[]): boolean {
  const words = run.filter(({ isWord }) => isWord).length
  const digits = run.reduce((sum, part) => sum + part.digits, 0)
  return words >= FEWEST_WORDS && digits >= FEWEST_DIGITS
}

const DIGITS: Record<string, number> = Object.fromEntries([
  ...counted(
    1,
    `ноль нуль один одна два две три четыре пять шесть семь восемь девять
     нөл бір екі үш төрт бес алты жеті сегіз тоғыз
     zero nought oh one two three four five six seven eight nine`,
  ),
  ...counted(
    2,
    `десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать
     восемнадцать девятнадцать двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят
     девяносто сот сто он жиырма отыз қырық елу алпыс жетпіс сексен тоқсан жүз
     ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty
     forty fifty sixty seventy eighty ninety hundred double triple`,
  ),
  ...counted(3, 'двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот'),
])

function counted(digits: number, words: string): [string, number][] {
  return words
    .trim()
    .split(/\s+/)
    .map((word) => [fold(word), digits])
}
