import { KeepThis } from '@/components/keeping/KeepButton'
import { ShareBlock } from '@/components/listings/ShareBlock'
import { Icon } from '@/components/ui/Icon'
import type { Here } from '@/lib/i18n/moments'

/** The small ways on at the end of a page: share, keep, print. */
export function ListingTools({
  here,
  path,
  title,
}: {
  here: Here
  /** After the language. Left out where the address says too much to hand it to another app. */
  path?: string
  title?: string
}) {
  return (
    <div className="tools">
      {path && title ? <ShareBlock here={here} path={path} title={title} /> : null}
      <KeepThis here={here} />
      <button type="button" data-print hidden>
        <Icon name="print" />
        {here.t('listing.print')}
      </button>
    </div>
  )
}
