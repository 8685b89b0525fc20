import type { Metadata } from 'next'
import { StaffFrame } from '@/components/layout/frames'
import { ActionForm } from '@/components/ui/ActionForm'
import { ChoiceField } from '@/components/ui/ChoiceField'
import { Field, HiddenField } from '@/components/ui/Field'
import { BackLink } from '@/components/ui/Links'
import { PageHead } from '@/components/ui/Section'
import { getPerson } from '@/lib/accounts/queries'
import { requireStaff } from '@/lib/auth/session'
import { localeOf, orNotFound } from '@/lib/i18n/page'
import { translator } from '@/lib/i18n/translator'
import { suspend } from '@/lib/moderation/actions'
import { SUSPENSION_REASONS } from '@/lib/moderation/schema'

interface Props {
  params: Promise<{ locale: string; id: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${translator(localeOf((await params).locale))('people.suspend')} — Qadam` }
}

export default async function SuspendPage({ params }: Props) {
  const { locale: segment, id } = await params
  const locale = localeOf(segment)
  const t = translator(locale)
  const path = `/staff/people/${id}`
  const actor = await requireStaff(locale, `/${locale}${path}/suspend`)
  const person = await orNotFound(getPerson(actor, id))
  return (
    <StaffFrame locale={locale} path={`${path}/suspend`} actor={actor} section="people">
      <BackLink href={`/${locale}${path}`}>{person.name || t('people.noName')}</BackLink>
      <PageHead title={t('people.suspend')}>
        <p>{t('people.suspendHint')}</p>
      </PageHead>
      <ActionForm action={suspend} summaryTitle={t('form.toFix')} submit={t('people.suspend')}>
        <HiddenField name="locale" defaultValue={locale} />
        <HiddenField name="accountId" defaultValue={id} />
        <ChoiceField
          name="reason"
          kind="radio"
          label={t('moderation.reasonLabel')}
          hint={t('people.suspendReasonHint')}
          choices={SUSPENSION_REASONS.map((value) => ({
            value,
            label: t(`people.reason.${value}`),
          }))}
        />
        <Field
          name="note"
          type="textarea"
          label={t('people.suspendNote')}
          hint={t('people.suspendNoteHint')}
          optional={t('form.optional')}
        />
      </ActionForm>
    </StaffFrame>
  )
}
