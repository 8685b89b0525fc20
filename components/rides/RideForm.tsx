import { BodyField, LanguagesField } from '@/components/listings/CommonFields'
import { ListingForm } from '@/components/listings/ListingForm'
import { placeOptions } from '@/components/rides/RideFilters'
import { ChoiceField } from '@/components/ui/ChoiceField'
import { Field } from '@/components/ui/Field'
import { FieldPair } from '@/components/ui/FieldPair'
import type { FormAction } from '@/lib/action'
import type { Here } from '@/lib/i18n/moments'
import { cityDay } from '@/lib/places/city-time'
import type { PlaceChoice } from '@/lib/places/queries'
import { LUGGAGE, type RideInput } from '@/lib/rides/schema'

/** The form of a ride: what everyone sees first, then what only accepted people see. */
export function RideForm({
  here,
  action,
  places,
  values,
  hidden,
}: {
  here: Here
  action: FormAction
  places: PlaceChoice[]
  /** The ride that is changed or posted again. */
  values?: Partial<RideInput>
  hidden: Record<string, string>
}) {
  const { t } = here
  const today = cityDay(here.now, here.zone)
  const options = [{ value: '', label: t('form.choose') }, ...placeOptions(here, places)]
  const text = (value: string | number | undefined) => (value === undefined ? '' : String(value))
  return (
    <ListingForm
      here={here}
      action={action}
      hidden={{ ...hidden, kind: 'ride' }}
      open={
        <>
          <Field
            name="from"
            type="select"
            label={t('rides.form.from')}
            hint={t('rides.form.fromHint')}
            options={options}
            defaultValue={values?.from}
          />
          <Field
            name="to"
            type="select"
            label={t('rides.form.to')}
            options={options}
            defaultValue={values?.to}
          />
          <FieldPair>
            <Field
              name="day"
              type="date"
              label={t('rides.form.day')}
              min={today}
              defaultValue={values?.day ?? today}
            />
            <Field
              name="time"
              type="time"
              label={t('rides.form.time')}
              defaultValue={values?.time}
            />
          </FieldPair>
          <p className="hint">{t('rides.form.timeHint')}</p>
          <FieldPair>
            <Field
              name="seats"
              type="number"
              label={t('rides.form.seats')}
              defaultValue={text(values?.seats ?? 3)}
            />
            <Field
              name="price"
              type="number"
              label={t('rides.form.price')}
              hint={t('rides.form.priceHint')}
              defaultValue={text(values?.price ?? 0)}
            />
          </FieldPair>
          <Field
            name="luggage"
            type="select"
            label={t('rides.form.luggage')}
            options={LUGGAGE.map((value) => ({ value, label: t(`rides.luggage.${value}`) }))}
            defaultValue={values?.luggage ?? 'suitcase'}
          />
          <Field
            name="childSeats"
            type="number"
            label={t('rides.form.childSeats')}
            defaultValue={text(values?.childSeats ?? 0)}
          />
          <ChoiceField
            name="pets"
            kind="checkbox"
            label={t('rides.petsTerm')}
            choices={[{ value: 'on', label: t('rides.form.pets') }]}
            defaultValue={values?.pets ? ['on'] : []}
          />
          <ChoiceField
            name="womenOnRequest"
            kind="checkbox"
            label={t('listing.womenTerm')}
            choices={[{ value: 'on', label: t('rides.form.womenOnRequest') }]}
            defaultValue={values?.womenOnRequest ? ['on'] : []}
          />
          <LanguagesField here={here} values={values?.languages} />
          <BodyField here={here} value={values?.body} />
        </>
      }
      closed={
        <>
          <Field
            name="point"
            label={t('rides.form.point')}
            hint={t('rides.form.pointHint')}
            defaultValue={values?.point}
          />
          <FieldPair>
            <Field
              name="car"
              label={t('rides.form.car')}
              hint={t('rides.form.carHint')}
              defaultValue={values?.car}
            />
            <Field name="plate" label={t('rides.form.plate')} defaultValue={values?.plate} />
          </FieldPair>
        </>
      }
    />
  )
}
