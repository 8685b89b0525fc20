import type { Metadata } from 'next'
import { CentreForm } from '@/components/centres/CentreForm'
import { StaffFrame } from '@/components/layout/frames'
import { BackLink } from '@/components/ui/Links'
import { PageHead } from '@/components/ui/Section'
import { requireStaff } from '@/lib/auth/session'
import { hereAt, localeOf } from '@/lib/i18n/page'
import { translator } from '@/lib/i18n/translator'
import { prepare } from '@/lib/imports/actions'

interface Props {
  params: Promise<{ locale: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${translator(localeOf((await params).locale))('registry.new')} — Qadam` }
}

export default async function NewCentrePage({ params }: Props) {
  const here = hereAt(localeOf((await params).locale))
  const { locale, t } = here
  const path = `/${locale}/staff/centres`
  const actor = await requireStaff(locale, `${path}/new`)
  return (
    <StaffFrame locale={locale} path="/staff/centres/new" actor={actor} section="centres">
      <BackLink href={path}>{t('registry.title')}</BackLink>
      <PageHead title={t('registry.new')}>
        <p className="small">{t('registry.newIntro')}</p>
      </PageHead>
      <CentreForm
        here={here}
        actor={actor}
        action={prepare}
        hidden={{}}
        submit={t('registry.prepare')}
      />
    </StaffFrame>
  )
}
