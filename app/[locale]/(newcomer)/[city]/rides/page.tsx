import type { Metadata } from 'next'
import { NewcomerFrame } from '@/components/layout/frames'
import { pageMetadata } from '@/components/layout/metadata'
import { RideList } from '@/components/rides/RideList'
import { BackLink } from '@/components/ui/Links'
import { PageHead } from '@/components/ui/Section'
import { GUEST } from '@/lib/auth/viewer'
import type { Locale } from '@/lib/i18n/locales'
import { cityOrAll, hereAt, localeOf, queryString, type SearchParams } from '@/lib/i18n/page'
import { type Translator, translator } from '@/lib/i18n/translator'
import { type CitySlug, cityName, cityTo } from '@/lib/places/cities'
import { listPlaces } from '@/lib/places/queries'
import { listRides } from '@/lib/rides/queries'
import { rideFilterSchema } from '@/lib/rides/schema'
import { countEmptySearch } from '@/lib/search/empty'
import { ridesInstead } from '@/lib/search/instead'
import { readQuery } from '@/lib/search/spoken'

interface Props {
  /** Without a city: `/{locale}/rides`, all of them. */
  params: Promise<{ locale: string; city?: string }>
  searchParams: SearchParams
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale: segment, city: slug } = await params
  const [locale, city] = [localeOf(segment), cityOrAll(slug)]
  const path = city ? `/${city}/rides` : '/rides'
  return pageMetadata(locale, path, titleOf(translator(locale), locale, city))
}

export default async function RidesPage({ params, searchParams }: Props) {
  const { locale: segment, city: slug } = await params
  const city = cityOrAll(slug)
  const here = hereAt(localeOf(segment), city)
  const { locale, now, t } = here
  const query = rideFilterSchema.parse(await searchParams)
  const words = await readQuery(query)
  const filter = { ...query, city, words }
  const [page, places] = await Promise.all([
    listRides(GUEST, filter, locale, now),
    listPlaces(locale),
  ])
  const isEmpty = page.cards.length === 0
  const instead = isEmpty ? await ridesInstead(GUEST, filter, now) : []
  if (isEmpty && words) countEmptySearch('ride', city)
  const path = city ? `/${city}` : ''
  return (
    <NewcomerFrame
      locale={locale}
      path={`${path}/rides${queryString(query)}`}
      city={city}
      section="rides"
    >
      <BackLink href={`/${locale}${path}`}>
        {city ? cityName(city, locale) : t('frame.home')}
      </BackLink>
      <PageHead title={titleOf(t, locale, city)} />
      <RideList
        here={here}
        action={`/${locale}${path}/rides`}
        filter={filter}
        places={places}
        page={page}
        instead={instead}
      />
    </NewcomerFrame>
  )
}

function titleOf(t: Translator, locale: Locale, city: CitySlug | null): string {
  return city ? t('rides.titleCity', { to: cityTo(city, locale) }) : t('rides.titleAll')
}
