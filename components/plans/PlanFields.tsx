import { placeOptions } from '@/components/rides/RideFilters'
import { FieldControl } from '@/components/ui/FieldControl'
import { FieldPair } from '@/components/ui/FieldPair'
import { TickRow } from '@/components/ui/TickRow'
import type { PlaceKind } from '@/lib/generated/prisma/enums'
import type { Here } from '@/lib/i18n/moments'
import { CITY_SLUGS, cityName } from '@/lib/places/cities'
import { cityDay } from '@/lib/places/city-time'
import type { PlaceFacts } from '@/lib/places/queries'
import type { AskedPlan, PlanField } from '@/lib/plans/schema'

/** Most people come over the border, so crossings stand first. */
const ORDER: PlaceKind[] = ['crossing', 'station', 'bus_station', 'airport', 'city']

/** The fields of a plan with what was typed, each with what is to be fixed. */
export function PlanFields({
  here,
  places,
  asked,
  errors,
}: {
  here: Here
  places: PlaceFacts[]
  asked: AskedPlan
  errors: Partial<Record<PlanField, string>>
}) {
  const { t, locale } = here
  const choose = { value: '', label: t('form.choose') }
  const sorted = ORDER.flatMap((kind) => places.filter((place) => place.kind === kind))
  const field = (name: PlanField) => ({
    id: name,
    name,
    defaultValue: asked[name] ?? '',
    error: errors[name],
  })
  return (
    <>
      <FieldControl
        {...field('from')}
        type="select"
        label={t('plan.from')}
        hint={t('plan.fromHint')}
        options={[choose, ...placeOptions(here, sorted)]}
      />
      <FieldControl
        {...field('city')}
        type="select"
        label={t('plan.city')}
        options={[
          choose,
          ...CITY_SLUGS.map((value) => ({ value, label: cityName(value, locale) })),
        ]}
      />
      <FieldPair>
        <FieldControl
          {...field('date')}
          type="date"
          label={t('plan.date')}
          min={cityDay(here.now, here.zone)}
        />
        <FieldControl
          {...field('time')}
          type="time"
          label={t('plan.time')}
          hint={t('plan.timeHint')}
        />
      </FieldPair>
      <FieldPair>
        <FieldControl {...field('adults')} type="number" label={t('plan.adults')} />
        <FieldControl {...field('children')} type="number" label={t('plan.children')} />
      </FieldPair>
      <FieldPair>
        <FieldControl {...field('pets')} type="number" label={t('plan.pets')} />
        <FieldControl {...field('nights')} type="number" label={t('plan.nights')} />
      </FieldPair>
      <fieldset className="field">
        <legend>{t('plan.needs')}</legend>
        {(['ride', 'bed'] as const).map((need) => (
          <TickRow
            key={need}
            id={need}
            name={need}
            value="1"
            label={t(`plan.need.${need}`)}
            defaultChecked={asked[need] === '1'}
          />
        ))}
      </fieldset>
    </>
  )
}
