import type {
  AppointmentRule,
  CentreService,
  City,
  HousingKind,
  Locale,
  Luggage,
} from '@/lib/generated/prisma/enums'
import type { Reason } from '@/lib/moderation/schema'
import type { CastName, VerifiedName } from './people'

/** What there is in one city. Nobody and nothing here is real; times count from the moment of seeding. */
export type CitySamples = {
  city: City
  rides: SampleRide[]
  housing: SampleHousing[]
  centres: SampleCentre[]
}

/** How far a sample has come, in hours before the seeding. */
export type SampleState =
  | { status: 'published'; owner: VerifiedName; confirmedHoursAgo: number }
  | { status: 'pending' | 'withdrawn'; owner: CastName; sentHoursAgo: number }
  | {
      status: 'changes_requested' | 'rejected' | 'taken_down'
      owner: CastName
      sentHoursAgo: number
      decision: { reason: Reason; note: string }
    }

export type SampleListing = {
  state: SampleState
  language: Locale
  body: string
  languages: Locale[]
}

export type SampleRide = SampleListing & {
  from: string
  to: string
  /** Where it starts, when that is another city of ours; it belongs to the one it goes to. */
  otherCity?: City
  /** The hour of departure, counted from the present one. */
  inHours: number
  seats: number
  taken?: number
  priceTenge: number
  luggage: Luggage
  childSeats?: number
  pets?: true
  womenOnRequest?: true
}

export type SampleHousing = SampleListing & {
  title: string
  kind: HousingKind
  district?: string
  /** First night, in days from today; then how many nights are on offer. */
  inDays: number
  nights: number
  minNights?: number
  maxNights: number
  beds: number
  /** Beds taken in the first so many nights, or in all of them. */
  taken?: { beds: number; nights?: number }
  /** The host said that there is no room, whatever the count. */
  full?: true
  priceTenge: number
  suits: (
    | 'families'
    | 'children'
    | 'womenOnly'
    | 'menOnly'
    | 'pets'
    | 'smokers'
    | 'stepFree'
    | 'womenOnRequest'
    | 'confirmsRegistration'
  )[]
  houseRules?: string
}

/** Samples are help points only: a sample of an office would look like a fact about it. */
export type SampleCentre = SampleListing & {
  title: string
  district?: string
  appointment: AppointmentRule
  services: CentreService[]
  documents: string
  /** Opening on weekdays 1 Monday … 7 Sunday. */
  hours: { weekdays: number[]; opens: string; closes: string }[]
  /** Days that differ, in days from today; closed without clock times. */
  exceptions?: { inDays: number; opens?: string; closes?: string }[]
  stepFree?: boolean
  opensOnHolidays?: true
}

export function published(owner: VerifiedName, confirmedHoursAgo: number): SampleState {
  return { status: 'published', owner, confirmedHoursAgo }
}

export function pending(owner: CastName, sentHoursAgo: number): SampleState {
  return { status: 'pending', owner, sentHoursAgo }
}
