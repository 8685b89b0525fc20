import type { z } from 'zod'
import type { Actor } from '@/lib/auth/viewer'
import { centreKind } from '@/lib/centres/commands'
import type { Connection } from '@/lib/db'
import type { ListingKind } from '@/lib/generated/prisma/enums'
import { housingKind } from '@/lib/housing/commands'
import type { CitySlug } from '@/lib/places/cities'
import { rideKind } from '@/lib/rides/commands'

/** Columns of `listing` that follow from a kind's form. */
export interface SharedColumns {
  city: CitySlug
  otherCity: CitySlug | null
  title: string
  body: string
  expiresAt: Date | null
  sortAt: Date
  priceTenge: number | null
}

/** Places of one night, or of a ride (`night: null`). */
export interface Places {
  night: string | null
  total: number
}

/** A form of any kind, as its schema left it. */
export type AnyInput = Record<string, unknown>

/** What a kind adds to the shared listing. A new kind is one folder, one table and one line below. */
export interface KindModule<Input extends object = AnyInput> {
  /** The form, checked against the moment it is sent. */
  schema(now: Date): z.ZodType<Input>
  /** Throws InvalidInput where only the database knows (an unknown place, say). */
  columns(tx: Connection, input: Input, now: Date, actor: Actor): Promise<SharedColumns>
  places(input: Input): Places[]
  /** Writes the kind's own row, new or changed, sealing what is private. */
  write(tx: Connection, listingId: string, input: Input): Promise<void>
  /** The form as it stands in the database, private part included: only for the owner. */
  read(tx: Connection, listingId: string): Promise<Input>
  /** Seals nothing in the place of what was private; the rest stays. */
  erasePrivate(tx: Connection, listingId: string): Promise<void>
  /** Blanks what its author wrote into the kind's own row; null when there are no words in it. */
  eraseWords: ((tx: Connection, listingId: string) => Promise<void>) | null
  /** Whether its author words the title; a ride's is made of its places. */
  hasOwnTitle: boolean
  /** Names of the fields that are sealed in a revision too. */
  privateFields: readonly (keyof Input & string)[]
  /** Names of the fields that apply at once and need no review. */
  instantFields: readonly (keyof Input & string)[]
  /** Whether authors must have read their legal duties first. */
  hasDuties: boolean
}

/** The registry of kinds. */
export const KINDS: Record<ListingKind, KindModule> = {
  centre: anyForm(centreKind),
  housing: anyForm(housingKind),
  ride: anyForm(rideKind),
}

// A kind only ever gets what its own schema or `read` returned, so its input type may be forgotten.
function anyForm<Input extends object>(kind: KindModule<Input>): KindModule {
  return kind as unknown as KindModule
}

/** The segment of an address under which a kind lives. */
export const KIND_PATHS = { centre: 'centres', housing: 'housing', ride: 'rides' } as const

/** The kind of such a segment, or null. */
export function kindOfPath(segment: string): ListingKind | null {
  const found = Object.entries(KIND_PATHS).find(([, path]) => path === segment)
  return found ? (found[0] as ListingKind) : null
}
