import phrases from './phrases.json' with { type: 'json' }

/**
 * What gives a text away, by what it is about: `phrases.json`, for everyone to read and extend. `patterns.ts` says how a phrase is written and
 * `words.ts` what `<money>` and its like stand for. A phrase with a no in it begins with `!`;
 * all others mean nothing beside a no (“предоплаты нет”) or in a warning.
 */
export interface Concern {
  /** 3 goes first, 2 is looked at, 1 only counts together with another. */
  weight: 1 | 2 | 3
  phrases: readonly string[]
  /** Phrases that weigh 2. */
  hints?: readonly string[]
  /** Phrases that alone are nothing yet. */
  faint?: readonly string[]
  /** Words of words.ts beside which it does not count: “afterwards”, “on the spot”. */
  unless?: string
}

export type TextConcern = keyof typeof phrases

export const CONCERNS = phrases as Record<TextConcern, Concern>
