import type { CorpusText } from '@/lib/risk/corpus'
import { dilution, traitsOf, type Weights } from '@/lib/risk/impression'
import { sentencesOf } from '@/lib/risk/unmask'

/**
 * Learns what the traits of a text weigh (`weights.json`): a logistic regression with an L2 penalty,
 * lighter for a trait the rarer it is. Each weight in turn is moved towards its best while the others
 * stand still; the step is short enough never to overshoot (Böhning and Lindsay, 1988). The same texts
 * give the same weights.
 */
export function learn(texts: readonly CorpusText[]): Weights {
  const shares: number[] = []
  const having = new Map<string, number[]>()
  for (const [at, { kind, title, text }] of texts.entries()) {
    const sentences = sentencesOf(`${title}\n${text}`)
    shares.push(dilution(sentences))
    for (const name of traitsOf(sentences, kind).keys()) {
      const those = having.get(name)
      if (those) those.push(at)
      else having.set(name, [at])
    }
  }
  const isFraud = texts.map(({ label }) => (label === 'fraud' ? 1 : 0))
  const scores = texts.map(() => 0)
  // The step for a weight that adds so much of itself to each of those texts.
  const stepOf = (
    weight: number,
    penalty: number,
    those: number[],
    share: (at: number) => number,
  ) => {
    let missing = -penalty * weight
    let curve = penalty
    for (const at of those) {
      missing += share(at) * ((isFraud[at] ?? 0) - likelihood(scores[at] ?? 0))
      curve += share(at) ** 2 / 4
    }
    const step = missing / curve
    for (const at of those) scores[at] = (scores[at] ?? 0) + share(at) * step
    return step
  }

  const everyText = texts.map((_, at) => at)
  const known = [...having]
    .filter(
      ([name, those]) => those.length >= (name.includes('+') ? FEWEST_TOGETHER : FEWEST_TEXTS),
    )
    .map(([name, those]) => {
      const rarity = 1 + Math.log((1 + texts.length) / (1 + those.length))
      return { name, those, penalty: PENALTY / rarity ** 3, weight: 0 }
    })
  let always = 0
  for (let round = 0; round < ROUNDS; round++) {
    always += stepOf(always, PENALTY, everyText, () => 1)
    for (const trait of known)
      trait.weight += stepOf(trait.weight, trait.penalty, trait.those, (at) => shares[at] ?? 0)
  }
  return {
    always: rounded(always),
    traits: Object.fromEntries(
      known
        .map(({ name, weight }) => [name, rounded(weight)] as const)
        .filter(([, weight]) => Math.abs(weight) >= LEAST)
        .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1)),
    ),
  }
}

/** What fewer texts have in common is chance. */
const FEWEST_TEXTS = 4
/** The same of an idea with a word beside it: there are so many. */
const FEWEST_TOGETHER = 8
const PENALTY = 140
const ROUNDS = 100
/** Lighter ones would only make the file longer. */
const LEAST = 0.05

function likelihood(score: number): number {
  return 1 / (1 + Math.exp(-score))
}

function rounded(weight: number): number {
  return Math.round(weight * 100) / 100
}
