import { AnswerCard } from '@/components/listings/AnswerCard'
import { ListingEnd } from '@/components/listings/ListingEnd'
import { authorLang, capital, freshFoot, sampleWord } from '@/components/listings/words'
import { PlaceNoticeNote } from '@/components/places/PlaceNoticeNote'
import {
  countdown,
  departureDay,
  hourRange,
  moscowHours,
  RouteName,
  routeText,
  seatsText,
  shareText,
} from '@/components/rides/words'
import { Lines } from '@/components/ui/Lines'
import { Note } from '@/components/ui/Note'
import { Pips } from '@/components/ui/Pips'
import { RouteLine } from '@/components/ui/RouteLine'
import { Section } from '@/components/ui/Section'
import { Steps } from '@/components/ui/Steps'
import { SaidNotes } from '@/components/visits/SaidNotes'
import { type Here, weekdayName } from '@/lib/i18n/moments'
import { cityDay } from '@/lib/places/city-time'
import type { RideDetailView } from '@/lib/rides/queries'

/** Everything the public may know of a ride; the minute, the point, car and plate come later. */
export function RideDetail({ ride, here }: { ride: RideDetailView; here: Here }) {
  const { t } = here
  const hours = hourRange(ride.departsAt, here.zone)
  const day = departureDay(here, ride.departsAt)
  const weekday = weekdayName(here.locale, cityDay(ride.departsAt, here.zone))
  const isFull = ride.seats.free === 0
  return (
    <>
      <AnswerCard
        kind="ride"
        kindLine={t('rides.kind')}
        sample={sampleWord(here, ride)}
        answer={{ figure: hours, long: true, now: countdown(here, ride.departsAt) }}
        when={t('rides.when', {
          day: capital(day),
          weekday,
          moscow: moscowHours(here, ride.departsAt),
        })}
        name={<RouteName from={ride.from} to={ride.to} />}
        fresh={freshFoot(here, 'ride', ride)}
      >
        <p>
          {isFull ? <b>{t('listing.full')}</b> : seatsText(here, ride.seats)}{' '}
          <Pips {...ride.seats} />
        </p>
        <p>
          <b>{capital(shareText(here, ride.priceTenge))}</b>
        </p>
      </AnswerCard>
      <SaidNotes kind="ride" visits={ride.visits} here={here} />
      {ride.notices.map((notice) => (
        <PlaceNoticeNote key={notice.text} notice={notice} here={here} />
      ))}
      {ride.body ? (
        <Section title={t('listing.authorWrites')}>
          <p className="own-words" lang={authorLang(here, ride)}>
            {ride.body}
          </p>
        </Section>
      ) : null}
      <Section title={t('rides.route')}>
        <RouteLine
          stops={[
            {
              name: ride.from.text,
              detail: ride.otherSide ? t('rides.otherSide', { name: ride.otherSide }) : undefined,
              note: `${capital(day)}, ${hours}. ${t('rides.pointLater')}`,
            },
            { name: ride.to.text, note: t('rides.borderDelays') },
          ]}
        />
      </Section>
      <Section title={t('rides.carAndDriver')}>
        <Lines
          lines={[
            { term: t('rides.driver'), detail: <AuthorLine here={here} ride={ride} /> },
            {
              term: t('listing.languages'),
              detail: ride.languages.map((language) => t(`language.${language}`)).join(', '),
            },
            { term: t('rides.luggageTerm'), detail: t(`rides.luggage.${ride.luggage}`) },
            {
              term: t('rides.childrenTerm'),
              detail: ride.childSeats
                ? t('rides.childSeats', { n: ride.childSeats })
                : t('rides.noChildSeat'),
            },
            {
              term: t('rides.petsTerm'),
              detail: ride.pets ? t('rides.petsYes') : t('rides.petsNo'),
            },
            ...(ride.womenOnRequest
              ? [{ term: t('listing.womenTerm'), detail: t('rides.womenOnRequest') }]
              : []),
          ]}
        />
      </Section>
      <Section title={t('rides.safety.title')}>
        <Steps
          steps={(['crossing', 'plate', 'pay', 'tell'] as const).map((key) => ({
            key,
            text: t(`rides.safety.${key}`),
          }))}
        />
      </Section>
      <Note>{t('listing.volunteersNote')}</Note>
      <ListingEnd kind="ride" listing={ride} title={routeText(ride)} here={here} />
    </>
  )
}

function AuthorLine({ here, ride }: { here: Here; ride: RideDetailView }) {
  const { name, verifiedHow } = ride.author
  return verifiedHow ? `${name}. ${here.t(`listing.verified.${verifiedHow}`)}` : name
}
