import type { ReactNode } from 'react'
import { HiddenFields, type Kept, SearchBox } from '@/components/search/SearchBox'
import { Chips, FilterDetails } from '@/components/ui/Chips'
import { FieldControl } from '@/components/ui/FieldControl'
import type { Here } from '@/lib/i18n/moments'

/**
 * The box for words and one row of chips above a list: first the whole form, then what is worth
 * one tap. `asked` is what the address asks now; the form and the box keep what they do not hold.
 */
export function ListFilters({
  here,
  action,
  asked: { q, literal, ...asked },
  chips,
  children,
}: {
  here: Here
  /** Path of the list, without its query. */
  action: string
  asked: Kept & { q?: string | undefined; literal?: '1' | undefined }
  chips: ReactNode
  /** Fields of the form. */
  children: ReactNode
}) {
  const { t } = here
  return (
    <>
      <SearchBox
        here={here}
        action={action}
        label={t('search.inList')}
        q={q}
        kept={{ ...asked, cursor: null }}
        quiet
      />
      <Chips>
        <FilterDetails
          label={t('filter.open')}
          action={action}
          submit={t('filter.show')}
          reset={{ href: action, label: t('filter.reset') }}
        >
          <HiddenFields kept={{ q, literal }} />
          {children}
        </FilterDetails>
        {chips}
      </Chips>
    </>
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
