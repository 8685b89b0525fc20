import type { Metadata } from 'next'
import { GuideLines } from '@/components/facts/GuideLines'
import { StaffFrame } from '@/components/layout/frames'
import { BackLink } from '@/components/ui/Links'
import { PageHead } from '@/components/ui/Section'
import { requireStaff } from '@/lib/auth/session'
import { listGuideLines } from '@/lib/guide/queries'
import { CHECKED_DAYS } from '@/lib/guide/statements'
import { hereAt, localeOf } from '@/lib/i18n/page'
import { translator } from '@/lib/i18n/translator'

interface Props {
  params: Promise<{ locale: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${translator(localeOf((await params).locale))('facts.guideTitle')} — Qadam` }
}

export default async function GuideFactsPage({ params }: Props) {
  const here = hereAt(localeOf((await params).locale))
  const { locale, now, t } = here
  const actor = await requireStaff(locale, `/${locale}/staff/guide`)
  const lines = await listGuideLines(actor, now)
  return (
    <StaffFrame locale={locale} path="/staff/guide" actor={actor} section="facts">
      <BackLink href={`/${locale}/staff/facts`}>{t('facts.title')}</BackLink>
      <PageHead title={t('facts.guideTitle')}>
        <p className="small">{t('facts.guideIntro', { days: CHECKED_DAYS })}</p>
      </PageHead>
      <GuideLines here={here} lines={lines} />
    </StaffFrame>
  )
}
