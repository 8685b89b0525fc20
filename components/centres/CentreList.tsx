import { CentreCard } from '@/components/centres/CentreCard'
import { CentreFilters } from '@/components/centres/CentreFilters'
import { IinStatements } from '@/components/guide/IinStatements'
import { knownText } from '@/components/guide/words'
import { CardList } from '@/components/listings/ListingCard'
import { Corrected } from '@/components/search/Corrected'
import { everywhere, waysOut } from '@/components/search/ways'
import { whyEmpty } from '@/components/search/words'
import { Empty } from '@/components/ui/Empty'
import { Pager } from '@/components/ui/Links'
import { Section } from '@/components/ui/Section'
import type { CentreCardView } from '@/lib/centres/queries'
import { IIN_BRING, IIN_STATEMENTS } from '@/lib/guide/iin'
import { type Kept, shownStatement } from '@/lib/guide/kept'
import type { Here } from '@/lib/i18n/moments'
import { queryString } from '@/lib/i18n/page'
import type { ListPage } from '@/lib/listings/queries'
import { timeZoneOf } from '@/lib/places/cities'
import type { CentreFilter } from '@/lib/search/centres'
import type { Instead } from '@/lib/search/instead'

/** Centres with their filters, and what holds for the IIN everywhere, even where none is listed. */
export function CentreList({
  here,
  action,
  filter,
  page,
  instead,
  kept,
}: {
  here: Here
  action: string
  filter: CentreFilter
  page: ListPage<CentreCardView>
  /** Ways out, when the list is empty. */
  instead: Instead<CentreFilter>[]
  kept: Kept
}) {
  const { t, locale } = here
  const { city, words = null, cursor: _, ...asked } = filter
  const [nearest, ...more] = waysOut(here, 'centres', instead)
  const office = shownStatement(kept, 'iin', 'office', IIN_STATEMENTS.office)
  const leadsAway = instead.some(({ without }) => without === 'city')
  return (
    <>
      <CentreFilters here={here} action={action} filter={filter} />
      <Corrected here={here} action={action} asked={asked} words={words} />
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
          nearest={nearest}
          more={more}
          other={
            words
              ? everywhere(here, asked.q)
              : city && !leadsAway
                ? { href: `/${locale}/centres`, label: t('centres.empty.otherCities') }
                : undefined
          }
        >
          {words ? whyEmpty(here, words) : knownText(here, 'iin', 'office', office)}
        </Empty>
      )}
      {page.next ? (
        <Pager href={`${action}${queryString({ ...asked, cursor: page.next })}`}>
          {t('filter.more')}
        </Pager>
      ) : null}
      <Section title={t('guide.iinTitle')}>
        <IinStatements
          here={here}
          names={['needed', 'office', ...IIN_BRING, 'appointment']}
          kept={kept}
        />
      </Section>
    </>
  )
}

export function centreHref(locale: string, centre: { city: string; id: string }): string {
  return `/${locale}/${centre.city}/centres/${centre.id}`
}
