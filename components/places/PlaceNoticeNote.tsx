import { Note } from '@/components/ui/Note'
import { dateName, type Here } from '@/lib/i18n/moments'
import { columnDay } from '@/lib/places/city-time'
import type { PlaceNotice } from '@/lib/places/queries'

/** What is known of a crossing or station today, with its source and the day it was checked. */
export function PlaceNoticeNote({ notice, here }: { notice: PlaceNotice; here: Here }) {
  const { t, locale } = here
  const host = new URL(notice.source).hostname.replace(/^www\./, '')
  return (
    <Note tone={notice.level === 'closed' ? 'warn' : 'info'}>
      {notice.text}{' '}
      <a href={notice.source} rel="noreferrer">
        {t('listing.source', { host })}
      </a>
      {', '}
      {t('listing.checkedOn', { date: dateName(locale, columnDay(notice.checkedOn), true) })}
    </Note>
  )
}
