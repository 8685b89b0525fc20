import { describeCentre } from '@/components/centres/describe'
import { describeHousing } from '@/components/housing/describe'
import { describeRide } from '@/components/rides/describe'
import type { CentreInput } from '@/lib/centres/schema'
import type { ListingKind } from '@/lib/generated/prisma/enums'
import type { HousingInput } from '@/lib/housing/schema'
import type { Here } from '@/lib/i18n/moments'
import type { AnyInput } from '@/lib/listings/kinds'
import type { RideInput } from '@/lib/rides/schema'

/** One field of a form as a person reads it. */
export interface FormLine {
  label: string
  value: string
}

/** What a form of a kind says, line by line, without what is sealed. One line per kind. */
export async function describeKind(
  here: Here,
  kind: ListingKind,
  input: AnyInput,
): Promise<FormLine[]> {
  switch (kind) {
    case 'ride':
      return describeRide(here, input as RideInput)
    case 'housing':
      return describeHousing(here, input as HousingInput)
    case 'centre':
      return describeCentre(here, input as CentreInput)
  }
}
