import {
  BodyField,
  cityOptions,
  districtOptions,
  LanguagesField,
} from '@/components/listings/CommonFields'
import { ListingForm } from '@/components/listings/ListingForm'
import { ChoiceField } from '@/components/ui/ChoiceField'
import { Field } from '@/components/ui/Field'
import { FieldPair } from '@/components/ui/FieldPair'
import type { FormAction } from '@/lib/action'
import { HOUSING_KINDS, type HousingInput, SUITS } from '@/lib/housing/schema'
import type { Here } from '@/lib/i18n/moments'
import { cityDay } from '@/lib/places/city-time'

interface Props {
  here: Here
  action: FormAction
  /** The home that is changed or posted again. */
  values?: Partial<HousingInput>
  hidden: Record<string, string>
}

/** The form of a housing offer: what everyone sees first, then the address. */
export function HousingForm({ here, action, values, hidden }: Props) {
  const { t } = here
  return (
    <ListingForm
      here={here}
      action={action}
      hidden={{ ...hidden, kind: 'housing' }}
      open={
        <>
          <WhereFields here={here} values={values} />
          <NightFields here={here} values={values} />
          <ChoiceField
            name="suits"
            kind="checkbox"
            label={t('housing.form.suits')}
            hint={t('housing.form.suitsHint')}
            choices={SUITS.map((value) => ({ value, label: t(`housing.form.suit.${value}`) }))}
            defaultValue={values?.suits}
          />
          <ChoiceField
            name="confirmsRegistration"
            kind="checkbox"
            label={t('housing.form.registration')}
            hint={t('housing.form.registrationHint')}
            choices={[{ value: 'on', label: t('housing.form.confirms') }]}
            defaultValue={values?.confirmsRegistration ? ['on'] : []}
          />
          <LanguagesField here={here} values={values?.languages} />
          <Field
            name="houseRules"
            type="textarea"
            rows={3}
            label={t('housing.rules')}
            optional={t('form.optional')}
            defaultValue={values?.houseRules}
          />
          <BodyField here={here} value={values?.body} />
        </>
      }
      closed={
        <Field
          name="address"
          label={t('housing.form.address')}
          hint={t('housing.form.addressHint')}
          defaultValue={values?.address}
        />
      }
    />
  )
}

function WhereFields({ here, values }: Pick<Props, 'here' | 'values'>) {
  const { t } = here
  const choose = { value: '', label: t('form.choose') }
  return (
    <>
      <FieldPair>
        <Field
          name="city"
          type="select"
          label={t('housing.form.city')}
          options={cityOptions(here)}
          defaultValue={values?.city}
        />
        <Field
          name="housingKind"
          type="select"
          label={t('housing.form.kind')}
          options={[
            choose,
            ...HOUSING_KINDS.map((value) => ({ value, label: t(`housing.kind.${value}`) })),
          ]}
          defaultValue={values?.housingKind}
        />
      </FieldPair>
      <Field
        name="district"
        type="select"
        label={t('housing.form.district')}
        hint={t('housing.form.districtHint')}
        optional={t('form.optional')}
        options={[{ value: '', label: t('housing.form.noDistrict') }, ...districtOptions(here)]}
        defaultValue={values?.district ?? ''}
      />
      <Field
        name="title"
        label={t('housing.form.title')}
        hint={t('housing.form.titleHint')}
        defaultValue={values?.title}
      />
    </>
  )
}

function NightFields({ here, values }: Pick<Props, 'here' | 'values'>) {
  const { t } = here
  const today = cityDay(here.now, here.zone)
  return (
    <>
      <FieldPair>
        <Field
          name="firstNight"
          type="date"
          label={t('housing.form.firstNight')}
          min={today}
          defaultValue={values?.firstNight ?? today}
        />
        <Field
          name="lastNight"
          type="date"
          label={t('housing.form.lastNight')}
          min={today}
          defaultValue={values?.lastNight}
        />
      </FieldPair>
      <p className="hint">{t('housing.form.nightsHint')}</p>
      <FieldPair>
        <Field
          name="minNights"
          type="number"
          label={t('housing.form.minNights')}
          defaultValue={String(values?.minNights ?? 1)}
        />
        <Field
          name="maxNights"
          type="number"
          label={t('housing.form.maxNights')}
          defaultValue={String(values?.maxNights ?? 7)}
        />
      </FieldPair>
      <FieldPair>
        <Field
          name="beds"
          type="number"
          label={t('housing.form.beds')}
          defaultValue={values?.beds === undefined ? '' : String(values.beds)}
        />
        <Field
          name="price"
          type="number"
          label={t('housing.form.price')}
          hint={t('housing.form.priceHint')}
          defaultValue={String(values?.price ?? 0)}
        />
      </FieldPair>
    </>
  )
}
