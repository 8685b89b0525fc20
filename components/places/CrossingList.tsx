import { CrossingWords } from '@/components/places/CrossingWords'
import { Section } from '@/components/ui/Section'
import type { Here } from '@/lib/i18n/moments'
import { queryString } from '@/lib/i18n/page'
import { CITY_SLUGS, cityName } from '@/lib/places/cities'
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
  const { id, serves } = crossing
  const cities = serves.map((city) => cityName(city, locale)).join(', ')
  return (
    <li id={id}>
      <CrossingWords
        here={here}
        crossing={crossing}
        road={cities && t('crossings.roadTo', { cities })}
      />
      <p className="tools">
        <a href={`/${locale}/rides${queryString({ from: id })}`}>{t('crossings.rides')}</a>
      </p>
    </li>
  )
}
