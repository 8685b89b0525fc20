import type { Metadata } from 'next'
import type { z } from 'zod'
import { HousingList } from '@/components/housing/HousingList'
import { housingTitle } from '@/components/housing/words'
import { NewcomerFrame } from '@/components/layout/frames'
import { pageMetadata } from '@/components/layout/metadata'
import { BackLink } from '@/components/ui/Links'
import { PageHead } from '@/components/ui/Section'
import { GUEST } from '@/lib/auth/viewer'
import { countFreeBeds, listHousing } from '@/lib/housing/queries'
import { housingFilterSchema } from '@/lib/housing/schema'
import { cityOrAll, hereAt, localeOf, queryString, type SearchParams } from '@/lib/i18n/page'
import { translator } from '@/lib/i18n/translator'
import { cityName } from '@/lib/places/cities'
import { countEmptySearch } from '@/lib/search/empty'
import { homesInstead } from '@/lib/search/instead'
import { readQuery } from '@/lib/search/spoken'

interface Props {
  /** Without a city: `/{locale}/housing`, all of them. */
  params: Promise<{ locale: string; city?: string }>
  searchParams: SearchParams
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale: segment, city: slug } = await params
  const [locale, city] = [localeOf(segment), cityOrAll(slug)]
  const path = city ? `/${city}/housing` : '/housing'
  return pageMetadata(locale, path, housingTitle(translator(locale), locale, city))
}

export default async function HousingPage({ params, searchParams }: Props) {
  const { locale: segment, city: slug } = await params
  const city = cityOrAll(slug)
  const here = hereAt(localeOf(segment), city)
  const { locale, now, t } = here
  const query = housingFilterSchema.parse(await searchParams)
  const words = await readQuery(query)
  const filter = { ...query, city, words }
  const [page, beds] = await Promise.all([
    listHousing(GUEST, filter, locale, now),
    isWhole(query) ? countFreeBeds(GUEST, city, now) : null,
  ])
  const isEmpty = page.cards.length === 0
  const instead = isEmpty ? await homesInstead(GUEST, filter, now) : []
  if (isEmpty && words) countEmptySearch('housing', city)
  const path = city ? `/${city}` : ''
  return (
    <NewcomerFrame
      locale={locale}
      path={`${path}/housing${queryString(query)}`}
      city={city}
      section="housing"
    >
      <BackLink href={`/${locale}${path}`}>
        {city ? cityName(city, locale) : t('frame.home')}
      </BackLink>
      <PageHead title={housingTitle(t, locale, city)}>
        {beds === null ? null : (
          <p>{t.rich('housing.tonight', { n: beds, b: (words) => <b>{words}</b> })}</p>
        )}
      </PageHead>
      <HousingList
        here={here}
        action={`/${locale}${path}/housing`}
        filter={filter}
        page={page}
        instead={instead}
      />
    </NewcomerFrame>
  )
}

// The beds of the whole city are no answer to who asks for some of them.
function isWhole({ sort: _, ...narrowing }: z.output<typeof housingFilterSchema>): boolean {
  return Object.values(narrowing).every((value) => value === undefined)
}
