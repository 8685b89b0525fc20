import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { CentreDetail } from '@/components/centres/CentreDetail'
import { NewcomerFrame } from '@/components/layout/frames'
import { pageMetadata } from '@/components/layout/metadata'
import { BackLink } from '@/components/ui/Links'
import { GUEST } from '@/lib/auth/viewer'
import { getCentre } from '@/lib/centres/queries'
import { NotFound } from '@/lib/errors'
import { readKept } from '@/lib/guide/queries'
import { cityOf, hereAt, localeOf } from '@/lib/i18n/page'
import { cityIn, cityName } from '@/lib/places/cities'

interface Props {
  params: Promise<{ locale: string; city: string; id: string }>
}

const load = cache(async (segment: string, slug: string, id: string) => {
  const city = cityOf(slug)
  const here = hereAt(localeOf(segment), city)
  const centre = await getCentre(GUEST, id, here.locale, here.now).catch((error: unknown) => {
    if (error instanceof NotFound) notFound()
    throw error
  })
  if (centre.city !== city) notFound()
  return { city, here, centre }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, city, id } = await params
  const { centre, here } = await load(locale, city, id)
  const title = `${centre.title}, ${cityName(centre.city, here.locale)}`
  return pageMetadata(here.locale, `/${city}/centres/${id}`, title)
}

export default async function CentrePage({ params }: Props) {
  const { locale: segment, city: slug, id } = await params
  const { city, here, centre } = await load(segment, slug, id)
  const { locale, t } = here
  const kept = await readKept()
  return (
    <NewcomerFrame locale={locale} path={`/${city}/centres/${id}`} city={city} section="centres">
      <BackLink href={`/${locale}/${city}/centres`}>
        {t('centres.titleCity', { in: cityIn(city, locale) })}
      </BackLink>
      <CentreDetail centre={centre} here={here} kept={kept} />
    </NewcomerFrame>
  )
}
