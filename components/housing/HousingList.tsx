import { HousingCard } from '@/components/housing/HousingCard'
import { HousingFilters } from '@/components/housing/HousingFilters'
import { housingHref } from '@/components/housing/words'
import { CardList } from '@/components/listings/ListingCard'
import { Corrected } from '@/components/search/Corrected'
import { everywhere, waysOut } from '@/components/search/ways'
import { whyEmpty } from '@/components/search/words'
import { Empty } from '@/components/ui/Empty'
import { Pager } from '@/components/ui/Links'
import { Section } from '@/components/ui/Section'
import type { HousingCardView } from '@/lib/housing/queries'
import type { Here } from '@/lib/i18n/moments'
import { queryString } from '@/lib/i18n/page'
import type { ListPage } from '@/lib/listings/queries'
import { freshness } from '@/lib/listings/rules'
import type { HousingFilter } from '@/lib/search/homes'
import type { Instead } from '@/lib/search/instead'
import type { Understood } from '@/lib/search/query'

/** Homes with their filters: the free ones first, then the full and those nobody confirmed lately. */
export function HousingList({
  here,
  action,
  filter,
  page,
  instead,
}: {
  here: Here
  /** Path of the list, without its query. */
  action: string
  filter: Omit<HousingFilter, 'party'>
  page: ListPage<HousingCardView>
  /** Ways out, when the list is empty. */
  instead: Instead<HousingFilter>[]
}) {
  const { t } = here
  const { city, words = null, cursor: _, ...query } = filter
  const isFree = (home: HousingCardView) =>
    home.beds.free > 0 && freshness({ kind: 'housing', ...home }, here.now).state === 'fresh'
  // Whoever chose an order gets it, the full ones among the others.
  const isSorted = query.sort !== undefined && query.sort !== 'soonest' && page.cards.length > 0
  const free = page.cards.filter(isFree)
  const others = page.cards.filter((home) => !isFree(home))
  const cards = (homes: HousingCardView[]) => (
    <CardList>
      {homes.map((home) => (
        <HousingCard
          key={home.id}
          home={home}
          here={here}
          href={housingHref(here, home, query)}
          withCity={city === null}
        />
      ))}
    </CardList>
  )
  return (
    <>
      <HousingFilters here={here} action={action} filter={filter} />
      <Corrected here={here} action={action} asked={query} words={words} />
      {isSorted ? cards(page.cards) : null}
      {!isSorted && free.length > 0 ? cards(free) : null}
      {!isSorted && others.length > 0 ? (
        <Section title={t('housing.fullOrOld')}>{cards(others)}</Section>
      ) : null}
      {page.cards.length === 0 ? (
        <NothingFound here={here} action={action} q={query.q} words={words} instead={instead} />
      ) : null}
      {page.next ? (
        <Pager href={`${action}${queryString({ ...query, cursor: page.next })}`}>
          {t('filter.more')}
        </Pager>
      ) : null}
    </>
  )
}

function NothingFound({
  here,
  action,
  q,
  words,
  instead,
}: {
  here: Here
  action: string
  q: string | undefined
  words: Understood | null
  instead: Instead<HousingFilter>[]
}) {
  const { t, locale } = here
  const [nearest, ...more] = waysOut(here, 'housing', instead)
  const rides = { href: action.replace(/housing$/, 'rides'), label: t('housing.empty.rides') }
  const cities = { href: `/${locale}/housing`, label: t('housing.empty.otherCities') }
  const leadsAway = instead.some(({ without }) => without === 'city')
  return (
    <Empty
      title={t('housing.empty.title')}
      nearest={nearest}
      more={more}
      other={words ? everywhere(here, q) : action === cities.href || leadsAway ? rides : cities}
    >
      {words ? whyEmpty(here, words) : t('housing.empty.none')}
    </Empty>
  )
}
