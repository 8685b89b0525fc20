import { ListFilters, PeopleFilter } from '@/components/listings/ListFilters'
import { SortField } from '@/components/search/SortField'
import { Chip } from '@/components/ui/Chips'
import { Choices } from '@/components/ui/Choices'
import { FieldControl } from '@/components/ui/FieldControl'
import { FieldPair } from '@/components/ui/FieldPair'
import { HOUSING_KINDS } from '@/lib/housing/schema'
import type { Here } from '@/lib/i18n/moments'
import { queryString } from '@/lib/i18n/page'
import { addDays, cityDay } from '@/lib/places/city-time'
import type { HousingFilter } from '@/lib/search/homes'

/** One row of chips above the homes: the whole form, free of charge. */
export function HousingFilters({
  here,
  action,
  filter,
}: {
  here: Here
  /** Path of the list, without its query. */
  action: string
  filter: HousingFilter
}) {
  const { t } = here
  const today = cityDay(here.now, here.zone)
  const { city: _, words: __, party: ___, cursor: ____, ...asked } = filter
  const { free, people, from, to, kind } = asked
  return (
    <ListFilters
      here={here}
      action={action}
      asked={asked}
      chips={
        <>
          {' '}
          <Chip
            current={free === '1'}
            href={`${action}${queryString({ ...asked, free: free ? null : '1' })}`}
          >
            {t('housing.filter.freeChip')}
          </Chip>
        </>
      }
    >
      <PeopleFilter here={here} people={people} />
      <FieldPair>
        <FieldControl
          id="from"
          name="from"
          type="date"
          label={t('housing.filter.from')}
          min={today}
          defaultValue={from}
        />
        <FieldControl
          id="to"
          name="to"
          type="date"
          label={t('housing.filter.to')}
          min={addDays(today, 1)}
          defaultValue={to}
        />
      </FieldPair>
      <FieldControl
        id="kind"
        name="kind"
        type="select"
        label={t('housing.filter.kind')}
        options={[
          { value: '', label: t('housing.filter.anyKind') },
          ...HOUSING_KINDS.map((value) => ({ value, label: t(`housing.kind.${value}`) })),
        ]}
        defaultValue={kind}
      />
      <Choices
        id="free"
        name="free"
        kind="checkbox"
        label={t('housing.filter.price')}
        choices={[{ value: '1', label: t('housing.filter.freeOnly') }]}
        defaultValue={free ? [free] : []}
      />
      <SortField here={here} kind="housing" sorts={['free', 'newest']} sort={asked.sort} />
    </ListFilters>
  )
}
