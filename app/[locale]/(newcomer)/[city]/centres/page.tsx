import type { Metadata } from 'next'
import { CentreList } from '@/components/centres/CentreList'
import { NewcomerFrame } from '@/components/layout/frames'
import { pageMetadata } from '@/components/layout/metadata'
import { BackLink } from '@/components/ui/Links'
import { PageHead } from '@/components/ui/Section'
import { GUEST } from '@/lib/auth/viewer'
import { listCentres, readBesideCentres } from '@/lib/centres/queries'
import { centreFilterSchema } from '@/lib/centres/schema'
import { cityOf, hereAt, localeOf, queryString, type SearchParams } from '@/lib/i18n/page'
import { translator } from '@/lib/i18n/translator'
import { cityIn, cityName } from '@/lib/places/cities'
import { countEmptySearch } from '@/lib/search/empty'
import { centresInstead } from '@/lib/search/instead'
import { readQuery } from '@/lib/search/spoken'

interface Props {
  params: Promise<{ locale: string; city: string }>
  searchParams: SearchParams
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale: segment, city: slug } = await params
  const [locale, city] = [localeOf(segment), cityOf(slug)]
  const t = translator(locale)
  const where = { in: cityIn(city, locale) }
  const description = t('centres.description', where)
  return pageMetadata(locale, `/${city}/centres`, t('centres.titleCity', where), description)
}

export default async function CityCentresPage({ params, searchParams }: Props) {
  const { locale: segment, city: slug } = await params
  const city = cityOf(slug)
  const here = hereAt(localeOf(segment), city)
  const { locale, now, t } = here
  const query = centreFilterSchema.parse(await searchParams)
  const [words, { holidays, kept }] = await Promise.all([readQuery(query), readBesideCentres(now)])
  const filter = { ...query, city, words }
  const page = await listCentres(GUEST, filter, locale, now, holidays)
  const isEmpty = page.cards.length === 0
  const instead = isEmpty ? await centresInstead(GUEST, filter, now) : []
  if (isEmpty && words) countEmptySearch('centre', city)
  return (
    <NewcomerFrame
      locale={locale}
      path={`/${city}/centres${queryString(query)}`}
      city={city}
      section="centres"
    >
      <BackLink href={`/${locale}/${city}`}>{cityName(city, locale)}</BackLink>
      <PageHead title={t('centres.titleCity', { in: cityIn(city, locale) })} />
      <CentreList
        here={here}
        action={`/${locale}/${city}/centres`}
        filter={filter}
        page={page}
        instead={instead}
        kept={kept}
      />
    </NewcomerFrame>
  )
}
