import { countText, whyEmpty } from '@/components/search/words'
import { Empty } from '@/components/ui/Empty'
import type { Here } from '@/lib/i18n/moments'
import { queryString } from '@/lib/i18n/page'
import type { Offer } from '@/lib/search/offers'
import type { Understood } from '@/lib/search/query'

/** Nothing meets the query: why, and what there is instead, each with its count. */
export function NothingFound({
  here,
  words,
  offers,
}: {
  here: Here
  words: Understood
  offers: Offer[]
}) {
  const { t, locale } = here
  const instead = offers.map(({ query, count }) => ({
    href: `/${locale}/search${queryString({ q: query })}`,
    label: t('search.offer', { words: query, count: countText(here, count) }),
  }))
  const everything = (['rides', 'housing', 'centres'] as const).map((kind) => ({
    href: `/${locale}/${kind}`,
    label: t(`city.all.${kind}`),
  }))
  const [nearest, ...more] = offers.length > 0 ? instead : everything
  return (
    <Empty title={t('search.empty.title')} nearest={nearest} more={more}>
      {whyEmpty(here, words)} {t(offers.length > 0 ? 'search.empty.instead' : 'search.empty.none')}
    </Empty>
  )
}
