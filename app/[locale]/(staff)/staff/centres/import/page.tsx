import type { Metadata } from 'next'
import { UploadForm } from '@/components/imports/ImportForms'
import { StaffFrame } from '@/components/layout/frames'
import { BackLink, Tools } from '@/components/ui/Links'
import { PageHead } from '@/components/ui/Section'
import { requireStaff } from '@/lib/auth/session'
import { hereAt, localeOf } from '@/lib/i18n/page'
import { translator } from '@/lib/i18n/translator'
import { MAX_ROWS } from '@/lib/registry/csv'

interface Props {
  params: Promise<{ locale: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${translator(localeOf((await params).locale))('imports.title')} — Qadam` }
}

export default async function ImportPage({ params }: Props) {
  const here = hereAt(localeOf((await params).locale))
  const { locale, t } = here
  const path = `/${locale}/staff/centres`
  const actor = await requireStaff(locale, `${path}/import`)
  return (
    <StaffFrame locale={locale} path="/staff/centres/import" actor={actor} section="centres">
      <BackLink href={path}>{t('registry.title')}</BackLink>
      <PageHead title={t('imports.title')}>
        <p>{t('imports.intro')}</p>
      </PageHead>
      <p>{t('imports.format', { max: MAX_ROWS })}</p>
      <Tools links={[{ href: `${path}/export`, label: t('registry.download') }]} />
      <UploadForm here={here} />
    </StaffFrame>
  )
}
