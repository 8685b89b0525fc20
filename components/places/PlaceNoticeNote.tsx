import { uncheckedText } from '@/components/guide/words'
import { Note } from '@/components/ui/Note'
import { Tag } from '@/components/ui/Tag'
import { dateName, type Here } from '@/lib/i18n/moments'
import { columnDay } from '@/lib/places/city-time'
import type { PlaceNotice } from '@/lib/places/queries'

/** What is known of a crossing or station today, with its source and the day it was checked. */
export function PlaceNoticeNote({ notice, here }: { notice: PlaceNotice; here: Here }) {
  const { t, locale } = here
  const checkedOn = columnDay(notice.checkedOn)
  const unchecked = uncheckedText(here, { checkedOn })
  const host = new URL(notice.source).hostname.replace(/^www\./, '')
  return (
    <Note tone={notice.level === 'closed' ? 'warn' : 'info'}>
      {notice.text}{' '}
      <a href={notice.source} rel="noreferrer">
        {t('listing.source', { host })}
      </a>
      {', '}
      {t('listing.checkedOn', { date: dateName(locale, checkedOn, true) })}
      {unchecked ? (
        <>
          {' '}
          <Tag tone="old">{unchecked}</Tag>
        </>
      ) : null}
    </Note>
  )
}
