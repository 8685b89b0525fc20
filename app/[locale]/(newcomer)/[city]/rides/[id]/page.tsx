import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { NewcomerFrame } from '@/components/layout/frames'
import { pageMetadata } from '@/components/layout/metadata'
import { RideDetail } from '@/components/rides/RideDetail'
import { routeText, seatsText, shareText } from '@/components/rides/words'
import { BackLink } from '@/components/ui/Links'
import { Note } from '@/components/ui/Note'
import { GUEST } from '@/lib/auth/viewer'
import { NotFound } from '@/lib/errors'
import { cityOf, hereAt, localeOf } from '@/lib/i18n/page'
import { cityTo } from '@/lib/places/cities'
import { rideTime } from '@/lib/requests/rules'
import { getRide } from '@/lib/rides/queries'

interface Props {
  params: Promise<{ locale: string; city: string; id: string }>
}

const load = cache(async (segment: string, slug: string, id: string) => {
  const city = cityOf(slug)
  const here = hereAt(localeOf(segment), city)
  const ride = await getRide(GUEST, id, here.locale, here.now).catch((error: unknown) => {
    if (error instanceof NotFound) notFound()
    throw error
  })
  if (ride.city !== city) notFound()
  return { city, here, ride }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, city, id } = await params
  const { ride, here } = await load(locale, city, id)
  return pageMetadata(here.locale, `/${city}/rides/${id}`, routeText(ride))
}

export default async function RidePage({ params }: Props) {
  const { locale: segment, city: slug, id } = await params
  const { city, here, ride } = await load(segment, slug, id)
  const { locale, now, t } = here
  const path = `/${city}/rides/${id}`
  const isFull = ride.seats.free === 0
  const mayAsk = rideTime(ride.departsAt).expiresAt > now
  const deed = {
    answer: isFull ? t('listing.full') : seatsText(here, ride.seats),
    detail: shareText(here, ride.priceTenge),
    href: `/${locale}${path}/ask`,
    label: isFull ? t('requests.ask.deedLine') : t('requests.ask.deed'),
  }
  return (
    <NewcomerFrame
      locale={locale}
      path={path}
      city={city}
      section="rides"
      deed={mayAsk ? deed : undefined}
    >
      <BackLink href={`/${locale}/${city}/rides`}>
        {t('rides.titleCity', { to: cityTo(city, locale) })}
      </BackLink>
      {mayAsk ? null : <Note>{t('requests.ask.tooLate')}</Note>}
      <RideDetail ride={ride} here={here} />
    </NewcomerFrame>
  )
}
