import { ActionForm } from '@/components/ui/ActionForm'
import { Field, HiddenField } from '@/components/ui/Field'
import { Note } from '@/components/ui/Note'
import { Pips } from '@/components/ui/Pips'
import { SubmitButton } from '@/components/ui/SubmitButton'
import { decide } from '@/lib/desk/actions'
import type { Here } from '@/lib/i18n/moments'
import type { Case } from '@/lib/moderation/queries'
import { ALONE_REASONS, type DecisionName, REASONS } from '@/lib/moderation/schema'

/** The decision: a reason that reaches the author in their language, own words, and the buttons. */
export function DecisionForm({
  here,
  matter,
  onward,
}: {
  here: Here
  matter: Case
  /** Whether the next case follows. */
  onward: boolean
}) {
  const { t, locale } = here
  const waits = matter.status === 'pending' || matter.revision !== null
  const actions = [
    ...(waits && matter.author.verifiedHow ? (['approve'] as const) : []),
    ...(waits ? (['request_changes', 'reject'] as const) : []),
    ...(matter.status === 'published' && !matter.revision ? (['take_down'] as const) : []),
  ]
  const { needed, given } = matter.hands
  const isFirst = needed === 2 && given.length === 0
  return (
    <ActionForm action={decide} summaryTitle={t('form.toFix')}>
      <HiddenField name="locale" defaultValue={locale} />
      <HiddenField name="listingId" defaultValue={matter.id} />
      <HiddenField name="revisionId" defaultValue={matter.revision?.id ?? ''} />
      <HiddenField name="version" defaultValue={String(matter.version)} />
      {onward ? <HiddenField name="onward" defaultValue="1" /> : null}
      {/* Without actions the form stays for its answer: that someone else has decided. */}
      {actions.length > 0 ? (
        <>
          {waits ? <HandsNote here={here} hands={matter.hands} /> : null}
          {waits && isFirst && matter.hands.mayAlone ? <AloneField here={here} /> : null}
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
                {action === 'approve' && isFirst
                  ? t('moderation.action.endorse')
                  : t(`moderation.action.${action}`)}
              </SubmitButton>
            ))}
          </div>
        </>
      ) : null}
    </ActionForm>
  )
}

/** Where two have to agree: who has, and what an admin may do alone. */
function HandsNote({ here: { t }, hands }: { here: Here; hands: Case['hands'] }) {
  if (hands.needed === 1) return null
  return (
    <Note title={t('moderation.hands.title')}>
      <Pips free={hands.given.length} total={2} />
      <p>
        {hands.given.length > 0
          ? t('moderation.hands.given', { who: hands.given.map(({ name }) => name).join(', ') })
          : t('moderation.hands.none')}
      </p>
      {hands.mayAlone ? <p>{t('moderation.hands.alone')}</p> : null}
    </Note>
  )
}

/** Why an admin publishes alone: a code for the log, which keeps no words. */
function AloneField({ here: { t } }: { here: Here }) {
  const options = ALONE_REASONS.map((value) => ({
    value,
    label: t(`moderation.reasonShort.${value}`),
  }))
  return (
    <Field
      name="alone"
      type="select"
      label={t('risk.alone')}
      hint={t('risk.aloneHint')}
      options={[{ value: '', label: t('risk.notAlone') }, ...options]}
      optional={t('form.optional')}
    />
  )
}

function ReasonFields({
  here,
  matter,
  actions,
}: {
  here: Here
  matter: Case
  actions: DecisionName[]
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
