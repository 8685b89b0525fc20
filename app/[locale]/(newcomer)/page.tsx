import type { Metadata } from 'next'
import { AnnouncementNotes } from '@/components/announcements/AnnouncementNotes'
import { ShortNumbers } from '@/components/guide/ShortNumbers'
import { NewcomerFrame } from '@/components/layout/frames'
import { pageMetadata } from '@/components/layout/metadata'
import { CityTiles } from '@/components/places/CityTiles'
import { KazakhstanMap } from '@/components/places/KazakhstanMap'
import { NeedsBoard } from '@/components/places/NeedsBoard'
import { SearchBox } from '@/components/search/SearchBox'
import { LinkButton } from '@/components/ui/Button'
import { Section } from '@/components/ui/Section'
import { listAnnouncements } from '@/lib/announcements/queries'
import { GUEST } from '@/lib/auth/viewer'
import { hereAt, localeOf } from '@/lib/i18n/page'
import { translator } from '@/lib/i18n/translator'
import { CITIES, CITY_SLUGS, cityName } from '@/lib/places/cities'
import { nextRide } from '@/lib/rides/queries'
import { countAll } from '@/lib/search/queries'

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
  const [announced, { counts, freeBeds }, ride] = await Promise.all([
    listAnnouncements(null, locale, now),
    countAll(GUEST, now),
    nextRide(GUEST, { city: null, people: 1, fromBorder: true }, locale, now),
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
      <AnnouncementNotes announcements={announced} />
      <NeedsBoard here={here} counts={counts} freeBeds={freeBeds} nextRide={ride} />
      <SearchBox
        here={here}
        action={`/${locale}/search`}
        label={t('search.homeLabel')}
        hint={t('search.hint')}
      />
      <Section title={t('home.where')}>
        <KazakhstanMap label={t('home.where')} cities={cities} />
        <CityTiles here={here} counts={counts} />
      </Section>
      <Section title={t('home.plan.title')}>
        <p>{t('home.plan.text')}</p>
        <p>
          <LinkButton href={`/${locale}/plan`} look="quiet" wide>
            {t('home.plan.make')}
          </LinkButton>
        </p>
      </Section>
      <ShortNumbers here={here} />
    </NewcomerFrame>
  )
}
