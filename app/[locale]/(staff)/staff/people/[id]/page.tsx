import type { Metadata } from 'next'
import { StaffFrame } from '@/components/layout/frames'
import { VerifyForm } from '@/components/moderation/VerifyForm'
import { ActionForm } from '@/components/ui/ActionForm'
import { LinkButton } from '@/components/ui/Button'
import { ChoiceField } from '@/components/ui/ChoiceField'
import { HiddenField } from '@/components/ui/Field'
import { Lines } from '@/components/ui/Lines'
import { BackLink } from '@/components/ui/Links'
import { Note } from '@/components/ui/Note'
import { PageHead, Section } from '@/components/ui/Section'
import { getPerson } from '@/lib/accounts/queries'
import { requireStaff } from '@/lib/auth/session'
import { dateName } from '@/lib/i18n/moments'
import { hereAt, localeOf, orNotFound } from '@/lib/i18n/page'
import { translator } from '@/lib/i18n/translator'
import { assignRole, lift } from '@/lib/moderation/actions'
import { cityDay } from '@/lib/places/city-time'
import { can } from '@/lib/policy'

interface Props {
  params: Promise<{ locale: string; id: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${translator(localeOf((await params).locale))('frame.people')} — Qadam` }
}

export default async function PersonPage({ params }: Props) {
  const { locale: segment, id } = await params
  const here = hereAt(localeOf(segment))
  const { locale, t } = here
  const path = `/staff/people/${id}`
  const actor = await requireStaff(locale, `/${locale}${path}`)
  const person = await orNotFound(getPerson(actor, id))
  const { verification } = person
  const date = (instant: Date) => dateName(locale, cityDay(instant, here.zone), true)
  return (
    <StaffFrame locale={locale} path={path} actor={actor} section="people">
      <BackLink href={`/${locale}/staff/people`}>{t('frame.people')}</BackLink>
      <PageHead title={person.name || t('people.noName')} />
      {person.suspended ? (
        <Note tone="warn" title={t('people.suspended')}>
          {person.suspensionReason}
        </Note>
      ) : null}
      <Lines
        lines={[
          { term: t('profile.role'), detail: t(`role.${person.role}`) },
          { term: t('moderation.since'), detail: date(person.createdAt) },
          {
            term: t('profile.verified'),
            detail: verification
              ? t('people.verifiedBy', {
                  how: t(`moderation.how.${verification.how}`),
                  who: verification.by,
                  date: date(verification.at),
                })
              : t('moderation.notVerified'),
          },
          ...person.listings.map((listing) => ({
            term: t(`listing.status.${listing.status}`),
            detail: <a href={`/${locale}/staff/listings/${listing.id}`}>{listing.title}</a>,
          })),
        ]}
      />
      {!person.verified && can(actor, 'person.verify', person) ? (
        <Section title={t('moderation.verifyTitle')}>
          <VerifyForm here={here} accountId={id} />
        </Section>
      ) : null}
      {can(actor, 'person.changeRole', person) ? (
        <Section title={t('profile.role')}>
          <ActionForm
            action={assignRole}
            summaryTitle={t('form.toFix')}
            submit={t('form.save')}
            prefix="r"
          >
            <HiddenField name="locale" defaultValue={locale} />
            <HiddenField name="accountId" defaultValue={id} />
            <ChoiceField
              name="role"
              kind="radio"
              label={t('people.newRole')}
              hint={t('people.newRoleHint')}
              choices={(['volunteer', 'trusted', 'moderator', 'admin'] as const).map((value) => ({
                value,
                label: t(`role.${value}`),
              }))}
              defaultValue={[person.role]}
            />
          </ActionForm>
        </Section>
      ) : null}
      {can(actor, 'person.suspend', person) ? (
        person.suspended ? (
          <ActionForm
            action={lift}
            summaryTitle={t('form.toFix')}
            submit={t('people.lift')}
            prefix="l"
          >
            <HiddenField name="locale" defaultValue={locale} />
            <HiddenField name="accountId" defaultValue={id} />
          </ActionForm>
        ) : (
          <LinkButton look="quiet" href={`/${locale}${path}/suspend`}>
            {t('people.suspend')}
          </LinkButton>
        )
      ) : null}
    </StaffFrame>
  )
}
