import type { CorpusText } from '@/lib/risk/corpus'
import { traitsOf, type Weights } from '@/lib/risk/impression'

/**
 * Learns what the traits of a text weigh (`weights.json`): a logistic regression with an L2 penalty.
 * Each weight in turn is moved towards its best while the others stand still; the step is short
 * enough never to overshoot (Böhning and Lindsay, 1988). The same texts give the same weights.
 */
export function learn(texts: readonly CorpusText[]): Weights {
  const read = texts.map((text) => [ALWAYS, ...traitsOf(`${text.title}\n${text.text}`).keys()])
  const having = new Map<string, number[]>()
  for (const [at, names] of read.entries())
    for (const name of names) having.set(name, [...(having.get(name) ?? []), at])
  const known = [...having].filter(([, those]) => those.length >= FEWEST_TEXTS)

  const weights = new Map<string, number>(known.map(([name]) => [name, 0]))
  const scores = texts.map(() => 0)
  const isFraud = texts.map(({ label }) => (label === 'fraud' ? 1 : 0))
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, those] of known) {
      const weight = weights.get(name) ?? 0
      const missing = those.reduce(
        (sum, at) => sum + (isFraud[at] ?? 0) - likelihood(scores[at] ?? 0),
        0,
      )
      const step = (missing - PENALTY * weight) / (those.length / 4 + PENALTY)
      weights.set(name, weight + step)
      for (const at of those) scores[at] = (scores[at] ?? 0) + step
    }
  }
  return {
    always: rounded(weights.get(ALWAYS) ?? 0),
    traits: Object.fromEntries(
      [...weights]
        .map(([name, weight]) => [name, rounded(weight)] as const)
        .filter(([name, weight]) => name !== ALWAYS && Math.abs(weight) >= LEAST)
        .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1)),
    ),
  }
}

const ALWAYS = ''
/** What fewer texts have in common is chance. */
const FEWEST_TEXTS = 3
const PENALTY = 1
const ROUNDS = 100
/** Lighter ones would only make the file longer. */
const LEAST = 0.1

function likelihood(score: number): number {
  return 1 / (1 + Math.exp(-score))
}

function rounded(weight: number): number {
  return Math.round(weight * 100) / 100
}
