import { ChoiceField } from '@/components/ui/ChoiceField'
import { Field } from '@/components/ui/Field'
import { LOCALES, type Locale } from '@/lib/i18n/locales'
import type { Here } from '@/lib/i18n/moments'
import { CITIES, CITY_SLUGS, cityName } from '@/lib/places/cities'

/** Which languages the author speaks; the page's own is ticked at first. */
export function LanguagesField({ here, values }: { here: Here; values: Locale[] | undefined }) {
  const { t, locale } = here
  return (
    <ChoiceField
      name="languages"
      kind="checkbox"
      label={t('form.languages')}
      choices={LOCALES.map((value) => ({ value, label: t(`language.${value}`) }))}
      defaultValue={values ?? [locale]}
    />
  )
}

/** The author's own words, for everyone. */
export function BodyField({ here, value }: { here: Here; value: string | undefined }) {
  const { t } = here
  return (
    <Field
      name="body"
      type="textarea"
      label={t('form.body')}
      hint={t('form.bodyHint')}
      optional={t('form.optional')}
      defaultValue={value}
    />
  )
}

/** The four cities for a select. */
export function cityOptions({ t, locale }: Here) {
  const cities = CITY_SLUGS.map((value) => ({ value, label: cityName(value, locale) }))
  return [{ value: '', label: t('form.choose') }, ...cities]
}

/** The districts that are known, under their cities, for a select. */
export function districtOptions({ locale }: Here) {
  return CITY_SLUGS.flatMap((city) =>
    CITIES[city].districts.map(({ slug, names }) => ({
      value: slug,
      group: cityName(city, locale),
      label: names[locale],
    })),
  )
}
