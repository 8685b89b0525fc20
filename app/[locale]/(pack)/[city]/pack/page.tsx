import type { Metadata } from 'next'
import { AllNumbers } from '@/components/guide/ShortNumbers'
import { madeAt } from '@/components/layout/frames'
import { ShareBlock } from '@/components/listings/ShareBlock'
import { PackCentre } from '@/components/packs/PackCentre'
import { PackCrossings } from '@/components/packs/PackCrossings'
import { PackFrame } from '@/components/packs/PackFrame'
import { PackGuide } from '@/components/packs/PackGuide'
import { PackHome } from '@/components/packs/PackHome'
import { PackPart } from '@/components/packs/PackPart'
import { PackRide } from '@/components/packs/PackRide'
import { addressOf } from '@/components/packs/words'
import { Tools } from '@/components/ui/Links'
import { Note } from '@/components/ui/Note'
import { PageHead } from '@/components/ui/Section'
import { GUEST } from '@/lib/auth/viewer'
import { cityOf, hereAt, localeOf } from '@/lib/i18n/page'
import { translator } from '@/lib/i18n/translator'
import { cityName } from '@/lib/places/cities'
import { listPlaceFacts } from '@/lib/places/queries'
import { readPack } from '@/lib/search/pack'

interface Props {
  params: Promise<{ locale: string; city: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale: segment, city: slug } = await params
  const [locale, city] = [localeOf(segment), cityOf(slug)]
  const title = translator(locale)('pack.title', { city: cityName(city, locale) })
  return { title: `${title} — Qadam` }
}

/** All that matters in a city as one page that needs no other file, to keep and to pass on. */
export default async function PackPage({ params }: Props) {
  const { locale: segment, city: slug } = await params
  const city = cityOf(slug)
  const here = hereAt(localeOf(segment), city)
  const { locale, t, now } = here
  const [{ rides, homes, centres, kept }, crossings] = await Promise.all([
    readPack(GUEST, city, locale, now),
    listPlaceFacts(locale, 'crossing'),
  ])
  const path = `/${city}/pack`
  const title = t('pack.title', { city: cityName(city, locale) })
  return (
    <PackFrame here={here} path={path}>
      <PageHead title={title}>
        <p>{t('pack.intro')}</p>
      </PageHead>
      <Note title={madeAt(t, locale)}>{t('pack.old')}</Note>
      <Tools
        links={[
          { href: addressOf(here, `${path}/file`), label: t('pack.download') },
          { href: addressOf(here, path), label: t('pack.fresh') },
        ]}
      />
      <ShareBlock here={here} path={path} title={title} />
      <AllNumbers here={here} />
      <PackPart here={here} kind="rides" path={`/${city}/rides`} more={rides.more}>
        {rides.cards.map((ride) => (
          <PackRide key={ride.id} ride={ride} here={here} />
        ))}
      </PackPart>
      <PackPart here={here} kind="housing" path={`/${city}/housing`} more={homes.more}>
        {homes.cards.map((home) => (
          <PackHome key={home.id} home={home} here={here} />
        ))}
      </PackPart>
      <PackPart here={here} kind="centres" path={`/${city}/centres`} more={centres.more}>
        {centres.cards.map((centre) => (
          <PackCentre key={centre.id} centre={centre} here={here} />
        ))}
      </PackPart>
      <PackCrossings
        here={here}
        crossings={crossings.filter(({ serves }) => serves.includes(city))}
      />
      <PackGuide here={here} kept={kept} />
    </PackFrame>
  )
}
