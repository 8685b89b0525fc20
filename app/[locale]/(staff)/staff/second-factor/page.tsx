import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { VolunteerFrame } from '@/components/layout/frames'
import { ProveForm } from '@/components/second-factor/FactorForms'
import { PageHead } from '@/components/ui/Section'
import { deskReturn, requireDoor } from '@/lib/auth/session'
import { hereAt, localeOf, one, type SearchParams } from '@/lib/i18n/page'
import { translator } from '@/lib/i18n/translator'
import { secondFactorOf } from '@/lib/second-factor/queries'

interface Props {
  params: Promise<{ locale: string }>
  searchParams: SearchParams
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${translator(localeOf((await params).locale))('secondFactor.title')} — Qadam` }
}

export default async function SecondFactorPage({ params, searchParams }: Props) {
  const here = hereAt(localeOf((await params).locale))
  const { locale, t } = here
  const actor = await requireDoor(locale, `/${locale}/staff`)
  if (!(await secondFactorOf(actor)).isSet) redirect(`/${locale}/staff/second-factor/set`)
  return (
    <VolunteerFrame locale={locale} path="/staff/second-factor" actor={actor}>
      <PageHead title={t('secondFactor.title')}>
        <p>{t('secondFactor.why')}</p>
      </PageHead>
      <ProveForm here={here} next={deskReturn(one((await searchParams).next), locale)} />
      <p className="small">{t('secondFactor.lost')}</p>
    </VolunteerFrame>
  )
}
