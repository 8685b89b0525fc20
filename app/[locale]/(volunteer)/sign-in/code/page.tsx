import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { VolunteerFrame } from '@/components/layout/frames'
import { pageMetadata } from '@/components/layout/metadata'
import { ActionForm } from '@/components/ui/ActionForm'
import { Field, HiddenField } from '@/components/ui/Field'
import { BackLink } from '@/components/ui/Links'
import { Note } from '@/components/ui/Note'
import { PageHead } from '@/components/ui/Section'
import { enterCode } from '@/lib/accounts/actions'
import { readChallenge, safeReturn } from '@/lib/auth/session'
import { env } from '@/lib/env'
import { localeOf, one, type SearchParams } from '@/lib/i18n/page'
import { translator } from '@/lib/i18n/translator'

interface Props {
  params: Promise<{ locale: string }>
  searchParams: SearchParams
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = localeOf((await params).locale)
  return pageMetadata(locale, '/sign-in/code', translator(locale)('signIn.codeTitle'))
}

export default async function CodePage({ params, searchParams }: Props) {
  const locale = localeOf((await params).locale)
  const t = translator(locale)
  if (!(await readChallenge())) redirect(`/${locale}/sign-in`)
  const next = safeReturn(one((await searchParams).next), locale)
  return (
    <VolunteerFrame locale={locale} path="/sign-in/code">
      <BackLink href={`/${locale}/sign-in`}>{t('signIn.otherEmail')}</BackLink>
      <PageHead title={t('signIn.codeTitle')}>
        <p>{t('signIn.codeIntro')}</p>
      </PageHead>
      {env.embedded ? (
        <Note>
          <a href={`/${locale}/mailbox`}>{t('signIn.mailbox')}</a>
        </Note>
      ) : null}
      <ActionForm action={enterCode} summaryTitle={t('form.toFix')} submit={t('signIn.enter')}>
        <HiddenField name="locale" defaultValue={locale} />
        <HiddenField name="next" defaultValue={next} />
        <Field name="code" type="number" label={t('signIn.code')} autoComplete="one-time-code" />
      </ActionForm>
    </VolunteerFrame>
  )
}
