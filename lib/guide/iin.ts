import type { Statement } from '@/lib/guide/statements'

const checkedOn = '2026-11-22'

/**
 * What is known of the IIN for a foreigner who stays temporarily. The words stand in the messages
 * under the same name (`guide.iin.…`); rules are those of order № 258 of 2020-03-27
 * (adilet.zan.kz V2000020201, last known change 2024-02-29).
 */
export const IIN_STATEMENTS = {
  needed: { sources: ['iinGuide'], checkedOn, sure: 'A' },
  office: { sources: ['iinGuide', 'iinOffices'], checkedOn, sure: 'A' },
  passport: { sources: ['iinOrder', 'iinRules'], checkedOn, sure: 'A' },
  translation: { sources: ['iinOrder', 'iinRules'], checkedOn, sure: 'A' },
  inPerson: { sources: ['iinRules', 'iinPerson'], checkedOn, sure: 'A' },
  free: { sources: ['iinGuide'], checkedOn, sure: 'A' },
  hours: { sources: ['officeHours', 'officeHoursJanuary'], checkedOn, sure: 'A' },
  appointment: { sources: ['iinAppointment'], checkedOn, sure: 'B' },
  digits: { sources: ['iinDigits', 'iinDigitsPhp'], checkedOn, sure: 'A' },
  innerPassport: { sources: ['iinRules'], checkedOn, sure: 'C' },
} as const satisfies Record<string, Statement>

export type IinStatement = keyof typeof IIN_STATEMENTS

/** What to take along and what to expect, in the order in which it is needed. */
export const IIN_BRING = ['passport', 'translation', 'inPerson', 'free'] as const
