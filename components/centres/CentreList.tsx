import { CentreCard } from '@/components/centres/CentreCard'
import { CentreFilters } from '@/components/centres/CentreFilters'
import { IinStatements } from '@/components/guide/IinStatements'
import { CardList } from '@/components/listings/ListingCard'
import { Empty } from '@/components/ui/Empty'
import { Pager } from '@/components/ui/Links'
import { Section } from '@/components/ui/Section'
import type { CentreCardView, CentreFilter } from '@/lib/centres/queries'
import { IIN_BRING } from '@/lib/guide/iin'
import type { Here } from '@/lib/i18n/moments'
import { queryString } from '@/lib/i18n/page'
import type { ListPage } from '@/lib/listings/queries'
import { timeZoneOf } from '@/lib/places/cities'

/** Centres with their filters, and what holds for the IIN everywhere, even where none is listed. */
export function CentreList({
  here,
  action,
  filter,
  page,
}: {
  here: Here
  action: string
  filter: CentreFilter
  page: ListPage<CentreCardView>
}) {
  const { t, locale } = here
  const { city, open, service } = filter
  return (
    <>
      <CentreFilters here={here} action={action} filter={filter} />
      {page.cards.length > 0 ? (
        <CardList>
          {page.cards.map((centre) => (
            <CentreCard
              key={centre.id}
              centre={centre}
              here={{ ...here, zone: timeZoneOf(centre.city) }}
              href={centreHref(locale, centre)}
            />
          ))}
        </CardList>
      ) : (
        <Empty
          title={t('centres.empty.title')}
          nearest={open || service ? { href: action, label: t('centres.empty.all') } : undefined}
          other={
            city ? { href: `/${locale}/centres`, label: t('centres.empty.otherCities') } : undefined
          }
        >
          {t('guide.iin.office')}
        </Empty>
      )}
      {page.next ? (
        <Pager href={`${action}${queryString({ open, service, cursor: page.next })}`}>
          {t('filter.more')}
        </Pager>
      ) : null}
      <Section title={t('guide.iinTitle')}>
        <IinStatements here={here} names={['needed', 'office', ...IIN_BRING, 'appointment']} />
      </Section>
    </>
  )
}

export function centreHref(locale: string, centre: { city: string; id: string }): string {
  return `/${locale}/${centre.city}/centres/${centre.id}`
}
