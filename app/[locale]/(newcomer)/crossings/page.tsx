import type { Metadata } from 'next'
import { NewcomerFrame } from '@/components/layout/frames'
import { pageMetadata } from '@/components/layout/metadata'
import { ListingTools } from '@/components/listings/ListingTools'
import { CrossingList } from '@/components/places/CrossingList'
import { BackLink } from '@/components/ui/Links'
import { PageHead } from '@/components/ui/Section'
import { hereAt, localeOf } from '@/lib/i18n/page'
import { translator } from '@/lib/i18n/translator'
import { listPlaceFacts } from '@/lib/places/queries'

interface Props {
  params: Promise<{ locale: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = localeOf((await params).locale)
  const t = translator(locale)
  return pageMetadata(locale, '/crossings', t('crossings.title'), t('crossings.description'))
}

export default async function CrossingsPage({ params }: Props) {
  const here = hereAt(localeOf((await params).locale))
  const { locale, t } = here
  const crossings = await listPlaceFacts(locale, 'crossing')
  return (
    <NewcomerFrame locale={locale} path="/crossings" section="guide">
      <BackLink href={`/${locale}/guide`}>{t('guide.steps')}</BackLink>
      <PageHead title={t('crossings.title')}>
        <p>{t('crossings.lead')}</p>
      </PageHead>
      <CrossingList here={here} crossings={crossings} />
      <ListingTools here={here} path="/crossings" title={t('crossings.title')} />
    </NewcomerFrame>
  )
}
