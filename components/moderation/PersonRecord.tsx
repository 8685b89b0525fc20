import { reasonText } from '@/components/reports/words'
import { ActionForm } from '@/components/ui/ActionForm'
import { Field, HiddenField } from '@/components/ui/Field'
import { Lines } from '@/components/ui/Lines'
import { Section } from '@/components/ui/Section'
import { SubmitButton } from '@/components/ui/SubmitButton'
import { dateAt, type Here } from '@/lib/i18n/moments'
import { endAllSessions, note } from '@/lib/moderation/actions'
import type { PersonRecord } from '@/lib/people/queries'

/** What was decided on their listings and what was reported of them. */
export function PersonHistory({ here, record }: { here: Here; record: PersonRecord }) {
  const { t, locale } = here
  const { decisions, reports } = record
  return (
    <>
      {decisions.length > 0 ? (
        <Section title={t('people.decisions')}>
          <Lines
            lines={decisions.map(({ listingId, title, action, reason, by, at }) => ({
              term: `${dateAt(here, at)}, ${by}`,
              detail: (
                <>
                  <a href={`/${locale}/staff/listings/${listingId}`}>{title}</a>:{' '}
                  {t(`moderation.done.${action}`)}
                  {reason === 'fine'
                    ? null
                    : `, ${t(`moderation.reasonShort.${reason as 'unclear'}`)}`}
                </>
              ),
            }))}
          />
        </Section>
      ) : null}
      {reports && reports.length > 0 ? (
        <Section title={t('people.reports')}>
          <Lines
            lines={reports.map(({ id, kind, reason, title, at, open }) => ({
              term: dateAt(here, at),
              detail: (
                <>
                  <a href={`/${locale}/staff/reports/${id}`}>{reasonText(here, kind, reason)}</a>:{' '}
                  {title}
                  {open ? `, ${t('people.reportOpen')}` : null}
                </>
              ),
            }))}
          />
        </Section>
      ) : null}
    </>
  )
}

/** What staff tell each other about a person, and the form to add to it. */
export function PersonNotes({
  here,
  personId,
  notes,
  mayWrite,
}: {
  here: Here
  personId: string
  notes: PersonRecord['notes']
  mayWrite: boolean
}) {
  const { t, locale } = here
  return (
    <Section title={t('people.notes')} id="notes">
      {notes.map(({ id, text, by, at }) => (
        <blockquote key={id}>
          <p className="own-words">{text}</p>
          <p className="small">
            {by}, {dateAt(here, at)}
          </p>
        </blockquote>
      ))}
      {mayWrite ? (
        <ActionForm
          action={note}
          summaryTitle={t('form.toFix')}
          submit={t('people.addNote')}
          prefix="n"
        >
          <HiddenField name="locale" defaultValue={locale} />
          <HiddenField name="accountId" defaultValue={personId} />
          <Field name="text" type="textarea" label={t('people.note')} hint={t('people.noteHint')} />
        </ActionForm>
      ) : null}
    </Section>
  )
}

/** Where they are signed in, and the button that ends it everywhere. */
export function SessionsForm({
  here,
  personId,
  sessions,
}: {
  here: Here
  personId: string
  sessions: number
}) {
  const { t, locale } = here
  return (
    <Section title={t('people.sessions')}>
      <p>{t('people.sessionCount', { n: sessions })}</p>
      {sessions > 0 ? (
        <ActionForm action={endAllSessions} summaryTitle={t('form.toFix')} prefix="e">
          <HiddenField name="locale" defaultValue={locale} />
          <HiddenField name="accountId" defaultValue={personId} />
          <SubmitButton look="quiet">{t('people.endSessions')}</SubmitButton>
        </ActionForm>
      ) : null}
    </Section>
  )
}
