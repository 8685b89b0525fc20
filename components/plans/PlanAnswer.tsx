import { IinStatements } from '@/components/guide/IinStatements'
import { ShortNumbers } from '@/components/guide/ShortNumbers'
import { ListingTools } from '@/components/listings/ListingTools'
import { PlaceNoticeNote } from '@/components/places/PlaceNoticeNote'
import { PlanBeds } from '@/components/plans/PlanBeds'
import { PlanCentres } from '@/components/plans/PlanCentres'
import { PlanDeadlines } from '@/components/plans/PlanDeadlines'
import { PlanRides } from '@/components/plans/PlanRides'
import { dayText, partyText } from '@/components/plans/words'
import { PageHead } from '@/components/ui/Section'
import { IIN_BRING } from '@/lib/guide/iin'
import type { Kept } from '@/lib/guide/kept'
import { clock, type Here } from '@/lib/i18n/moments'
import { cityName } from '@/lib/places/cities'
import { cityClock, cityDay } from '@/lib/places/city-time'
import type { PlaceFacts } from '@/lib/places/queries'
import type { PlanView } from '@/lib/plans/queries'
import type { PlanInput } from '@/lib/plans/schema'
import { MOSCOW } from '@/lib/rides/rules'

/** The whole plan of an arrival, short enough for one printed page. */
export function PlanAnswer({
  here,
  plan,
  origin,
  view,
  kept,
}: {
  here: Here
  plan: PlanInput
  origin: PlaceFacts
  view: PlanView
  kept: Kept
}) {
  const { t, locale } = here
  const { arrival } = view
  const moscow = t('rides.moscow', { hours: cityClock(arrival, MOSCOW) })
  return (
    <div className="plan">
      <PageHead
        title={
          <>
            <span lang={origin.lang}>{origin.text}</span> →{'\u00a0'}
            {cityName(plan.city, locale)}
          </>
        }
      >
        <p>
          <b>
            {dayText(here, cityDay(arrival, here.zone))}, {clock(here, arrival)}
          </b>{' '}
          ({moscow}). {partyText(here, plan)}.
        </p>
      </PageHead>
      {origin.notice ? <PlaceNoticeNote notice={origin.notice} here={here} /> : null}
      {view.rides ? <PlanRides here={here} plan={plan} origin={origin} rides={view.rides} /> : null}
      {view.homes ? <PlanBeds here={here} plan={plan} stay={view.stay} homes={view.homes} /> : null}
      <PlanCentres here={here} centres={view.centres} kept={kept}>
        <IinStatements here={here} names={IIN_BRING} kept={kept} />
      </PlanCentres>
      <PlanDeadlines
        here={here}
        deadlines={view.deadlines}
        moves={view.homes !== null}
        kept={kept}
      />
      <ShortNumbers here={here} />
      <ListingTools here={here} />
    </div>
  )
}
