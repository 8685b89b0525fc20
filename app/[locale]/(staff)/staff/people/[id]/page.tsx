import type { Metadata } from 'next'
import { StaffFrame } from '@/components/layout/frames'
import { LiftForm, PersonLines, RoleForm } from '@/components/moderation/PersonView'
import { VerifyForm } from '@/components/moderation/VerifyForm'
import { LinkButton } from '@/components/ui/Button'
import { BackLink } from '@/components/ui/Links'
import { Note } from '@/components/ui/Note'
import { PageHead, Section } from '@/components/ui/Section'
import { getPerson } from '@/lib/accounts/queries'
import { requireStaff } from '@/lib/auth/session'
import { hereAt, localeOf, orNotFound } from '@/lib/i18n/page'
import { translator } from '@/lib/i18n/translator'
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
  const maySuspend = can(actor, 'person.suspend', person)
  return (
    <StaffFrame locale={locale} path={path} actor={actor} section="people">
      <BackLink href={`/${locale}/staff/people`}>{t('frame.people')}</BackLink>
      <PageHead title={person.name || t('people.noName')} />
      {person.suspended ? (
        <Note tone="warn" title={t('people.suspended')}>
          {person.suspensionReason}
        </Note>
      ) : null}
      <PersonLines here={here} person={person} />
      {!person.verified && can(actor, 'person.verify', person) ? (
        <Section title={t('moderation.verifyTitle')}>
          <VerifyForm here={here} accountId={id} />
        </Section>
      ) : null}
      {can(actor, 'person.changeRole', person) ? (
        <Section title={t('profile.role')}>
          <RoleForm here={here} person={person} />
        </Section>
      ) : null}
      {maySuspend && person.suspended ? <LiftForm here={here} person={person} /> : null}
      {maySuspend && !person.suspended ? (
        <LinkButton look="quiet" href={`/${locale}${path}/suspend`}>
          {t('people.suspend')}
        </LinkButton>
      ) : null}
    </StaffFrame>
  )
}
