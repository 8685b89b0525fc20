import type { Metadata } from 'next'
import { VolunteerFrame } from '@/components/layout/frames'
import { pageMetadata } from '@/components/layout/metadata'
import { KindTiles } from '@/components/listings/KindTiles'
import { PageHead } from '@/components/ui/Section'
import { requireActor } from '@/lib/auth/session'
import { localeOf } from '@/lib/i18n/page'
import { translator } from '@/lib/i18n/translator'

interface Props {
  params: Promise<{ locale: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = localeOf((await params).locale)
  return pageMetadata(locale, '/my/new', translator(locale)('my.new.title'))
}

export default async function NewListingPage({ params }: Props) {
  const locale = localeOf((await params).locale)
  const t = translator(locale)
  const actor = await requireActor(locale, `/${locale}/my/new`)
  return (
    <VolunteerFrame locale={locale} path="/my/new" actor={actor} section="add">
      <PageHead title={t('my.new.title')}>
        <p>{t('my.new.intro')}</p>
      </PageHead>
      <KindTiles locale={locale} />
    </VolunteerFrame>
  )
}
