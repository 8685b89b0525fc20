import { ListingCard } from '@/components/listings/ListingCard'
import { sampleWord, sentence } from '@/components/listings/words'
import { PackFoot } from '@/components/packs/PackFoot'
import { addressOf } from '@/components/packs/words'
import { hourRange, moscowHours, RouteName, rideFacts, seatsText } from '@/components/rides/words'
import { dateName, type Here, weekdayName } from '@/lib/i18n/moments'
import { cityDay } from '@/lib/places/city-time'
import type { RideCardView } from '@/lib/rides/queries'

/** A ride in a pack: its date, its hour, where it goes, its free seats. */
export function PackRide({ ride, here }: { ride: RideCardView; here: Here }) {
  const { locale } = here
  const day = cityDay(ride.departsAt, here.zone)
  return (
    <ListingCard
      kind="ride"
      kindLine={sentence([dateName(locale, day), weekdayName(locale, day)])}
      sample={sampleWord(here, ride)}
      answer={{
        figure: hourRange(ride.departsAt, here.zone),
        words: moscowHours(here, ride.departsAt),
      }}
      name={<RouteName from={ride.from} to={ride.to} />}
      href={addressOf(here, `/${ride.city}/rides/${ride.id}`)}
      facts={
        <>
          {seatsText(here, ride.seats)}, {rideFacts(here, ride)}
        </>
      }
    >
      <PackFoot here={here} listing={ride} />
    </ListingCard>
  )
}
