import type { Statement } from '@/lib/guide/statements'

const checkedOn = '2026-11-22'
const ORDER = ['registration', 'registrationLawyers', 'registrationKyrgyz'] as const

/**
 * What is known of registering one's address: order № 923 of 2025-11-17, in force since 2026-07-01.
 * The words stand in the messages under the same name (`guide.address.…`).
 */
export const REGISTRATION_STATEMENTS = {
  term: { sources: ORDER, checkedOn, sure: 'A' },
  host: { sources: ORDER, checkedOn, sure: 'A' },
  moved: { sources: ORDER, checkedOn, sure: 'A' },
  hostDuty: { sources: ['hostDuty'], checkedOn, sure: 'B' },
  threeDays: { sources: ['hostNotice'], checkedOn, sure: 'C' },
} as const satisfies Record<string, Statement>

/** Days within which the address is entered after crossing the border, the day of arrival included. */
export const REGISTER_DAYS = 30
/** Working days within which a new address is entered, the day of the move included. */
export const MOVED_WORKING_DAYS = 5
/** Days that may be spent in the country within any 180, the day of arrival included. */
export const STAY_DAYS = 90
