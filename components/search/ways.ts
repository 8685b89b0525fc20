import { countText } from '@/components/search/words'
import type { Here } from '@/lib/i18n/moments'
import { queryString } from '@/lib/i18n/page'
import type { CitySlug } from '@/lib/places/cities'
import type { Instead } from '@/lib/search/instead'
import type { Understood } from '@/lib/search/query'

interface AnyFilter {
  city: CitySlug | null
  words?: Understood | null
  party?: unknown
}

/** Ways out of an empty list as links: «На другие дни: 4». */
export function waysOut<Filter extends AnyFilter>(
  here: Here,
  kind: 'rides' | 'housing' | 'centres',
  instead: Instead<Filter>[],
): { href: string; label: string }[] {
  return instead.map(({ without, filter, count }) => {
    const { city, words: _, party: __, ...asked } = filter
    const path = [here.locale, city, kind].filter(Boolean).join('/')
    return {
      href: `/${path}${queryString(asked as Record<string, string | number | undefined>)}`,
      label: here.t(`search.without.${without}`, { count: countText(here, count) }),
    }
  })
}

/** The same words over all kinds and cities. */
export function everywhere({ t, locale }: Here, q: string | undefined) {
  return { href: `/${locale}/search${queryString({ q })}`, label: t('search.everywhere') }
}
