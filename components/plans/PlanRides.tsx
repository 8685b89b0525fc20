import { confirmedText, staleText } from '@/components/listings/words'
import { dayText } from '@/components/plans/words'
import { rideHref } from '@/components/rides/RideList'
import { hourRange, moscowHours, RouteName, rideFacts, seatsText } from '@/components/rides/words'
import { LinkButton } from '@/components/ui/Button'
import { Section } from '@/components/ui/Section'
import { Tag } from '@/components/ui/Tag'
import type { Here } from '@/lib/i18n/moments'
import { queryString } from '@/lib/i18n/page'
import { cityDay } from '@/lib/places/city-time'
import type { PlaceFacts } from '@/lib/places/queries'
import type { PlanView } from '@/lib/plans/queries'
import type { PlanInput } from '@/lib/plans/schema'
import type { RideCardView } from '@/lib/rides/queries'

/** More than this rarely fit into one car. */
const ONE_CAR = 4

/** Rides after the arrival that take everyone; where there is none, the next one and what to do. */
export function PlanRides({
  here,
  plan,
  origin,
  rides: { isThere, fitting, next },
}: {
  here: Here
  plan: PlanInput
  origin: PlaceFacts
  rides: NonNullable<PlanView['rides']>
}) {
  const { t, locale } = here
  if (isThere) {
    return (
      <Section title={t('plan.rideTitle')}>
        <p>{t('plan.rideThere')}</p>
      </Section>
    )
  }
  if (fitting.length > 0) {
    return (
      <Section title={t('plan.rideTitle')}>
        <Rows here={here} rides={fitting} />
      </Section>
    )
  }
  const from = origin.kind === 'crossing' ? origin.id : null
  return (
    <Section title={t('plan.rideTitle')}>
      <p>
        <b>{t('plan.rideNone')}</b> {next ? t('plan.rideNext') : null}
      </p>
      {next ? <Rows here={here} rides={[next]} /> : null}
      <p>
        {t('plan.rideDo')} {plan.adults + plan.children > ONE_CAR ? t('plan.rideSplit') : null}
      </p>
      <p>
        <LinkButton href={`/${locale}/rides${queryString({ from })}`} look="quiet" wide>
          {t('city.all.rides')}
        </LinkButton>
      </p>
    </Section>
  )
}

function Rows({ here, rides }: { here: Here; rides: RideCardView[] }) {
  return (
    <ul className="facts">
      {rides.map((ride) => {
        const stale = staleText(here, 'ride', ride.confirmedAt)
        const day = dayText(here, cityDay(ride.departsAt, here.zone))
        return (
          <li key={ride.id}>
            <p>
              <b>
                {day}, {hourRange(ride.departsAt, here.zone)}
              </b>{' '}
              <a href={rideHref(here.locale, ride)}>
                <RouteName from={ride.from} to={ride.to} />
              </a>
            </p>
            <p className="small">
              {seatsText(here, ride.seats)}, {rideFacts(here, ride)}.{' '}
              {moscowHours(here, ride.departsAt)}.{' '}
              {stale ? <Tag tone="old">{stale}</Tag> : `${confirmedText(here, ride.confirmedAt)}.`}
            </p>
          </li>
        )
      })}
    </ul>
  )
}
