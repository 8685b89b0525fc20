import type { Metadata } from 'next'
import { CentreCard } from '@/components/centres/CentreCard'
import { HousingCard } from '@/components/housing/HousingCard'
import { NewcomerFrame } from '@/components/layout/frames'
import { pageMetadata } from '@/components/layout/metadata'
import { CityPart } from '@/components/places/CityPart'
import { PlaceNoticeNote } from '@/components/places/PlaceNoticeNote'
import { RideCard } from '@/components/rides/RideCard'
import { BackLink } from '@/components/ui/Links'
import { PageHead, Section } from '@/components/ui/Section'
import { GUEST } from '@/lib/auth/viewer'
import { listCentres } from '@/lib/centres/queries'
import { listHousing } from '@/lib/housing/queries'
import { cityOf, hereAt, localeOf } from '@/lib/i18n/page'
import { translator } from '@/lib/i18n/translator'
import { cityIn, cityName } from '@/lib/places/cities'
import { listNotices } from '@/lib/places/queries'
import { listRides } from '@/lib/rides/queries'

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
  const [rides, homes, centres, notices] = await Promise.all([
    listRides(GUEST, { city }, locale, now),
    listHousing(GUEST, { city }, locale, now),
    listCentres(GUEST, { city }, locale, now),
    listNotices(city, locale),
  ])
  const under = `/${locale}/${city}`
  return (
    <NewcomerFrame locale={locale} path={`/${city}`} city={city}>
      <BackLink href={`/${locale}`}>{t('frame.home')}</BackLink>
      <PageHead title={cityName(city, locale)}>
        <p>{t('city.now')}</p>
      </PageHead>
      <CityPart here={here} kind="rides" href={`${under}/rides`} more={rides.cards.length > SHOWN}>
        {rides.cards.slice(0, SHOWN).map((ride) => (
          <RideCard
            key={ride.id}
            ride={ride}
            here={here}
            href={`/${locale}/${ride.city}/rides/${ride.id}`}
          />
        ))}
      </CityPart>
      <CityPart
        here={here}
        kind="housing"
        href={`${under}/housing`}
        more={homes.cards.length > SHOWN}
      >
        {homes.cards.slice(0, SHOWN).map((home) => (
          <HousingCard key={home.id} home={home} here={here} href={`${under}/housing/${home.id}`} />
        ))}
      </CityPart>
      <CityPart
        here={here}
        kind="centres"
        href={`${under}/centres`}
        more={centres.cards.length > SHOWN}
      >
        {centres.cards.slice(0, SHOWN).map((centre) => (
          <CentreCard
            key={centre.id}
            centre={centre}
            here={here}
            href={`${under}/centres/${centre.id}`}
          />
        ))}
      </CityPart>
      {notices.length > 0 ? (
        <Section title={t('city.crossings')}>
          {notices.map(({ place, notice }) => (
            <div key={place.id} className="stack">
              <h3 lang={place.lang}>{place.text}</h3>
              <PlaceNoticeNote notice={notice} here={here} />
            </div>
          ))}
        </Section>
      ) : null}
    </NewcomerFrame>
  )
}
