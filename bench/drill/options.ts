export const SCENARIOS = [
  'postgres',
  'app',
  'connections',
  'slow',
  'mail',
  'clock',
  'disk',
  'backup',
  'migrations',
  'rolling',
] as const
export type ScenarioName = (typeof SCENARIOS)[number]

export interface Options {
  scenarios: ScenarioName[]
  /** For how long PostgreSQL is killed again and again, and how often. */
  seconds: number
  every: number
  /** How many listings the database is filled with. */
  listings: number
  /** How many requests a rolling restart answers. */
  requests: number
}

const USUAL = { seconds: 300, every: 30, listings: 20_000, requests: 20_000 }

/** What to try and how much of it. Throws an Error with a sentence for whoever spelled it differently. */
export function readOptions(words: string[]): Options {
  const known: readonly string[] = SCENARIOS
  const named = words.filter((word) => !word.startsWith('--'))
  const unknown = named.find((name) => !known.includes(name))
  if (unknown) throw new Error(`npm run drill knows ${SCENARIOS.join(', ')}, not ${unknown}.`)
  const numbers = Object.fromEntries(
    words.filter((word) => word.startsWith('--')).map((word) => readNumber(word)),
  )
  return {
    ...USUAL,
    ...numbers,
    scenarios: SCENARIOS.filter((name) => named.length === 0 || named.includes(name)),
  }
}

function readNumber(word: string): [string, number] {
  const [, name = '', digits] = /^--(\w+)=(\d+)$/.exec(word) ?? []
  if (name in USUAL && digits) return [name, Number(digits)]
  throw new Error(`${word} was not understood; it looks like --seconds=60.`)
}
