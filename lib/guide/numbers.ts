import type { Statement } from '@/lib/guide/statements'

const checkedOn = '2026-11-22'

/** Short numbers that a phone reaches free of charge. What each is for stands in `numbers.for.…`. */
export const FREE_NUMBERS = ['112', '103', '102', '101'] as const
/** Short numbers of which nobody told us what the call costs. */
export const OTHER_NUMBERS = ['1414', '1403'] as const

export type ShortNumber = (typeof FREE_NUMBERS | typeof OTHER_NUMBERS)[number]

/** Where it stands that a call is free of charge, and what the other numbers are for. */
export const NUMBERS_GROUND = {
  free: { sources: ['emergency', 'emergencyMemo'], checkedOn, sure: 'A' },
  other: { sources: ['iinGuide', 'roads'], checkedOn, sure: 'A' },
} as const satisfies Record<string, Statement>
