import { Icon } from '@/components/ui/Icon'
import type { Here } from '@/lib/i18n/moments'

/** Share and print: `public/enhance.js` shows them, without a script the browser's own menu does it. */
export function ListingTools({ here }: { here: Here }) {
  return (
    <p className="tools">
      <button type="button" data-share hidden>
        <Icon name="share" />
        {here.t('listing.share')}
      </button>
      <button type="button" data-print hidden>
        <Icon name="print" />
        {here.t('listing.print')}
      </button>
    </p>
  )
}
