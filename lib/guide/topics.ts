import { IIN_STATEMENTS } from '@/lib/guide/iin'
import { REGISTRATION_STATEMENTS } from '@/lib/guide/registration'
import type { Statement } from '@/lib/guide/statements'

/** One step of the guide. Words stand in the messages: `guide.<topic>.title`, `.lead` and each name. */
export interface Topic {
  statements: Readonly<Record<string, Statement>>
  /** What nobody could find out, and whom to ask. */
  unknown: readonly string[]
  /** Our own advice: no law, no source. */
  advice: readonly string[]
  /** Where on this site the step is taken. */
  leadsTo?: 'centres' | 'housing' | 'crossings'
}

const checkedOn = '2026-11-22'
const RESIDENCE: Statement = { sources: ['residenceService', 'residence'], checkedOn, sure: 'A' }
const NINETY_DAYS: Statement = {
  sources: ['ninetyDays', 'ninetyDaysPolice'],
  checkedOn,
  sure: 'A',
}

/** The first steps in the order in which they are taken. */
export const TOPICS = {
  iin: {
    statements: IIN_STATEMENTS,
    unknown: [],
    advice: [],
    leadsTo: 'centres',
  },
  address: {
    statements: REGISTRATION_STATEMENTS,
    unknown: ['system'],
    advice: ['askHost'],
    leadsTo: 'housing',
  },
  sim: {
    statements: {
      iin: { sources: ['iinGuide'], checkedOn, sure: 'A' },
      biometric: { sources: ['sim', 'simKyrgyz'], checkedOn, sure: 'A' },
      imei: { sources: ['imei', 'imeiMinistry'], checkedOn, sure: 'A' },
    },
    unknown: ['operator', 'imeiWhere'],
    advice: [],
  },
  bank: {
    statements: {
      iin: { sources: ['iinGuide'], checkedOn, sure: 'A' },
      card: { sources: ['cardsBanks', 'cards'], checkedOn, sure: 'A' },
    },
    unknown: ['which'],
    advice: ['codes'],
  },
  work: {
    statements: {
      iin: { sources: ['iinGuide'], checkedOn, sure: 'A' },
      residence: RESIDENCE,
    },
    unknown: ['permit'],
    advice: ['contract'],
  },
  children: {
    statements: {
      passport: { sources: ['childPassport', 'childPassportPolice'], checkedOn, sure: 'A' },
      residence: RESIDENCE,
    },
    unknown: ['school', 'iin'],
    advice: [],
  },
  doctor: {
    statements: {
      ambulance: { sources: ['emergency'], checkedOn, sure: 'A' },
      residence: RESIDENCE,
    },
    unknown: ['clinic'],
    advice: ['medicine'],
  },
  stay: {
    statements: { ninety: NINETY_DAYS, again: NINETY_DAYS, residence: RESIDENCE },
    unknown: ['papers', 'late'],
    advice: ['count'],
  },
  onward: {
    statements: {
      crossings: {
        sources: ['illegalMigration', 'illegalMigrationGuards'],
        checkedOn,
        sure: 'A',
      },
      time: { sources: ['timeZone', 'timeZoneRbc'], checkedOn, sure: 'A' },
      roads: { sources: ['roads', 'roadsCentre'], checkedOn, sure: 'A' },
    },
    unknown: ['entry'],
    advice: ['tell'],
    leadsTo: 'crossings',
  },
  safety: {
    statements: {
      handovers: { sources: ['handovers', 'handoversMeduza', 'bureau'], checkedOn, sure: 'A' },
      before: { sources: ['wantedOnly'], checkedOn, sure: 'B' },
      data: { sources: ['dataExchange', 'dataExchangeBegins'], checkedOn, sure: 'A' },
      consulates: { sources: ['consulates', 'consulatesReport'], checkedOn, sure: 'A' },
      station: { sources: ['petropavlovskStation'], checkedOn, sure: 'B' },
      help: { sources: ['bureauSite', 'unhcr'], checkedOn, sure: 'A' },
      asylum: { sources: ['unhcrAsylum'], checkedOn, sure: 'C' },
    },
    unknown: ['yourCase'],
    advice: ['share', 'contact'],
  },
  fraud: {
    statements: {
      free: IIN_STATEMENTS.free,
      inPerson: IIN_STATEMENTS.inPerson,
      digits: IIN_STATEMENTS.digits,
      police: { sources: ['emergency'], checkedOn, sure: 'A' },
    },
    unknown: [],
    advice: ['prepay', 'hurry', 'ride', 'papers', 'codes'],
  },
  guest: {
    statements: {
      enter: REGISTRATION_STATEMENTS.host,
      duty: REGISTRATION_STATEMENTS.hostDuty,
      leave: REGISTRATION_STATEMENTS.moved,
    },
    unknown: [],
    advice: ['rules', 'costs', 'plans', 'thanks'],
    leadsTo: 'housing',
  },
} as const satisfies Record<string, Topic>

export type TopicName = keyof typeof TOPICS

export const TOPIC_NAMES = Object.keys(TOPICS) as TopicName[]

export function isTopic(value: unknown): value is TopicName {
  return TOPIC_NAMES.some((name) => name === value)
}

/** The step after this one, null after the last. */
export function topicAfter(name: TopicName): TopicName | null {
  return TOPIC_NAMES[TOPIC_NAMES.indexOf(name) + 1] ?? null
}
