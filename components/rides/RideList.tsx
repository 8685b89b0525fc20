import { CardList } from '@/components/listings/ListingCard'
import { RideCard } from '@/components/rides/RideCard'
import { RideFilters } from '@/components/rides/RideFilters'
import { Corrected } from '@/components/search/Corrected'
import { everywhere, waysOut } from '@/components/search/ways'
import { whyEmpty } from '@/components/search/words'
import { Empty } from '@/components/ui/Empty'
import { Pager } from '@/components/ui/Links'
import { Section } from '@/components/ui/Section'
import type { Here } from '@/lib/i18n/moments'
import { queryString } from '@/lib/i18n/page'
import type { ListPage } from '@/lib/listings/queries'
import { freshness } from '@/lib/listings/rules'
import type { PlaceChoice } from '@/lib/places/queries'
import type { RideCardView } from '@/lib/rides/queries'
import type { Instead } from '@/lib/search/instead'
import type { RideAsk } from '@/lib/search/rides'

/** Rides with their filters; when none fits, what there is instead. */
export function RideList({
  here,
  action,
  filter,
  places,
  page,
  instead,
}: {
  here: Here
  action: string
  filter: RideAsk
  places: PlaceChoice[]
  page: ListPage<RideCardView>
  /** Ways out, when the list is empty. */
  instead: Instead<RideAsk>[]
}) {
  const { t, locale } = here
  const { city: _, words = null, ...asked } = filter
  const [nearest, ...more] = waysOut(here, 'rides', instead)
  const housing = action.replace(/rides$/, 'housing')
  const isOpen = (ride: RideCardView) =>
    ride.seats.free > 0 && freshness({ kind: 'ride', ...ride }, here.now).state === 'fresh'
  // Whoever chose an order gets it, the full ones among the others.
  const isSorted = asked.sort !== undefined && asked.sort !== 'soonest' && page.cards.length > 0
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
      <Corrected here={here} action={action} asked={asked} words={words} />
      {isSorted ? cards(page.cards, 'h2') : null}
      {!isSorted && open.length > 0 ? cards(open, 'h2') : null}
      {!isSorted && others.length > 0 ? (
        <Section title={t('listing.fullOrOld')}>{cards(others, 'h3')}</Section>
      ) : null}
      {page.cards.length > 0 ? null : (
        <Empty
          title={t('rides.empty.title')}
          nearest={nearest}
          more={more}
          other={
            words ? everywhere(here, asked.q) : { href: housing, label: t('rides.empty.housing') }
          }
        >
          {words ? whyEmpty(here, words) : t('rides.empty.none')}
        </Empty>
      )}
      {page.next ? (
        <Pager href={`${action}${queryString({ ...asked, cursor: page.next })}`}>
          {t('filter.more')}
        </Pager>
      ) : null}
    </>
  )
}

export function rideHref(locale: string, ride: { city: string; id: string }): string {
  return `/${locale}/${ride.city}/rides/${ride.id}`
}
