import { ListingCard } from '@/components/listings/ListingCard'
import { freshFoot, sampleWord, staleText } from '@/components/listings/words'
import {
  countdown,
  departureDay,
  hourRange,
  moscowHours,
  RouteName,
  rideFacts,
  seatsText,
} from '@/components/rides/words'
import { awayText } from '@/components/search/SortField'
import { Pips } from '@/components/ui/Pips'
import { saidLines, saidOnCard } from '@/components/visits/words'
import type { Here } from '@/lib/i18n/moments'
import type { RideCardView } from '@/lib/rides/queries'

/** A ride in a list: its hour, where it goes, how many seats are free. */
export function RideCard({
  ride,
  here,
  href,
  as,
  heading,
}: {
  ride: RideCardView
  here: Here
  href?: string
  as?: 'li' | 'div'
  heading?: 'h2' | 'h3'
}) {
  const { t } = here
  const hours = hourRange(ride.departsAt, here.zone)
  const stale = staleText(here, 'ride', ride.confirmedAt)
  const [said] = saidLines(here, 'ride', ride.visits)
  const isFull = ride.seats.free === 0
  return (
    <ListingCard
      as={as}
      heading={heading}
      kind="ride"
      kindLine={[
        t('rides.kindLine', { day: departureDay(here, ride.departsAt) }),
        awayText(here, ride.distanceKm),
      ]
        .filter(Boolean)
        .join(', ')}
      sample={sampleWord(here, ride)}
      answer={
        isFull
          ? { figure: t('listing.full'), words: hours, quiet: true }
          : {
              figure: hours,
              words: moscowHours(here, ride.departsAt),
              now: stale ? undefined : countdown(here, ride.departsAt),
            }
      }
      name={<RouteName from={ride.from} to={ride.to} />}
      href={href}
      facts={
        <>
          <Pips free={ride.seats.free} total={ride.seats.total} />{' '}
          {isFull ? null : <>{seatsText(here, ride.seats)}, </>}
          {rideFacts(here, ride)}
        </>
      }
      {...saidOnCard(said, stale)}
      gone={stale !== null}
      fresh={freshFoot(here, 'ride', ride)}
    />
  )
}
