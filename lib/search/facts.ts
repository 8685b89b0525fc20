import type { CentreService, ListingKind } from '@/lib/generated/prisma/enums'
import type { Locale } from '@/lib/i18n/locales'
import type { CitySlug } from '@/lib/places/cities'
import type { Meaning } from '@/lib/search/synonyms'

/** A listing as the search reads it: all that is public, and nothing else. */
export interface Described {
  kind: ListingKind
  city: CitySlug
  otherCity: CitySlug | null
  district: string | null
  language: Locale
  /** What people wrote. */
  texts: string[]
  /** Names of places with their language. */
  names: { text: string; language: Locale }[]
  /** What it is, whatever the text says. */
  is: Meaning[]
  /** What it is not, whatever the text says: «без животных» is not about pets. */
  isNot: Meaning[]
  /** Cities where a ride starts and ends. */
  from: CitySlug[]
  to: CitySlug[]
}

const KINDS: Meaning[] = ['ride', 'housing', 'centre']
const HOMES: Meaning[] = ['flat', 'room', 'bed', 'shelter', 'premises']
const SERVICES: Meaning[] = ['iin', 'address', 'signature', 'sim', 'translation', 'forms']
const OFFICES: Meaning[] = ['serviceCentre', 'migration']
const WHOM: Meaning[] = ['children', 'pets', 'free']
const ENDS: Meaning[] = ['border', 'station', 'busStation', 'airport']
const LOADS: Meaning[] = ['luggage', 'largeLuggage', 'childSeat']

/** What the columns of a kind decide alone. */
export const DECIDED: Record<ListingKind, readonly Meaning[]> = {
  ride: [...KINDS, ...HOMES, ...SERVICES, ...OFFICES, ...WHOM, ...ENDS, ...LOADS, 'registration'],
  housing: [
    ...KINDS,
    ...HOMES,
    ...SERVICES,
    ...OFFICES,
    ...WHOM,
    'family',
    'stepFree',
    'registration',
  ],
  centre: [...KINDS, ...HOMES, ...SERVICES, ...OFFICES, 'registration'],
}

/** What each service of a centre is called in the lexicon. */
export const SERVICE_MEANINGS: Record<CentreService, Meaning> = {
  iin: 'iin',
  address_registration: 'address',
  digital_signature: 'signature',
  sim_check: 'sim',
  translation: 'translation',
  form_filling: 'forms',
}
