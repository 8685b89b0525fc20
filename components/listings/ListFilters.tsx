import type { ReactNode } from 'react'
import { Chips, FilterDetails } from '@/components/ui/Chips'
import { FieldControl } from '@/components/ui/FieldControl'
import type { Here } from '@/lib/i18n/moments'

/** One row of chips above a list: first the whole form, then what is worth one tap. */
export function ListFilters({
  here,
  action,
  chips,
  children,
}: {
  here: Here
  /** Path of the list, without its query. */
  action: string
  chips: ReactNode
  /** Fields of the form. */
  children: ReactNode
}) {
  const { t } = here
  return (
    <Chips>
      <FilterDetails
        label={t('filter.open')}
        action={action}
        submit={t('filter.show')}
        reset={{ href: action, label: t('filter.reset') }}
      >
        {children}
      </FilterDetails>
      {chips}
    </Chips>
  )
}

/** How many people look for a place. */
export function PeopleFilter({ here, people }: { here: Here; people: number | undefined }) {
  const { t } = here
  return (
    <FieldControl
      id="people"
      name="people"
      type="number"
      label={t('filter.people')}
      hint={t('filter.peopleHint')}
      defaultValue={people ? String(people) : ''}
    />
  )
}
