import { uncheckedText } from '@/components/guide/words'
import { Tag } from '@/components/ui/Tag'
import { dateName, type Here } from '@/lib/i18n/moments'
import { columnDay } from '@/lib/places/city-time'
import type { PlaceFacts } from '@/lib/places/queries'

/** What is known of a crossing: how it stands, what is on the other side, who says so and since when. */
export function CrossingWords({
  here,
  crossing,
  road,
}: {
  here: Here
  crossing: PlaceFacts
  /** Where it leads, as a sentence. */
  road?: string | null
}) {
  const { t } = here
  const { text, lang, otherSide, notice } = crossing
  return (
    <>
      <h3>
        <span lang={lang}>{text}</span>{' '}
        {notice && notice.level !== 'info' ? (
          <Tag tone="warn">{t(`crossings.level.${notice.level}`)}</Tag>
        ) : null}
      </h3>
      <p>{notice ? notice.text : t('crossings.unknown')}</p>
      <p className="small">
        {otherSide ? `${t('rides.otherSide', { name: otherSide })}. ` : null}
        {road ? `${road}. ` : null}
        <Checked here={here} crossing={crossing} />
      </p>
    </>
  )
}

// Of the notice where there is one, else of the crossing itself: that it exists and where it leads.
function Checked({ here, crossing }: { here: Here; crossing: PlaceFacts }) {
  const { t, locale } = here
  const { source, checkedOn } = crossing.notice ?? crossing
  const day = columnDay(checkedOn)
  const unchecked = uncheckedText(here, { checkedOn: day })
  return (
    <>
      <a href={source} rel="noreferrer">
        {t('listing.source', { host: new URL(source).hostname.replace(/^www\./, '') })}
      </a>
      , {t('listing.checkedOn', { date: dateName(locale, day, true) })}.
      {unchecked ? (
        <>
          {' '}
          <Tag tone="old">{unchecked}</Tag>
        </>
      ) : null}
    </>
  )
}
