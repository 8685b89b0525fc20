import { REGISTRATION_STATEMENTS } from '@/lib/guide/registration'
import type { Statement } from '@/lib/guide/statements'

const checkedOn = '2026-11-22'

const ILLEGAL_MIGRATION = {
  sources: ['illegalMigration', 'illegalMigrationGuards'],
  checkedOn,
  sure: 'A',
} as const

/**
 * What the law asks of drivers and hosts, read before the first offer. The words stand in the
 * messages under the same name (`duties.…`). A changed statement needs a new `DUTIES_WORDING`.
 */
export const DUTIES = {
  ride: {
    crossings: ILLEGAL_MIGRATION,
    illegalMigration: ILLEGAL_MIGRATION,
    stay: { sources: ['ninetyDays', 'ninetyDaysPolice'], checkedOn, sure: 'A' },
  },
  housing: {
    registration: REGISTRATION_STATEMENTS.term,
    newAddress: REGISTRATION_STATEMENTS.moved,
    unlawful: REGISTRATION_STATEMENTS.hostDuty,
    illegalMigration: ILLEGAL_MIGRATION,
  },
} as const satisfies Record<'ride' | 'housing', Record<string, Statement>>
