import type { Size } from './fill/fill'

const ON = '--on='

/** In the order in which they run. */
export const PARTS = ['queries', 'http', 'memory', 'imports', 'pages', 'lighthouse'] as const
export type Part = (typeof PARTS)[number]

export interface Options {
  parts: Part[]
  size: Size
  /** Seconds that each load lasts. */
  seconds: number
  /** How often each query is asked. */
  rounds: number
  /** How many requests memory is measured over. */
  asks: number
  /** The address of a database that an earlier bench has filled. */
  on: string | undefined
}

/**
 * What to measure and how much of it. `fill` alone fills and stays, for later benches `--on` that
 * database. Throws an Error with a sentence for
 * whoever spelled it differently.
 */
export function readOptions(words: string[]): Options {
  const known: readonly string[] = PARTS
  const parts = words.filter((word) => !word.startsWith('--'))
  const on = words.find((word) => word.startsWith(ON))?.slice(ON.length)
  const numbers = new Map(
    words.filter((word) => word.startsWith('--') && !word.startsWith(ON)).map(readNumber),
  )
  const unknown = parts.find((part) => part !== 'fill' && !known.includes(part))
  if (unknown) throw new Error(`npm run bench knows fill, ${PARTS.join(', ')}, not ${unknown}.`)
  const listings = numbers.get('listings') ?? 1_000_000
  return {
    parts: PARTS.filter((part) => parts.length === 0 || parts.includes(part)),
    size: {
      listings,
      published: numbers.get('published') ?? Math.ceil(listings / 10),
      requests: numbers.get('requests') ?? Math.ceil(listings / 10),
    },
    seconds: numbers.get('seconds') ?? 10,
    rounds: numbers.get('rounds') ?? 200,
    asks: numbers.get('asks') ?? 50_000,
    on,
  }
}

function readNumber(word: string): [string, number] {
  const [, name, digits] =
    /^--(listings|published|requests|seconds|rounds|asks)=(\d+)$/.exec(word) ?? []
  if (name && digits) return [name, Number(digits)]
  throw new Error(`${word} was not understood; it looks like --listings=20000.`)
}
