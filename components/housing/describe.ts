import type { FormLine } from '@/components/listings/describe'
import type { HousingInput } from '@/lib/housing/schema'
import { dateName, type Here } from '@/lib/i18n/moments'
import { tenge } from '@/lib/i18n/typeset'
import { cityName, districtName } from '@/lib/places/cities'

/** What a home's form says, line by line, without the address. */
export function describeHousing(here: Here, home: HousingInput): FormLine[] {
  const { t, locale } = here
  return [
    { label: t('housing.form.city'), value: cityName(home.city, locale) },
    { label: t('housing.form.kind'), value: t(`housing.kind.${home.housingKind}`) },
    {
      label: t('housing.form.district'),
      value: (home.district && districtName(home.city, home.district, locale)) ?? '',
    },
    { label: t('housing.form.title'), value: home.title },
    { label: t('housing.form.firstNight'), value: dateName(locale, home.firstNight, true) },
    { label: t('housing.form.lastNight'), value: dateName(locale, home.lastNight, true) },
    { label: t('housing.form.minNights'), value: String(home.minNights) },
    { label: t('housing.form.maxNights'), value: String(home.maxNights) },
    { label: t('housing.form.price'), value: tenge(home.price) },
    {
      label: t('housing.form.suits'),
      value: home.suits.map((suit) => t(`housing.form.suit.${suit}`)).join(', '),
    },
    {
      label: t('housing.form.registration'),
      value: home.confirmsRegistration ? t('housing.form.confirms') : '',
    },
    { label: t('housing.rules'), value: home.houseRules },
    {
      label: t('form.languages'),
      value: home.languages.map((language) => t(`language.${language}`)).join(', '),
    },
    { label: t('form.body'), value: home.body },
  ]
}
