import type { Statement } from '@/lib/guide/iin'

const checkedOn = '2026-11-22'

/**
 * What the law asks of drivers and hosts, read before the first offer. The words stand in the
 * messages under the same name (`duties.…`). A changed statement needs a new `DUTIES_WORDING`.
 */
export const DUTIES = {
  ride: {
    crossings: { sources: ['lada.kz, 143292', 'alau.kz'], checkedOn, sure: 'A' },
    illegalMigration: { sources: ['lada.kz, 143292', 'alau.kz'], checkedOn, sure: 'A' },
    stay: { sources: ['kommersant.ru', 'profile.ru'], checkedOn, sure: 'A' },
  },
  housing: {
    registration: {
      sources: ['inform.kz, 2025-11-25', 'migron.kz', '24.kg'],
      checkedOn,
      sure: 'A',
    },
    newAddress: { sources: ['inform.kz, 2025-11-25', 'migron.kz', '24.kg'], checkedOn, sure: 'A' },
    unlawful: { sources: ['КоАП РК, 518'], checkedOn, sure: 'B' },
    illegalMigration: { sources: ['lada.kz, 143292', 'alau.kz'], checkedOn, sure: 'A' },
  },
} as const satisfies Record<'ride' | 'housing', Record<string, Statement>>
