import type { Metadata } from 'next'
import { VolunteerFrame } from '@/components/layout/frames'
import { pageMetadata } from '@/components/layout/metadata'
import { ActionForm } from '@/components/ui/ActionForm'
import { LinkButton } from '@/components/ui/Button'
import { HiddenField } from '@/components/ui/Field'
import { PageHead } from '@/components/ui/Section'
import { enterByLink } from '@/lib/accounts/actions'
import { localeOf, one, type SearchParams } from '@/lib/i18n/page'
import { translator } from '@/lib/i18n/translator'

interface Props {
  params: Promise<{ locale: string }>
  searchParams: SearchParams
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = localeOf((await params).locale)
  return pageMetadata(locale, '/sign-in/link', translator(locale)('signIn.linkTitle'))
}

// Opening the page uses nothing up: mail scanners open links too. The button does.
export default async function LinkPage({ params, searchParams }: Props) {
  const locale = localeOf((await params).locale)
  const t = translator(locale)
  const token = one((await searchParams).token) ?? ''
  return (
    <VolunteerFrame locale={locale} path="/sign-in">
      <PageHead title={t('signIn.linkTitle')}>
        <p>{t('signIn.linkIntro')}</p>
      </PageHead>
      <ActionForm action={enterByLink} summaryTitle={t('form.toFix')} submit={t('signIn.enter')}>
        <HiddenField name="locale" defaultValue={locale} />
        <HiddenField name="token" defaultValue={token} />
      </ActionForm>
      <LinkButton look="quiet" wide href={`/${locale}/sign-in`}>
        {t('signIn.again')}
      </LinkButton>
    </VolunteerFrame>
  )
}
