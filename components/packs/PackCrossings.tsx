import { uncheckedText } from '@/components/guide/words'
import { Section } from '@/components/ui/Section'
import { Tag } from '@/components/ui/Tag'
import { dateName, type Here } from '@/lib/i18n/moments'
import { columnDay } from '@/lib/places/city-time'
import type { PlaceFacts } from '@/lib/places/queries'

/** The crossings from which a road leads to the city, with what is known of each. */
export function PackCrossings({ here, crossings }: { here: Here; crossings: PlaceFacts[] }) {
  const { t } = here
  if (crossings.length === 0) return null
  return (
    <Section title={t('crossings.title')}>
      <ul className="facts">
        {crossings.map((crossing) => (
          <CrossingInBrief key={crossing.id} here={here} crossing={crossing} />
        ))}
      </ul>
    </Section>
  )
}

function CrossingInBrief({ here, crossing }: { here: Here; crossing: PlaceFacts }) {
  const { t, locale } = here
  const { text, lang, otherSide, notice } = crossing
  const { source, checkedOn } = notice ?? crossing
  const day = columnDay(checkedOn)
  const unchecked = uncheckedText(here, { checkedOn: day })
  const host = new URL(source).hostname.replace(/^www\./, '')
  return (
    <li>
      <h3>
        <span lang={lang}>{text}</span>{' '}
        {notice && notice.level !== 'info' ? (
          <Tag tone="warn">{t(`crossings.level.${notice.level}`)}</Tag>
        ) : null}
      </h3>
      <p>{notice ? notice.text : t('crossings.unknown')}</p>
      <p className="small">
        {otherSide ? `${t('rides.otherSide', { name: otherSide })}. ` : null}
        <a href={source} rel="noreferrer">
          {t('listing.source', { host })}
        </a>
        , {t('listing.checkedOn', { date: dateName(locale, day, true) })}.
        {unchecked ? (
          <>
            {' '}
            <Tag tone="old">{unchecked}</Tag>
          </>
        ) : null}
      </p>
    </li>
  )
}
