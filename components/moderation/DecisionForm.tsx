import { ActionForm } from '@/components/ui/ActionForm'
import { Field, HiddenField } from '@/components/ui/Field'
import { SubmitButton } from '@/components/ui/SubmitButton'
import type { DecisionAction } from '@/lib/generated/prisma/enums'
import type { Here } from '@/lib/i18n/moments'
import { decide } from '@/lib/moderation/actions'
import type { Case } from '@/lib/moderation/queries'
import { REASONS } from '@/lib/moderation/schema'

/** The decision: a reason that reaches the author in their language, own words, and the buttons. */
export function DecisionForm({ here, matter }: { here: Here; matter: Case }) {
  const { t, locale } = here
  const waits = matter.status === 'pending' || matter.revision !== null
  const actions = [
    ...(waits && matter.author.verifiedHow ? (['approve'] as const) : []),
    ...(waits ? (['request_changes', 'reject'] as const) : []),
    ...(matter.status === 'published' && !matter.revision ? (['take_down'] as const) : []),
  ]
  return (
    <ActionForm action={decide} summaryTitle={t('form.toFix')}>
      <HiddenField name="locale" defaultValue={locale} />
      <HiddenField name="listingId" defaultValue={matter.id} />
      <HiddenField name="revisionId" defaultValue={matter.revision?.id ?? ''} />
      <HiddenField name="version" defaultValue={String(matter.version)} />
      {/* Without actions the form stays for its answer: that someone else has decided. */}
      {actions.length > 0 ? (
        <>
          <ReasonFields here={here} matter={matter} actions={actions} />
          <div className="buttons">
            {actions.map((action) => (
              <SubmitButton
                key={action}
                name="action"
                value={action}
                look={action === 'approve' ? 'primary' : 'quiet'}
                wide
              >
                {t(`moderation.action.${action}`)}
              </SubmitButton>
            ))}
          </div>
        </>
      ) : null}
    </ActionForm>
  )
}

function ReasonFields({
  here,
  matter,
  actions,
}: {
  here: Here
  matter: Case
  actions: DecisionAction[]
}) {
  const { t } = here
  const options = actions
    .filter((action) => action !== 'approve')
    .flatMap((action) =>
      REASONS[action].map((reason) => ({
        value: reason,
        label: t(`moderation.reasonShort.${reason}`),
        group: t(`moderation.action.${action}`),
      })),
    )
  return (
    <>
      <Field
        name="reason"
        type="select"
        label={t('moderation.reasonLabel')}
        hint={t('moderation.reasonHint')}
        options={[{ value: '', label: t('form.choose') }, ...options]}
      />
      <Field
        name="note"
        type="textarea"
        label={t('moderation.noteLabel', { language: t(`language.${matter.author.locale}`) })}
        hint={t('moderation.noteHint')}
        optional={t('form.optional')}
      />
    </>
  )
}
