import type { Metadata } from 'next'
import { NewcomerFrame } from '@/components/layout/frames'
import { pageMetadata } from '@/components/layout/metadata'
import { Corrected } from '@/components/search/Corrected'
import { KindChips } from '@/components/search/KindChips'
import { NothingFound } from '@/components/search/NothingFound'
import { SearchBox } from '@/components/search/SearchBox'
import { SearchResults } from '@/components/search/SearchResults'
import { BackLink } from '@/components/ui/Links'
import { PageHead } from '@/components/ui/Section'
import { GUEST } from '@/lib/auth/viewer'
import { hereAt, localeOf, queryString, type SearchParams } from '@/lib/i18n/page'
import { translator } from '@/lib/i18n/translator'
import { countEmptySearch } from '@/lib/search/empty'
import { offersInstead } from '@/lib/search/offers'
import { search } from '@/lib/search/queries'
import { COUNTED, searchQuerySchema } from '@/lib/search/schema'
import { readQuery } from '@/lib/search/spoken'

/** Cards of each kind; of one kind alone there are more, its list has the rest. */
const SHOWN = 5

interface Props {
  params: Promise<{ locale: string }>
  searchParams: SearchParams
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = localeOf((await params).locale)
  const t = translator(locale)
  return pageMetadata(locale, '/search', t('search.title'), t('search.description'))
}

export default async function SearchPage({ params, searchParams }: Props) {
  const here = hereAt(localeOf((await params).locale))
  const { locale, now, t } = here
  const { kind = null, ...typed } = searchQuerySchema.parse(await searchParams)
  const words = await readQuery(typed)
  const asked = words && { words, kind, city: null }
  const groups = asked ? await search(GUEST, asked, kind ? COUNTED : SHOWN, locale, now) : []
  const isEmpty = asked !== null && groups.length === 0
  const offers = isEmpty ? await offersInstead(GUEST, asked.words, now) : []
  if (isEmpty) countEmptySearch(kind, asked.words.cities[0] ?? null)
  const action = `/${locale}/search`
  return (
    <NewcomerFrame locale={locale} path={`/search${queryString({ ...typed, kind })}`}>
      <BackLink href={`/${locale}`}>{t('frame.home')}</BackLink>
      <PageHead title={t('search.title')} />
      <SearchBox
        here={here}
        action={action}
        label={t('search.label')}
        hint={t('search.hint')}
        q={typed.q}
        quiet={isEmpty}
      />
      {words && !isEmpty ? (
        <KindChips here={here} action={action} typed={typed} kind={kind} />
      ) : null}
      <Corrected here={here} action={action} asked={{ ...typed, kind }} words={words} />
      <SearchResults here={here} groups={groups} typed={typed} />
      {isEmpty ? <NothingFound here={here} words={asked.words} offers={offers} /> : null}
    </NewcomerFrame>
  )
}
