import { CentreCard } from '@/components/centres/CentreCard'
import { centreHref } from '@/components/centres/CentreList'
import { HousingCard } from '@/components/housing/HousingCard'
import { housingHref } from '@/components/housing/words'
import { CardList } from '@/components/listings/ListingCard'
import { RideCard } from '@/components/rides/RideCard'
import { rideHref } from '@/components/rides/RideList'
import type { Kept } from '@/components/search/SearchBox'
import { countText } from '@/components/search/words'
import { LinkButton } from '@/components/ui/Button'
import { Section } from '@/components/ui/Section'
import type { Locale } from '@/lib/i18n/locales'
import type { Here } from '@/lib/i18n/moments'
import { queryString } from '@/lib/i18n/page'
import { timeZoneOf } from '@/lib/places/cities'
import type { Card, Group } from '@/lib/search/queries'

const PATHS = { ride: 'rides', housing: 'housing', centre: 'centres' } as const

/** What was found, by kind; each leads to its list, where the same words can be filtered and sorted. */
export function SearchResults({
  here,
  groups,
  typed,
}: {
  here: Here
  groups: Group[]
  /** What was typed into the box. */
  typed: Kept
}) {
  const { t, locale } = here
  return groups.map(({ kind, exact, count, cards }) => (
    <Section
      key={kind}
      title={t('search.groupCount', {
        kind: t(`frame.section.${PATHS[kind]}`),
        count: countText(here, count),
      })}
    >
      {exact ? null : <p>{t('search.close')}</p>}
      <CardList>
        {cards.map((card) => (
          <FoundCard key={card.card.id} here={here} found={card} />
        ))}
      </CardList>
      {count > cards.length ? (
        <p>
          <LinkButton href={restHref(locale, kind, exact, typed)} look="quiet" wide>
            {t(`search.all.${kind}`)}
          </LinkButton>
        </p>
      ) : null}
    </Section>
  ))
}

// Lists hold what meets the words; what would do is only here.
function restHref(locale: Locale, kind: Group['kind'], exact: boolean, typed: Kept): string {
  return exact
    ? `/${locale}/${PATHS[kind]}${queryString(typed)}`
    : `/${locale}/search${queryString({ ...typed, kind })}`
}

function FoundCard({ here, found }: { here: Here; found: Card }) {
  const { locale } = here
  switch (found.kind) {
    case 'ride':
      return <RideCard ride={found.card} here={here} href={rideHref(locale, found.card)} />
    case 'housing':
      return (
        <HousingCard home={found.card} here={here} href={housingHref(here, found.card)} withCity />
      )
    case 'centre': {
      const there = { ...here, zone: timeZoneOf(found.card.city) }
      return <CentreCard centre={found.card} here={there} href={centreHref(locale, found.card)} />
    }
  }
}
