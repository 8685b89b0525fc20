import { ListFilters, PeopleFilter } from '@/components/listings/ListFilters'
import { SortField } from '@/components/search/SortField'
import { Chip } from '@/components/ui/Chips'
import { FieldControl } from '@/components/ui/FieldControl'
import { FieldPair } from '@/components/ui/FieldPair'
import type { Here } from '@/lib/i18n/moments'
import { queryString } from '@/lib/i18n/page'
import { addDays, cityDay } from '@/lib/places/city-time'
import type { PlaceChoice } from '@/lib/places/queries'
import type { RideAsk } from '@/lib/search/rides'

/** One row of chips above the rides: the whole form, today, tomorrow. */
export function RideFilters({
  here,
  action,
  filter,
  places,
}: {
  here: Here
  /** Path of the list, without its query. */
  action: string
  filter: RideAsk
  places: PlaceChoice[]
}) {
  const { t } = here
  const today = cityDay(here.now, here.zone)
  const { city: _, words: __, cursor: ___, ...asked } = filter
  const { from, to, date, people } = asked
  const options = [{ value: '', label: t('rides.filter.anywhere') }, ...placeOptions(here, places)]
  return (
    <ListFilters
      here={here}
      action={action}
      asked={asked}
      chips={
        <>
          {' '}
          {[today, addDays(today, 1)].map((day, index) => (
            <Chip
              key={day}
              current={date === day}
              href={`${action}${queryString({ ...asked, date: date === day ? null : day })}`}
            >
              {t(index === 0 ? 'rides.filter.today' : 'rides.filter.tomorrow')}
            </Chip>
          ))}
        </>
      }
    >
      <FieldControl
        id="from"
        name="from"
        type="select"
        label={t('rides.filter.from')}
        options={options}
        defaultValue={from}
      />
      <FieldControl
        id="to"
        name="to"
        type="select"
        label={t('rides.filter.to')}
        options={options}
        defaultValue={to}
      />
      <FieldPair>
        <FieldControl
          id="date"
          name="date"
          type="date"
          label={t('rides.filter.date')}
          min={today}
          defaultValue={date}
        />
        <PeopleFilter here={here} people={people} />
      </FieldPair>
      <SortField
        here={here}
        kind="ride"
        sorts={['free', 'newest']}
        sort={asked.sort}
        near={asked.near ?? null}
      />
    </ListFilters>
  )
}

/** Places for a select: crossings with the Russian post that people know them by. */
export function placeOptions(here: Here, places: PlaceChoice[]) {
  return places.map(({ id, kind, text, otherSide }) => ({
    value: id,
    group: here.t(`place.kind.${kind}`),
    label: otherSide ? here.t('place.crossingLabel', { name: text, otherSide }) : text,
  }))
}
