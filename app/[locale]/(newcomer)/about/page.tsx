import type { Metadata } from 'next'
import { NewcomerFrame } from '@/components/layout/frames'
import { pageMetadata } from '@/components/layout/metadata'
import { BackLink } from '@/components/ui/Links'
import { PageHead, Section } from '@/components/ui/Section'
import { Steps } from '@/components/ui/Steps'
import { env } from '@/lib/env'
import { localeOf } from '@/lib/i18n/page'
import { translator } from '@/lib/i18n/translator'

interface Props {
  params: Promise<{ locale: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = localeOf((await params).locale)
  return pageMetadata(locale, '/about', translator(locale)('frame.about'))
}

export default async function AboutPage({ params }: Props) {
  const locale = localeOf((await params).locale)
  const t = translator(locale)
  return (
    <NewcomerFrame locale={locale} path="/about">
      <BackLink href={`/${locale}`}>{t('frame.home')}</BackLink>
      <PageHead title={t('frame.about')}>
        <p>{t('about.intro')}</p>
      </PageHead>
      <Section title={t('about.checkTitle')}>
        <Steps
          steps={(['moderator', 'person', 'contact', 'fade', 'own'] as const).map((key) => ({
            key,
            text: t(`about.check.${key}`),
          }))}
        />
      </Section>
      <Section title={t('about.notTitle')}>
        <p>{t('about.not')}</p>
      </Section>
      <Section title={t('about.whoTitle')}>
        <p>{t('about.who', env.operator)}</p>
      </Section>
      <Section title={t('about.sourcesTitle')}>
        <p>{t('about.sources')}</p>
      </Section>
    </NewcomerFrame>
  )
}
