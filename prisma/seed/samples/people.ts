import type { Locale, Role, VerificationMethod } from '@/lib/generated/prisma/enums'
import type { SuspensionReason } from '@/lib/moderation/schema'

/** A sample person to sign in as. */
export type SamplePerson = { email: string; name: string; role: Role }

type CastMember = SamplePerson & {
  locale: Locale
  verifiedHow?: VerificationMethod
  suspensionReason?: SuspensionReason
  suspensionNote?: string
}

/** One of each: every role, unverified and suspended. Tests use the same cast. */
export const CAST = {
  marta: {
    email: 'marta@example.org',
    name: 'Марта',
    role: 'volunteer',
    locale: 'ru',
    verifiedHow: 'organisation',
  },
  timur: { email: 'timur@example.org', name: 'Тимур', role: 'volunteer', locale: 'ru' },
  aigul: {
    email: 'aigul@example.org',
    name: 'Айгуль',
    role: 'volunteer',
    locale: 'kk',
    verifiedHow: 'met_in_person',
  },
  anna: {
    email: 'anna@example.org',
    name: 'Анна',
    role: 'trusted',
    locale: 'en',
    verifiedHow: 'document_seen',
  },
  oleg: {
    email: 'oleg@example.org',
    name: 'Олег',
    role: 'volunteer',
    locale: 'ru',
    verifiedHow: 'met_in_person',
    suspensionReason: 'asked_for_money',
    suspensionNote: 'Просил предоплату до просмотра.',
  },
  samal: {
    email: 'samal@example.org',
    name: 'Самал',
    role: 'moderator',
    locale: 'ru',
    verifiedHow: 'organisation',
  },
  erzhan: {
    email: 'erzhan@example.org',
    name: 'Ержан',
    role: 'moderator',
    locale: 'kk',
    verifiedHow: 'organisation',
  },
  dana: { email: 'dana@example.org', name: 'Дана', role: 'admin', locale: 'ru' },
} as const satisfies Record<string, CastMember>

export type CastName = keyof typeof CAST

/** The cast as the start command prints it. */
export const SAMPLE_PEOPLE: SamplePerson[] = Object.values(CAST).map(({ email, name, role }) => ({
  email,
  name,
  role,
}))

/** Who may stand behind a published listing. */
export type VerifiedName = Exclude<CastName, 'timur' | 'dana'>
