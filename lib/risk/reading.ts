import { around, isDenied, isWarning, says } from '@/lib/risk/denial'
import {
  anyOf,
  beginningsOf,
  type Match,
  matchesIn,
  namesIn,
  type Pattern,
  patternOf,
} from '@/lib/risk/patterns'
import { CONCERNS, type Concern, type TextConcern } from '@/lib/risk/phrases'
import type { Sentence } from '@/lib/risk/unmask'
import { WORDS } from '@/lib/risk/words'

/** Something a text says, and the words that say it. */
export interface Finding {
  concern: TextConcern
  weight: number
  /** Beginnings and ends of words in the text. */
  marks: [number, number][]
}

/** What the sentences of a text say that is told from harm, the gravest first. */
export function findingsIn(sentences: readonly Sentence[]): Finding[] {
  const told = sentences.filter((sentence) => !isWarning(sentence))
  const found = [
    ...told.flatMap((sentence) => findIn(sentence, SENTENCE_RULES)),
    ...findIn(told.flat(), TEXT_RULES),
  ]
  return (Object.keys(CONCERNS) as TextConcern[])
    .flatMap((concern) => {
      const those = found.filter(({ rule }) => rule.concern === concern)
      if (those.length === 0) return []
      return [{ concern, weight: weightOf(those), marks: those.flatMap(({ marks }) => marks) }]
    })
    .sort((a, b) => b.weight - a.weight)
}

// A name of the net, whatever its ending; figures with a point are none.
const DOMAIN = /(?<![\p{L}\d.])[a-z\d][a-z\d-]{2,62}\.[a-z]{2,}(?![\p{L}\d])/iu

/** Where an address of another site stands; null when none does. */
export function findDomain(text: string): [number, number] | null {
  const found = DOMAIN.exec(text)
  return found && [found.index, found.index + found[0].length]
}

interface Found {
  rule: Rule
  marks: [number, number][]
}

function findIn(words: Sentence, rules: Map<string, Rule[]>): Found[] {
  const names = namesIn(words)
  const candidates = new Set(names.flat().flatMap((name) => rules.get(name) ?? []))
  return [...candidates].flatMap((rule) => {
    const marks = marksOf(words, names, rule)
    return marks.length > 0 ? [{ rule, marks }] : []
  })
}

// Two faint signs, or two of a kind that says little alone, are one to look at.
function weightOf(found: Found[]): number {
  const strongest = Math.max(...found.map(({ rule }) => rule.weight))
  if (strongest > 1) return strongest
  return Math.min(2, new Set(found.map(({ rule }) => rule)).size)
}

interface Rule {
  concern: TextConcern
  weight: number
  pattern: Pattern
  saysNo: boolean
  /** Words beside which it does not count. */
  unless: Pattern | null
}

/** The rules by the words that they may begin with. */
const SENTENCE_RULES = new Map<string, Rule[]>()
const TEXT_RULES = new Map<string, Rule[]>()
for (const [name, concern] of Object.entries(CONCERNS as Record<string, Concern>)) {
  const read = (sources: readonly string[] = [], weight = concern.weight) =>
    sources.map((source) => ({ ...ruleOf(name as TextConcern, concern, source), weight }))
  for (const rule of [
    ...read(concern.phrases),
    ...read(concern.hints, 2),
    ...read(concern.faint, 1),
  ]) {
    const rules = rule.pattern.isOfText ? TEXT_RULES : SENTENCE_RULES
    for (const word of beginningsOf(rule.pattern))
      rules.set(word, [...(rules.get(word) ?? []), rule])
  }
}

function ruleOf(concern: TextConcern, { unless }: Concern, source: string): Omit<Rule, 'weight'> {
  const saysNo = source.startsWith('!')
  return {
    concern,
    pattern: patternOf(source.replace(/^!/, ''), WORDS),
    saysNo,
    unless: unless && !saysNo ? anyOf(WORDS[unless] ?? '') : null,
  }
}

function marksOf(words: Sentence, names: string[][], rule: Rule): [number, number][] {
  const { parts } = rule.pattern
  const found = parts.map((part) =>
    matchesIn(names, part).filter((match) =>
      rule.pattern.isOfText ? isMeant(words, match, rule) : true,
    ),
  )
  if (found.some((matches) => matches.length === 0)) return []
  const all = found.flat()
  const spans = parts.length > 1 ? [spanOf(all)] : all
  const meant = rule.pattern.isOfText ? spans : spans.filter((span) => isMeant(words, span, rule))
  if (meant.length === 0) return []
  return (parts.length > 1 ? all : meant).flatMap(({ from, to }) => {
    const [first, last] = [words[from], words[to]]
    return first && last ? [[first.start, last.end] as [number, number]] : []
  })
}

function spanOf(matches: Match[]): Match {
  return {
    from: Math.min(...matches.map(({ from }) => from)),
    to: Math.max(...matches.map(({ to }) => to)),
  }
}

function isMeant(words: Sentence, match: Match, rule: Rule): boolean {
  const near = rule.weight < 3 && !rule.pattern.isOfText ? words : around(words, match)
  return rule.saysNo || !(isDenied(near) || (rule.unless && says(near, rule.unless)))
}
