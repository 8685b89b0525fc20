import { CardList } from '@/components/listings/ListingCard'
import { RideCard } from '@/components/rides/RideCard'
import { RideFilters } from '@/components/rides/RideFilters'
import { departureDay, hourRange, routeText } from '@/components/rides/words'
import { Empty } from '@/components/ui/Empty'
import { Pager } from '@/components/ui/Links'
import { Section } from '@/components/ui/Section'
import type { Here } from '@/lib/i18n/moments'
import { queryString } from '@/lib/i18n/page'
import type { ListPage } from '@/lib/listings/queries'
import { freshness } from '@/lib/listings/rules'
import type { PlaceChoice } from '@/lib/places/queries'
import type { RideCardView, RideFilter } from '@/lib/rides/queries'

/** Rides with their filters; when none fits, the nearest that exists. */
export function RideList({
  here,
  action,
  filter,
  places,
  page,
  nearest,
}: {
  here: Here
  action: string
  filter: RideFilter
  places: PlaceChoice[]
  page: ListPage<RideCardView>
  /** The soonest ride without the filters, when the list is empty. */
  nearest: RideCardView | undefined
}) {
  const { t, locale } = here
  const { from, to, date, people } = filter
  const housing = action.replace(/rides$/, 'housing')
  const isOpen = (ride: RideCardView) =>
    ride.seats.free > 0 && freshness({ kind: 'ride', ...ride }, here.now).state === 'fresh'
  const open = page.cards.filter(isOpen)
  const others = page.cards.filter((ride) => !isOpen(ride))
  const cards = (rides: RideCardView[], heading: 'h2' | 'h3') => (
    <CardList>
      {rides.map((ride) => (
        <RideCard
          key={ride.id}
          ride={ride}
          here={here}
          href={rideHref(locale, ride)}
          heading={heading}
        />
      ))}
    </CardList>
  )
  return (
    <>
      <RideFilters here={here} action={action} filter={filter} places={places} />
      {open.length > 0 ? cards(open, 'h2') : null}
      {others.length > 0 ? (
        <Section title={t('listing.fullOrOld')}>{cards(others, 'h3')}</Section>
      ) : null}
      {page.cards.length > 0 ? null : (
        <Empty
          title={t('rides.empty.title')}
          nearest={
            nearest ? { href: rideHref(locale, nearest), label: t('rides.empty.show') } : undefined
          }
          other={{ href: housing, label: t('rides.empty.housing') }}
        >
          {nearest
            ? t('rides.empty.nearest', {
                route: routeText(nearest),
                day: departureDay(here, nearest.departsAt),
                hours: hourRange(nearest.departsAt, here.zone),
              })
            : t('rides.empty.none')}
        </Empty>
      )}
      {page.next ? (
        <Pager href={`${action}${queryString({ from, to, date, people, cursor: page.next })}`}>
          {t('filter.more')}
        </Pager>
      ) : null}
    </>
  )
}

export function rideHref(locale: string, ride: { city: string; id: string }): string {
  return `/${locale}/${ride.city}/rides/${ride.id}`
}
