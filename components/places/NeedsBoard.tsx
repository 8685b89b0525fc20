import { countdown, hourRange, routeText } from '@/components/rides/words'
import { Board, type Need } from '@/components/ui/Board'
import type { Here } from '@/lib/i18n/moments'
import type { CityCounts } from '@/lib/listings/queries'
import { CITY_SLUGS } from '@/lib/places/cities'
import type { RideCardView } from '@/lib/rides/queries'
import { COUNTED } from '@/lib/search/schema'

/** The three needs of someone who has just arrived, each with what is true now. */
export function NeedsBoard({
  here,
  counts,
  freeBeds,
  nextRide,
}: {
  here: Here
  counts: CityCounts
  freeBeds: number
  nextRide: RideCardView | null
}) {
  const { locale, t } = here
  const centres = CITY_SLUGS.reduce((sum, city) => sum + counts[city].centre, 0)
  const counted = Math.min(centres, COUNTED + 1)
  const now = (chunks: React.ReactNode) => <b>{chunks}</b>
  const needs: Need[] = [
    {
      href: `/${locale}/rides`,
      icon: 'car',
      name: t('home.need.ride'),
      fact: nextRide ? <NextRide here={here} ride={nextRide} /> : t('home.noRides'),
    },
    {
      href: `/${locale}/housing`,
      icon: 'bed',
      name: t('home.need.bed'),
      fact: t.rich('home.bedsTonight', { n: freeBeds, now }),
    },
    {
      href: `/${locale}/centres`,
      icon: 'id',
      name: t('home.need.iin'),
      fact: t.rich('home.centres', { n: counted, now }),
    },
  ]
  return (
    <Board title={t('home.question')} needs={needs}>
      {t('home.promise')}
    </Board>
  )
}

function NextRide({ here, ride }: { here: Here; ride: RideCardView }) {
  return (
    <>
      <b>{countdown(here, ride.departsAt) ?? hourRange(ride.departsAt, here.zone)}</b>{' '}
      {routeText(ride)}
    </>
  )
}
