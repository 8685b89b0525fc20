import { KeyHelp } from '@/components/desk/KeyHelp'
import { NextForm } from '@/components/desk/NextForm'
import type { Desk } from '@/lib/desk/queries'
import { CLAIM_MINUTES } from '@/lib/desk/rules'
import type { Here } from '@/lib/i18n/moments'

/** For whoever works through the queue: that the case is theirs for a while, the next, the one before. */
export function Onward({ here, desk, id }: { here: Here; desk: Desk; id: string }) {
  const { t, locale } = here
  const at = desk.entries.findIndex(({ listingId }) => listingId === id)
  const before = desk.entries[at - 1]
  return (
    <>
      <p className="small">{t('desk.yours', { n: CLAIM_MINUTES })}</p>
      <NextForm here={here} after={id} />
      {before ? (
        <p>
          <a rel="prev" href={`/${locale}/staff/listings/${before.listingId}?onward=1`}>
            {t('desk.previous')}
          </a>
        </p>
      ) : null}
      <KeyHelp here={here} />
    </>
  )
}
