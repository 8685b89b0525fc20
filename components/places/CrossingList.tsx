import { uncheckedText } from '@/components/guide/words'
import { Section } from '@/components/ui/Section'
import { Tag } from '@/components/ui/Tag'
import { dateName, type Here } from '@/lib/i18n/moments'
import { queryString } from '@/lib/i18n/page'
import { CITY_SLUGS, cityName } from '@/lib/places/cities'
import { columnDay } from '@/lib/places/city-time'
import type { PlaceFacts } from '@/lib/places/queries'

/** All crossings by the city they lead to first, each with what is known of it and the rides from it. */
export function CrossingList({ here, crossings }: { here: Here; crossings: PlaceFacts[] }) {
  const { t, locale } = here
  const parts = [...CITY_SLUGS, undefined].map((city) => ({
    key: city ?? 'elsewhere',
    title: city ? cityName(city, locale) : t('crossings.elsewhere'),
    members: crossings.filter(({ serves }) => serves[0] === city),
  }))
  return parts.map(({ key, title, members }) =>
    members.length > 0 ? (
      <Section key={key} title={title}>
        <ul className="facts">
          {members.map((crossing) => (
            <CrossingFacts key={crossing.id} here={here} crossing={crossing} />
          ))}
        </ul>
      </Section>
    ) : null,
  )
}

function CrossingFacts({ here, crossing }: { here: Here; crossing: PlaceFacts }) {
  const { t, locale } = here
  const { id, text, lang, otherSide, serves, notice } = crossing
  const cities = serves.map((city) => cityName(city, locale)).join(', ')
  return (
    <li id={id}>
      <h3>
        <span lang={lang}>{text}</span>{' '}
        {notice && notice.level !== 'info' ? (
          <Tag tone="warn">{t(`crossings.level.${notice.level}`)}</Tag>
        ) : null}
      </h3>
      <p>{notice ? notice.text : t('crossings.unknown')}</p>
      <p className="small">
        {otherSide ? `${t('rides.otherSide', { name: otherSide })}. ` : null}
        {cities ? `${t('crossings.roadTo', { cities })}. ` : null}
        <Checked here={here} crossing={crossing} />
      </p>
      <p className="tools">
        <a href={`/${locale}/rides${queryString({ from: id })}`}>{t('crossings.rides')}</a>
      </p>
    </li>
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
