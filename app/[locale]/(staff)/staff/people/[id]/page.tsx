import type { Metadata } from 'next'
import { StaffFrame } from '@/components/layout/frames'
import { PersonHistory, PersonNotes, SessionsForm } from '@/components/moderation/PersonRecord'
import { LiftForm, PersonLines, RoleForm } from '@/components/moderation/PersonView'
import { VerifyForm } from '@/components/moderation/VerifyForm'
import { ResetFactorForm } from '@/components/second-factor/FactorForms'
import { LinkButton } from '@/components/ui/Button'
import { BackLink } from '@/components/ui/Links'
import { Note } from '@/components/ui/Note'
import { PageHead, Section } from '@/components/ui/Section'
import { getPerson } from '@/lib/accounts/queries'
import { requireStaff } from '@/lib/auth/session'
import { hereAt, localeOf, one, orNotFound, type SearchParams } from '@/lib/i18n/page'
import { translator } from '@/lib/i18n/translator'
import { getPersonRecord } from '@/lib/people/queries'
import { can } from '@/lib/policy'

interface Props {
  params: Promise<{ locale: string; id: string }>
  searchParams: SearchParams
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${translator(localeOf((await params).locale))('frame.people')} — Qadam` }
}

export default async function PersonPage({ params, searchParams }: Props) {
  const { locale: segment, id } = await params
  const here = hereAt(localeOf(segment))
  const { locale, t } = here
  const path = `/staff/people/${id}`
  const actor = await requireStaff(locale, `/${locale}${path}`)
  const [person, record] = await Promise.all([
    orNotFound(getPerson(actor, id)),
    getPersonRecord(actor, id, here.now),
  ])
  const maySuspend = can(actor, 'person.suspend', person)
  return (
    <StaffFrame locale={locale} path={path} actor={actor} section="people">
      <BackLink href={`/${locale}/staff/people`}>{t('frame.people')}</BackLink>
      <PageHead title={person.name || t('people.noName')} />
      {person.suspension ? (
        <Note tone="warn" title={`${t('people.suspended')}.`}>
          {t(`people.reason.${person.suspension.reason}`)}
          {person.suspension.note ? <p className="own-words">«{person.suspension.note}»</p> : null}
        </Note>
      ) : null}
      {one((await searchParams).done) === 'sessions' ? (
        <Note title={t('people.sessionsEnded')} />
      ) : null}
      <PersonLines here={here} person={person} />
      <PersonHistory here={here} record={record} />
      <PersonNotes
        here={here}
        personId={id}
        notes={record.notes}
        mayWrite={can(actor, 'person.note', person)}
      />
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
      {can(actor, 'person.resetSecondFactor', person) && person.hasSecondFactor ? (
        <ResetFactorForm here={here} accountId={id} />
      ) : null}
      {can(actor, 'person.endSessions', person) ? (
        <SessionsForm here={here} personId={id} sessions={record.sessions} />
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
