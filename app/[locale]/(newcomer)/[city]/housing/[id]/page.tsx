import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { HousingDetail } from '@/components/housing/HousingDetail'
import { bedsText, housingTitle, priceText } from '@/components/housing/words'
import { NewcomerFrame } from '@/components/layout/frames'
import { pageMetadata } from '@/components/layout/metadata'
import { capital } from '@/components/listings/words'
import { BackLink } from '@/components/ui/Links'
import { GUEST } from '@/lib/auth/viewer'
import { readKept } from '@/lib/guide/queries'
import { getHousing } from '@/lib/housing/queries'
import { stayQuerySchema } from '@/lib/housing/schema'
import {
  cityOf,
  hereAt,
  localeOf,
  orNotFound,
  queryString,
  type SearchParams,
} from '@/lib/i18n/page'

interface Props {
  params: Promise<{ locale: string; city: string; id: string }>
  searchParams: SearchParams
}

// Title and page read the same home once: `cache` compares these arguments.
const load = cache(async (segment: string, slug: string, id: string, query: string) => {
  const city = cityOf(slug)
  const here = hereAt(localeOf(segment), city)
  const stay = Object.fromEntries(new URLSearchParams(query))
  const home = await orNotFound(getHousing(GUEST, id, here.locale, here.now, stay))
  if (home.city !== city) notFound()
  return { city, here, home }
})

async function read({ params, searchParams }: Props) {
  const { locale, city, id } = await params
  const query = queryString(stayQuerySchema.parse(await searchParams))
  return { ...(await load(locale, city, id, query)), path: `/${city}/housing/${id}`, query }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { home, here, path } = await read(props)
  return pageMetadata(here.locale, path, home.title)
}

export default async function HomePage(props: Props) {
  const { city, here, home, path, query } = await read(props)
  const { locale, t } = here
  const kept = await readKept()
  const deed = {
    answer: capital(bedsText(here, home.beds)),
    detail: priceText(here, home),
    href: `/${locale}${path}/ask${query}`,
    label: home.beds.free > 0 ? t('requests.ask.deed') : t('requests.ask.deedLine'),
  }
  return (
    <NewcomerFrame
      locale={locale}
      path={`${path}${query}`}
      city={city}
      section="housing"
      deed={deed}
    >
      <BackLink href={`/${locale}/${city}/housing${query}`}>
        {housingTitle(t, locale, city)}
      </BackLink>
      <HousingDetail home={home} here={here} kept={kept} />
    </NewcomerFrame>
  )
}
