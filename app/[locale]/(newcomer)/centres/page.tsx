import type { Metadata } from 'next'
import { CentreList } from '@/components/centres/CentreList'
import { NewcomerFrame } from '@/components/layout/frames'
import { pageMetadata } from '@/components/layout/metadata'
import { BackLink } from '@/components/ui/Links'
import { PageHead } from '@/components/ui/Section'
import { GUEST } from '@/lib/auth/viewer'
import { listCentres, readBesideCentres } from '@/lib/centres/queries'
import { centreFilterSchema } from '@/lib/centres/schema'
import { hereAt, localeOf, queryString, type SearchParams } from '@/lib/i18n/page'
import { translator } from '@/lib/i18n/translator'
import { countEmptySearch } from '@/lib/search/empty'
import { centresInstead } from '@/lib/search/instead'
import { readQuery } from '@/lib/search/spoken'

interface Props {
  params: Promise<{ locale: string }>
  searchParams: SearchParams
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = localeOf((await params).locale)
  const t = translator(locale)
  return pageMetadata(locale, '/centres', t('centres.titleAll'), t('centres.descriptionAll'))
}

export default async function AllCentresPage({ params, searchParams }: Props) {
  const here = hereAt(localeOf((await params).locale))
  const { locale, now, t } = here
  const query = centreFilterSchema.parse(await searchParams)
  const [words, { holidays, kept }] = await Promise.all([readQuery(query), readBesideCentres(now)])
  const filter = { ...query, city: null, words }
  const page = await listCentres(GUEST, filter, locale, now, holidays)
  const isEmpty = page.cards.length === 0
  const instead = isEmpty ? await centresInstead(GUEST, filter, now) : []
  if (isEmpty && words) countEmptySearch('centre', null)
  return (
    <NewcomerFrame locale={locale} path={`/centres${queryString(query)}`} section="centres">
      <BackLink href={`/${locale}`}>{t('frame.home')}</BackLink>
      <PageHead title={t('centres.titleAll')} />
      <CentreList
        here={here}
        action={`/${locale}/centres`}
        filter={filter}
        page={page}
        instead={instead}
        kept={kept}
      />
    </NewcomerFrame>
  )
}
