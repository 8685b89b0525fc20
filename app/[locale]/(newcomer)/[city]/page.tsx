import type { Metadata } from 'next'
import { AnnouncementNotes } from '@/components/announcements/AnnouncementNotes'
import { CentreCard } from '@/components/centres/CentreCard'
import { HousingCard } from '@/components/housing/HousingCard'
import { NewcomerFrame } from '@/components/layout/frames'
import { pageMetadata } from '@/components/layout/metadata'
import { ListingTools } from '@/components/listings/ListingTools'
import { CityPart } from '@/components/places/CityPart'
import { CrossingNotices } from '@/components/places/CrossingNotices'
import { RideCard } from '@/components/rides/RideCard'
import { BackLink, Tools } from '@/components/ui/Links'
import { PageHead } from '@/components/ui/Section'
import { listAnnouncements } from '@/lib/announcements/queries'
import { GUEST } from '@/lib/auth/viewer'
import { cityOf, hereAt, localeOf } from '@/lib/i18n/page'
import { translator } from '@/lib/i18n/translator'
import { cityIn, cityName } from '@/lib/places/cities'
import { listNotices } from '@/lib/places/queries'
import { cardsOf, overview } from '@/lib/search/queries'

/** Cards of each kind on a city's page; the lists have the rest. */
const SHOWN = 3

interface Props {
  params: Promise<{ locale: string; city: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale: segment, city: slug } = await params
  const [locale, city] = [localeOf(segment), cityOf(slug)]
  const t = translator(locale)
  const words = { city: cityName(city, locale), in: cityIn(city, locale) }
  return pageMetadata(locale, `/${city}`, t('city.title', words), t('city.description', words))
}

export default async function CityPage({ params }: Props) {
  const { locale: segment, city: slug } = await params
  const city = cityOf(slug)
  const here = hereAt(localeOf(segment), city)
  const { locale, t, now } = here
  const [announced, cards, notices] = await Promise.all([
    listAnnouncements(city, locale, now),
    overview(GUEST, city, locale, now),
    listNotices(city, locale),
  ])
  const rides = cardsOf(cards, 'ride')
  const homes = cardsOf(cards, 'housing')
  const centres = cardsOf(cards, 'centre')
  const under = `/${locale}/${city}`
  return (
    <NewcomerFrame locale={locale} path={`/${city}`} city={city}>
      <BackLink href={`/${locale}`}>{t('frame.home')}</BackLink>
      <PageHead title={cityName(city, locale)}>
        <p>{t('city.now')}</p>
      </PageHead>
      <AnnouncementNotes announcements={announced} />
      <Tools links={[{ href: `${under}/pack`, label: t('city.pack'), icon: 'list' }]} />
      <CityPart here={here} kind="rides" href={`${under}/rides`} more={rides.length > SHOWN}>
        {rides.slice(0, SHOWN).map((ride) => (
          <RideCard
            key={ride.id}
            ride={ride}
            here={here}
            href={`/${locale}/${ride.city}/rides/${ride.id}`}
          />
        ))}
      </CityPart>
      <CityPart here={here} kind="housing" href={`${under}/housing`} more={homes.length > SHOWN}>
        {homes.slice(0, SHOWN).map((home) => (
          <HousingCard key={home.id} home={home} here={here} href={`${under}/housing/${home.id}`} />
        ))}
      </CityPart>
      <CityPart here={here} kind="centres" href={`${under}/centres`} more={centres.length > SHOWN}>
        {centres.slice(0, SHOWN).map((centre) => (
          <CentreCard
            key={centre.id}
            centre={centre}
            here={here}
            href={`${under}/centres/${centre.id}`}
          />
        ))}
      </CityPart>
      <CrossingNotices notices={notices} here={here} />
      <ListingTools here={here} path={`/${city}`} title={cityName(city, locale)} />
    </NewcomerFrame>
  )
}
