import type { Metadata } from 'next'
import { NewcomerFrame } from '@/components/layout/frames'
import { pageMetadata } from '@/components/layout/metadata'
import { KeptLines } from '@/components/privacy/KeptLines'
import { BackLink } from '@/components/ui/Links'
import { PageHead, Section } from '@/components/ui/Section'
import { env } from '@/lib/env'
import { localeOf } from '@/lib/i18n/page'
import { translator } from '@/lib/i18n/translator'

interface Props {
  params: Promise<{ locale: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = localeOf((await params).locale)
  return pageMetadata(locale, '/privacy', translator(locale)('frame.privacy'))
}

export default async function PrivacyPage({ params }: Props) {
  const locale = localeOf((await params).locale)
  const t = translator(locale)
  return (
    <NewcomerFrame locale={locale} path="/privacy">
      <BackLink href={`/${locale}`}>{t('frame.home')}</BackLink>
      <PageHead title={t('frame.privacy')}>
        <p>{t('privacy.intro')}</p>
      </PageHead>
      <KeptLines t={t} />
      <Section title={t('privacy.neverTitle')}>
        <p>{t('privacy.never')}</p>
      </Section>
      <Section title={t('privacy.askTitle')}>
        <p>{t('privacy.ask', env.operator)}</p>
      </Section>
    </NewcomerFrame>
  )
}
