import { HousingCard } from '@/components/housing/HousingCard'
import { HousingFilters } from '@/components/housing/HousingFilters'
import { bedsText, housingHref, kindText, priceText } from '@/components/housing/words'
import { CardList } from '@/components/listings/ListingCard'
import { Empty } from '@/components/ui/Empty'
import { Pager } from '@/components/ui/Links'
import { Section } from '@/components/ui/Section'
import type { HousingCardView, HousingFilter } from '@/lib/housing/queries'
import type { Here } from '@/lib/i18n/moments'
import { queryString } from '@/lib/i18n/page'
import type { ListPage } from '@/lib/listings/queries'
import { freshness } from '@/lib/listings/rules'

/** Homes with their filters: the free ones first, then the full and those nobody confirmed lately. */
export function HousingList({
  here,
  action,
  filter,
  page,
  nearest,
}: {
  here: Here
  /** Path of the list, without its query. */
  action: string
  filter: HousingFilter
  page: ListPage<HousingCardView>
  /** The first home without the filters, when the list is empty. */
  nearest: HousingCardView | undefined
}) {
  const { t } = here
  const { city, cursor: _, ...query } = filter
  const isFree = (home: HousingCardView) =>
    home.beds.free > 0 && freshness({ kind: 'housing', ...home }, here.now).state === 'fresh'
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
      {free.length > 0 ? cards(free) : null}
      {others.length > 0 ? <Section title={t('housing.fullOrOld')}>{cards(others)}</Section> : null}
      {page.cards.length === 0 ? (
        <NothingFound here={here} action={action} nearest={nearest} />
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
  nearest,
}: {
  here: Here
  action: string
  nearest: HousingCardView | undefined
}) {
  const { t, locale } = here
  const everywhere = `/${locale}/housing`
  const other =
    action === everywhere
      ? { href: `/${locale}/rides`, label: t('housing.empty.rides') }
      : { href: everywhere, label: t('housing.empty.otherCities') }
  if (!nearest) {
    return (
      <Empty title={t('housing.empty.title')} other={other}>
        {t('housing.empty.none')}
      </Empty>
    )
  }
  return (
    <Empty
      title={t('housing.empty.title')}
      nearest={{ href: housingHref(here, nearest), label: t('housing.empty.show') }}
      other={other}
    >
      {t('housing.empty.nearest', {
        kind: kindText(here, nearest, true),
        price: priceText(here, nearest),
        beds: bedsText(here, nearest.beds),
      })}
    </Empty>
  )
}
