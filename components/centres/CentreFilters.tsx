import { ListFilters } from '@/components/listings/ListFilters'
import { capital } from '@/components/listings/words'
import { SortField } from '@/components/search/SortField'
import { Chip } from '@/components/ui/Chips'
import { FieldControl } from '@/components/ui/FieldControl'
import { TickRow } from '@/components/ui/TickRow'
import { CENTRE_SERVICES } from '@/lib/centres/schema'
import type { Here } from '@/lib/i18n/moments'
import { queryString } from '@/lib/i18n/page'
import type { CentreFilter } from '@/lib/search/centres'

/** One row of chips above the centres: the whole form, open now, the service asked for or else the IIN. */
export function CentreFilters({
  here,
  action,
  filter,
}: {
  here: Here
  /** Path of the list, without its query. */
  action: string
  filter: CentreFilter
}) {
  const { t } = here
  const { city: _, words: __, cursor: ___, ...asked } = filter
  const { open, service } = asked
  const services = CENTRE_SERVICES.map((value) => ({
    value,
    label: capital(t(`centres.service.${value}`)),
  }))
  return (
    <ListFilters
      here={here}
      action={action}
      asked={asked}
      chips={
        <>
          {' '}
          <Chip
            current={open === 'now'}
            href={`${action}${queryString({ ...asked, open: open ? null : 'now' })}`}
          >
            {t('centres.filter.openNow')}
          </Chip>
          <Chip
            current={service !== undefined}
            href={`${action}${queryString({ ...asked, service: service ? null : 'iin' })}`}
          >
            {capital(t(`centres.service.${service ?? 'iin'}`))}
          </Chip>
        </>
      }
    >
      <FieldControl
        id="service"
        name="service"
        type="select"
        label={t('centres.filter.service')}
        options={[{ value: '', label: t('centres.filter.anyService') }, ...services]}
        defaultValue={service}
      />
      <TickRow
        id="open"
        name="open"
        value="now"
        label={t('centres.filter.openNow')}
        defaultChecked={open === 'now'}
      />
      <SortField
        here={here}
        kind="centre"
        sorts={['newest']}
        sort={asked.sort}
        near={asked.near ?? null}
      />
    </ListFilters>
  )
}
