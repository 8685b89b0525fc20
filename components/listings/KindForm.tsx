import { CentreForm } from '@/components/centres/CentreForm'
import { HousingForm } from '@/components/housing/HousingForm'
import { RideForm } from '@/components/rides/RideForm'
import type { FormAction } from '@/lib/action'
import type { Actor } from '@/lib/auth/viewer'
import type { CentreInput } from '@/lib/centres/schema'
import type { ListingKind } from '@/lib/generated/prisma/enums'
import type { HousingInput } from '@/lib/housing/schema'
import type { Here } from '@/lib/i18n/moments'
import type { AnyInput } from '@/lib/listings/kinds'
import { listPlaces } from '@/lib/places/queries'
import type { RideInput } from '@/lib/rides/schema'

/** The form of a kind, empty or filled in. One line per kind. */
export async function KindForm({
  kind,
  values,
  ...form
}: {
  kind: ListingKind
  here: Here
  actor: Actor
  action: FormAction
  values?: AnyInput
  hidden: Record<string, string>
}) {
  switch (kind) {
    case 'ride': {
      const places = await listPlaces(form.here.locale)
      return <RideForm {...form} places={places} values={values as Partial<RideInput>} />
    }
    case 'housing':
      return <HousingForm {...form} values={values as Partial<HousingInput>} />
    case 'centre':
      return <CentreForm {...form} values={values as Partial<CentreInput>} />
  }
}
