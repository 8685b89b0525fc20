import type { FormLine } from '@/components/listings/describe'
import { dayName, type Here } from '@/lib/i18n/moments'
import { tenge } from '@/lib/i18n/typeset'
import { listPlaces } from '@/lib/places/queries'
import type { RideInput } from '@/lib/rides/schema'

/** What a ride's form says, line by line, without what is sealed. */
export async function describeRide(here: Here, ride: RideInput): Promise<FormLine[]> {
  const { t, locale } = here
  const places = await listPlaces(locale)
  const place = (id: string) => places.find((known) => known.id === id)?.text ?? ''
  return [
    { label: t('rides.form.from'), value: place(ride.from) },
    { label: t('rides.form.to'), value: place(ride.to) },
    { label: t('rides.form.day'), value: dayName(here, ride.day) },
    { label: t('rides.form.price'), value: tenge(ride.price) },
    { label: t('rides.form.luggage'), value: t(`rides.luggage.${ride.luggage}`) },
    { label: t('rides.form.childSeats'), value: String(ride.childSeats) },
    { label: t('rides.petsTerm'), value: t(ride.pets ? 'rides.petsYes' : 'rides.petsNo') },
    {
      label: t('listing.womenTerm'),
      value: ride.womenOnRequest ? t('rides.form.womenOnRequest') : '',
    },
    {
      label: t('form.languages'),
      value: ride.languages.map((language) => t(`language.${language}`)).join(', '),
    },
    { label: t('form.body'), value: ride.body },
  ]
}
