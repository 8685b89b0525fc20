import type { Told } from '@/components/reports/ReasonForm'
import { ActionForm } from '@/components/ui/ActionForm'
import { LinkButton } from '@/components/ui/Button'
import { Field, HiddenField } from '@/components/ui/Field'
import { Note } from '@/components/ui/Note'
import { PageHead, Section } from '@/components/ui/Section'
import { SubmitButton } from '@/components/ui/SubmitButton'
import { dateName, type Here } from '@/lib/i18n/moments'
import { KIND_PATHS } from '@/lib/listings/kinds'
import type { CitySlug } from '@/lib/places/cities'
import { isGrave } from '@/lib/reports/rules'
import type { Sent } from '@/lib/reports/schema'
import { isProblem } from '@/lib/visits/schema'

/** After something was sent: what happens next, until when a copy is kept, what else fits. */
export function Thanks({
  sent,
  told,
  city,
  back,
  here,
}: {
  sent: Sent
  told: Told
  city: CitySlug
  back: { href: string; label: string }
  here: Here
}) {
  const { t, locale } = here
  const { what, until, hasNote } = sent
  return (
    <>
      <PageHead title={t('reports.thanks')}>
        <p>{t(`reports.after.${nextOf(sent, told)}`)}</p>
      </PageHead>
      {until ? (
        <Note title={t('reports.copyUntil', { date: dateName(locale, until, true) })} />
      ) : null}
      {what === 'full' || what === 'closed' || what === 'moved' ? (
        <LinkButton wide href={`/${locale}/${city}/${KIND_PATHS[told.kind]}`}>
          {t(`reports.elsewhere.${told.kind}`)}
        </LinkButton>
      ) : null}
      {hasNote ? <p>{t('reports.noted')}</p> : null}
      {what !== 'true' && what !== 'wait' && !hasNote ? (
        <NoteForm reason={what} told={told} here={here} />
      ) : null}
      <LinkButton look="quiet" wide href={back.href}>
        {back.label}
      </LinkButton>
    </>
  )
}

function nextOf({ what }: Sent, { about }: Told) {
  if (what === 'true' || what === 'wait') return what
  if (isGrave(what)) return 'grave'
  if (isProblem(what)) return about.name === 'listingId' ? 'problem' : 'request'
  return 'other'
}

/** The same report once more, with words. */
function NoteForm({ reason, told, here }: { reason: string; told: Told; here: Here }) {
  const { t, locale } = here
  const { action, about } = told
  return (
    <Section title={t('reports.noteTitle')}>
      <ActionForm action={action} summaryTitle={t('form.toFix')} prefix="note">
        <HiddenField name="locale" defaultValue={locale} />
        <HiddenField name={about.name} defaultValue={about.value} />
        <HiddenField name="reason" defaultValue={reason} />
        <Field
          name="note"
          type="textarea"
          label={t('reports.note')}
          hint={t('reports.noteHint')}
          optional={t('form.optional')}
        />
        <p>
          <SubmitButton look="quiet">{t('reports.noteSend')}</SubmitButton>
        </p>
      </ActionForm>
    </Section>
  )
}
