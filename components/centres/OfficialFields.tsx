import { ChoiceField } from '@/components/ui/ChoiceField'
import { Field } from '@/components/ui/Field'
import type { CentreInput } from '@/lib/centres/schema'
import type { Here } from '@/lib/i18n/moments'
import { cityDay } from '@/lib/places/city-time'

/** What only staff may say of a centre: a public address or phone, and where that was read. */
export function OfficialFields({ here, values }: { here: Here; values?: Partial<CentreInput> }) {
  const { t } = here
  const today = cityDay(here.now, here.zone)
  return (
    <>
      <Field
        name="publicAddress"
        label={t('centres.form.publicAddress')}
        hint={t('centres.form.publicAddressHint')}
        optional={t('form.optional')}
        autoComplete="off"
        defaultValue={values?.publicAddress}
      />
      <Field
        name="point"
        label={t('registry.form.point')}
        hint={t('registry.form.pointHint')}
        optional={t('form.optional')}
        autoComplete="off"
        defaultValue={values?.point ? `${values.point.latitude}, ${values.point.longitude}` : ''}
      />
      <ChoiceField
        name="publicBuilding"
        kind="checkbox"
        label={t('centres.form.publicBuilding')}
        choices={[{ value: 'on', label: t('centres.form.publicBuildingTick') }]}
        defaultValue={values?.publicBuilding ? ['on'] : []}
      />
      <h2>{t('centres.form.official')}</h2>
      <p className="hint">{t('centres.form.officialHint')}</p>
      <Field
        name="sourceUrl"
        label={t('centres.term.source')}
        hint={t('centres.form.sourceHint')}
        defaultValue={values?.sourceUrl ?? ''}
      />
      <Field
        name="checkedOn"
        type="date"
        label={t('centres.form.checkedOn')}
        max={today}
        defaultValue={values?.checkedOn ?? ''}
      />
      <Field
        name="publicPhone"
        type="tel"
        label={t('centres.term.phone')}
        hint={t('centres.form.phoneHint')}
        optional={t('form.optional')}
        autoComplete="off"
        defaultValue={values?.publicPhone ?? ''}
      />
    </>
  )
}
