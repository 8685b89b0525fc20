import type { Metadata } from 'next'
import { NewcomerFrame } from '@/components/layout/frames'
import { pageMetadata } from '@/components/layout/metadata'
import { CityTiles } from '@/components/places/CityTiles'
import { KazakhstanMap } from '@/components/places/KazakhstanMap'
import { NeedsBoard } from '@/components/places/NeedsBoard'
import { Section } from '@/components/ui/Section'
import { Calls } from '@/components/ui/Tiles'
import { GUEST } from '@/lib/auth/viewer'
import { countFreeBeds } from '@/lib/housing/queries'
import { hereAt, localeOf } from '@/lib/i18n/page'
import { translator } from '@/lib/i18n/translator'
import { countByCity } from '@/lib/listings/queries'
import { CITIES, CITY_SLUGS, cityName } from '@/lib/places/cities'
import { listRides } from '@/lib/rides/queries'

interface Props {
  params: Promise<{ locale: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = localeOf((await params).locale)
  const t = translator(locale)
  return pageMetadata(locale, '', t('home.title'), t('home.description'))
}

export default async function HomePage({ params }: Props) {
  const here = hereAt(localeOf((await params).locale))
  const { locale, now, t } = here
  const [counts, freeBeds, rides] = await Promise.all([
    countByCity(GUEST, now),
    countFreeBeds(GUEST, null, now),
    listRides(GUEST, { city: null, people: 1, fromBorder: true }, locale, now),
  ])
  const cities = CITY_SLUGS.map((slug) => ({
    slug,
    name: cityName(slug, locale),
    href: `/${locale}/${slug}`,
    latitude: CITIES[slug].latitude,
    longitude: CITIES[slug].longitude,
  }))
  return (
    <NewcomerFrame locale={locale} path="">
      <NeedsBoard here={here} counts={counts} freeBeds={freeBeds} nextRide={rides.cards[0]} />
      <Section title={t('home.where')}>
        <KazakhstanMap label={t('home.where')} cities={cities} />
        <CityTiles here={here} counts={counts} />
      </Section>
      <Section title={t('home.numbers')}>
        <Calls
          calls={(['112', '1414', '1403'] as const).map((number) => ({
            number,
            label: t(`home.call.${number}`),
          }))}
        />
      </Section>
    </NewcomerFrame>
  )
}
