import { describe, expect, it } from 'vitest'
import { type CorpusName, LEARNED_FROM, readCorpus } from '@/lib/risk/corpus'
import { learn } from '@/lib/risk/learning'
import { judge } from '@/lib/risk/rules'
import weights from './weights.json' with { type: 'json' }

/** To read 25,000 texts takes a minute, on a busy machine far more. */
const THOUSANDS_MS = 300_000

function shares(name: CorpusName) {
  const read = readCorpus(name)
  const alarms = (label: 'fraud' | 'genuine') => {
    const those = read.filter((one) => one.label === label)
    const alarmed = those.filter(({ kind, title, text, price }) => {
      const facts = { kind, price, usual: null, isNewAuthor: false, same: null }
      const { level } = judge(`${title}\n${text}`, {
        ...facts,
        reports: { times: 0, grave: false },
      })
      return level !== 'none'
    })
    return alarmed.length / those.length
  }
  return { recall: alarms('fraud'), falseAlarms: alarms('genuine') }
}

describe('of the texts that are known', () => {
  it.each([
    { name: 'development', mostAlarms: 0.02 },
    { name: 'wider', mostAlarms: 0.02 },
    { name: 'practice', mostAlarms: 0.02 },
  ] as const)(
    'nearly every fraud of $name is looked at, and nearly nothing else',
    ({ name, mostAlarms }) => {
      const { recall, falseAlarms } = shares(name)
      expect(recall).toBeGreaterThanOrEqual(0.95)
      expect(falseAlarms).toBeLessThanOrEqual(mostAlarms)
    },
    THOUSANDS_MS,
  )

  it(
    'the weights are what they teach (scripts/learn-risk.ts)',
    () => {
      const again = learn(LEARNED_FROM.flatMap(readCorpus))
      expect(again.always).toBeCloseTo(weights.always, 1)
      expect(Object.keys(again.traits).sort()).toEqual(Object.keys(weights.traits).sort())
      for (const [name, weight] of Object.entries<number>(weights.traits))
        expect(again.traits[name], name).toBeCloseTo(weight, 1)
    },
    THOUSANDS_MS,
  )
})

describe('of the texts that nobody has looked at', () => {
  it.each([
    { name: 'held-out', leastCaught: 0.925 },
    { name: 'untouched', leastCaught: 0.99 },
    { name: 'unread', leastCaught: 0.96 },
  ] as const)(
    'so many of $name are caught as were (docs/decisions/0037); the aim is 0.95 and 0.02',
    ({ name, leastCaught }) => {
      const { recall, falseAlarms } = shares(name)
      expect(recall).toBeGreaterThanOrEqual(leastCaught)
      expect(falseAlarms).toBeLessThanOrEqual(0.02)
    },
  )
})
