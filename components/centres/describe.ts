import { spansText, weekdayLabel } from '@/components/centres/words'
import type { FormLine } from '@/components/listings/describe'
import { spansOfWeekday } from '@/lib/centres/rules'
import { type CentreInput, WEEKDAYS } from '@/lib/centres/schema'
import { dateName, type Here } from '@/lib/i18n/moments'
import { cityName, districtName } from '@/lib/places/cities'

/** What a centre's form says, line by line, without the address. */
export function describeCentre(here: Here, centre: CentreInput): FormLine[] {
  const { t, locale } = here
  const stepFree = centre.stepFree === null ? 'unknown' : centre.stepFree ? 'yes' : 'no'
  return [
    { label: t('centres.form.kind'), value: t(`centres.kind.${centre.centreKind}`) },
    { label: t('centres.form.title'), value: centre.title },
    { label: t('centres.form.city'), value: cityName(centre.city, locale) },
    {
      label: t('centres.form.district'),
      value: (centre.district && districtName(centre.city, centre.district, locale)) ?? '',
    },
    {
      label: t('centres.filter.service'),
      value: centre.services.map((service) => t(`centres.service.${service}`)).join(', '),
    },
    {
      label: t('centres.form.appointment'),
      value: t(`centres.appointment.${centre.appointment}`),
    },
    ...WEEKDAYS.map((weekday) => ({
      label: weekdayLabel(locale, weekday),
      value: spansText(here, spansOfWeekday(centre.hours, weekday)),
    })),
    {
      label: t('centres.form.holidays'),
      value: t(centre.closedHolidays ? 'centres.closedDay' : 'centres.form.openHolidays'),
    },
    { label: t('centres.bringTitle'), value: centre.documents },
    { label: t('centres.term.fees'), value: centre.fees },
    { label: t('centres.term.entrance'), value: t(`centres.form.stepFree.${stepFree}`) },
    { label: t('centres.form.publicAddress'), value: centre.publicAddress },
    {
      label: t('registry.form.point'),
      value: centre.point ? `${centre.point.latitude}, ${centre.point.longitude}` : '',
    },
    {
      label: t('centres.form.publicBuilding'),
      value: centre.publicBuilding ? t('centres.form.publicBuildingTick') : '',
    },
    { label: t('centres.term.source'), value: centre.sourceUrl ?? '' },
    {
      label: t('centres.form.checkedOn'),
      value: centre.checkedOn ? dateName(locale, centre.checkedOn, true) : '',
    },
    { label: t('centres.term.phone'), value: centre.publicPhone ?? '' },
    {
      label: t('form.languages'),
      value: centre.languages.map((language) => t(`language.${language}`)).join(', '),
    },
    { label: t('form.body'), value: centre.body },
  ]
}
