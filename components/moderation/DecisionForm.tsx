import { ActionForm } from '@/components/ui/ActionForm'
import { Field, HiddenField } from '@/components/ui/Field'
import { SubmitButton } from '@/components/ui/SubmitButton'
import type { Here } from '@/lib/i18n/moments'
import { decide } from '@/lib/moderation/actions'
import type { Case } from '@/lib/moderation/queries'
import { REASONS } from '@/lib/moderation/schema'

/** The decision: a reason that reaches the author in their language, own words, and the buttons. */
export function DecisionForm({ here, matter }: { here: Here; matter: Case }) {
  const { t, locale } = here
  const isNew = matter.status === 'pending'
  const waits = isNew || matter.revision !== null
  const actions = [
    ...(waits && matter.author.verifiedHow ? (['approve'] as const) : []),
    ...(waits ? (['request_changes', 'reject'] as const) : []),
    ...(matter.status === 'published' && !matter.revision ? (['take_down'] as const) : []),
  ]
  const reasons = actions.filter((action) => action !== 'approve')
  const options = reasons.flatMap((action) =>
    REASONS[action].map((reason) => ({
      value: reason,
      label: t(`moderation.reasonShort.${reason}`),
      group: t(`moderation.action.${action}`),
    })),
  )
  return (
    <ActionForm action={decide} summaryTitle={t('form.toFix')}>
      <HiddenField name="locale" defaultValue={locale} />
      <HiddenField name="listingId" defaultValue={matter.id} />
      <HiddenField name="revisionId" defaultValue={matter.revision?.id ?? ''} />
      <HiddenField name="version" defaultValue={String(matter.version)} />
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
    </ActionForm>
  )
}
