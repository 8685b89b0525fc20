import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { VolunteerFrame } from '@/components/layout/frames'
import { SetForm } from '@/components/second-factor/FactorForms'
import { BackLink } from '@/components/ui/Links'
import { PageHead } from '@/components/ui/Section'
import { requireDoor } from '@/lib/auth/session'
import { hereAt, localeOf } from '@/lib/i18n/page'
import { translator } from '@/lib/i18n/translator'
import { offerSecret } from '@/lib/second-factor/offers'
import { secondFactorOf } from '@/lib/second-factor/queries'
import { enrolmentUri } from '@/lib/second-factor/rules'

interface Props {
  params: Promise<{ locale: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${translator(localeOf((await params).locale))('secondFactor.title')} — Qadam` }
}

export default async function SetSecondFactorPage({ params }: Props) {
  const here = hereAt(localeOf((await params).locale))
  const { locale, t } = here
  const actor = await requireDoor(locale, `/${locale}/staff`)
  const { isSet, recoveryCodes } = await secondFactorOf(actor)
  if (isSet && !actor.secondFactor) redirect(`/${locale}/staff/second-factor`)
  const { secret, sealed } = offerSecret(actor)
  return (
    <VolunteerFrame locale={locale} path="/staff/second-factor/set" actor={actor}>
      <BackLink href={`/${locale}/staff`}>{t('frame.queue')}</BackLink>
      <PageHead title={t('secondFactor.setTitle')}>
        <p>{isSet ? t('secondFactor.change', { n: recoveryCodes }) : t('secondFactor.why')}</p>
      </PageHead>
      <SetForm here={here} secret={secret} sealed={sealed} uri={enrolmentUri(secret)} />
    </VolunteerFrame>
  )
}
