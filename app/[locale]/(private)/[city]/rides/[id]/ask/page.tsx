import { notFound } from 'next/navigation'
import { DraftNotes } from '@/components/keeping/DraftNotes'
import { NewcomerFrame } from '@/components/layout/frames'
import { AskForm, AskSafety } from '@/components/requests/AskForm'
import { whenText } from '@/components/requests/words'
import { RouteName, routeText, seatsText, shareText } from '@/components/rides/words'
import { BackLink } from '@/components/ui/Links'
import { Note } from '@/components/ui/Note'
import { PageHead } from '@/components/ui/Section'
import { GUEST } from '@/lib/auth/viewer'
import { cityOf, hereAt, localeOf, orNotFound } from '@/lib/i18n/page'
import { newToken } from '@/lib/private-links/tokens'
import { rideTime } from '@/lib/requests/rules'
import { signFormTime } from '@/lib/requests/schema'
import { askerFromCookie } from '@/lib/requests/session'
import { getRide } from '@/lib/rides/queries'

interface Props {
  params: Promise<{ locale: string; city: string; id: string }>
}

export default async function AskForRidePage({ params }: Props) {
  const { locale: segment, city: slug, id } = await params
  const city = cityOf(slug)
  const here = hereAt(localeOf(segment), city)
  const { locale, now, t } = here
  const ride = await orNotFound(getRide(GUEST, id, locale, now))
  if (ride.city !== city) notFound()
  const path = `/${city}/rides/${id}`
  return (
    <NewcomerFrame locale={locale} path={`${path}/ask`} city={city} section="rides">
      <BackLink href={`/${locale}${path}`}>{t('requests.ask.back')}</BackLink>
      <PageHead title={ride.seats.free > 0 ? t('requests.ask.deed') : t('requests.ask.deedLine')}>
        <p>
          <b>
            <RouteName from={ride.from} to={ride.to} />
          </b>
          , {whenText(here, { stay: null, startsAt: ride.departsAt })},{' '}
          {ride.seats.free > 0 ? seatsText(here, ride.seats) : t('listing.full').toLowerCase()},{' '}
          {shareText(here, ride.priceTenge)}
        </p>
        <p>{t('requests.ask.intro')}</p>
      </PageHead>
      <AskSafety
        title={t('rides.safety.title')}
        rules={[
          t('requests.ask.meet'),
          t('rides.safety.crossing'),
          t('rides.safety.pay'),
          t('rides.safety.tell'),
        ]}
      />
      {rideTime(ride.departsAt).expiresAt > now ? (
        <>
          <DraftNotes here={here} title={routeText(ride)} />
          <AskForm
            here={here}
            listingId={id}
            askedAt={signFormTime(now)}
            token={newToken()}
            womenOnRequest={ride.womenOnRequest}
            isPageOpen={(await askerFromCookie()) !== null}
          />
        </>
      ) : (
        <Note>{t('requests.ask.tooLate')}</Note>
      )}
    </NewcomerFrame>
  )
}
