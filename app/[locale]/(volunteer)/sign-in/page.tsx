import type { Metadata } from 'next'
import { VolunteerFrame } from '@/components/layout/frames'
import { pageMetadata } from '@/components/layout/metadata'
import { ActionForm } from '@/components/ui/ActionForm'
import { Field, HiddenField } from '@/components/ui/Field'
import { Note } from '@/components/ui/Note'
import { PageHead } from '@/components/ui/Section'
import { requestCode } from '@/lib/accounts/actions'
import { safeReturn } from '@/lib/auth/session'
import { localeOf, one, type SearchParams } from '@/lib/i18n/page'
import { translator } from '@/lib/i18n/translator'

interface Props {
  params: Promise<{ locale: string }>
  searchParams: SearchParams
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = localeOf((await params).locale)
  return pageMetadata(locale, '/sign-in', translator(locale)('signIn.title'))
}

export default async function SignInPage({ params, searchParams }: Props) {
  const locale = localeOf((await params).locale)
  const t = translator(locale)
  const search = await searchParams
  const next = safeReturn(one(search.next), locale)
  return (
    <VolunteerFrame locale={locale} path="/sign-in">
      <PageHead title={t('signIn.title')}>
        <p>{t('signIn.intro')}</p>
      </PageHead>
      {one(search.erased) ? <Note title={t('ownData.done')}>{t('ownData.doneText')}</Note> : null}
      <ActionForm action={requestCode} summaryTitle={t('form.toFix')} submit={t('signIn.send')}>
        <HiddenField name="locale" defaultValue={locale} />
        <HiddenField name="next" defaultValue={next} />
        <Field
          name="email"
          type="email"
          label={t('signIn.email')}
          hint={t('signIn.emailHint')}
          autoComplete="email"
        />
      </ActionForm>
    </VolunteerFrame>
  )
}
