/** A source of chances that gives the same again for the same seed. */
export interface Random {
  /** From 0 to below `limit`. */
  below(limit: number): number
  pick<T>(from: readonly T[]): T
  /** Yes in so many of a hundred cases. */
  chance(percent: number): boolean
  hex(length: number): string
}

/**
 * The chances of one request of a run, which can be made again alone. The mixing is
 * mulberry32, a public-domain generator by Tommy Ettinger.
 */
export function randomOf(seed: number, index: number): Random {
  let state = (Math.imul(seed, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b)) >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
  const below = (limit: number) => next() % limit
  return {
    below,
    pick: (from) => from[below(from.length)] as (typeof from)[number],
    chance: (percent) => below(100) < percent,
    hex: (length) => Array.from({ length }, () => below(16).toString(16)).join(''),
  }
}
