import { dateAt, type Here } from '@/lib/i18n/moments'
import type { ListingView } from '@/lib/listings/queries'

/** When and by whom it was confirmed. A dial would stand still in a file. */
export function PackFoot({ here, listing }: { here: Here; listing: ListingView }) {
  const moment = dateAt(here, listing.confirmedAt)
  return (
    <p className="small">
      {here.t('listing.confirmedMoment', { moment })}, {listing.author.name}
    </p>
  )
}
