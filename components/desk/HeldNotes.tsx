import { ActionForm } from '@/components/ui/ActionForm'
import { HiddenField } from '@/components/ui/Field'
import { Note } from '@/components/ui/Note'
import { SubmitButton } from '@/components/ui/SubmitButton'
import { undo } from '@/lib/desk/actions'
import type { Held } from '@/lib/desk/queries'
import type { Here } from '@/lib/i18n/moments'

/** What one decided a moment ago, each with the button that takes it back. */
export function HeldNotes({ here, held }: { here: Here; held: Held[] }) {
  const { t, locale, now } = here
  return held.map(({ id, title, action, dueAt }) => (
    <Note key={id} title={t(`desk.held.${action}`)}>
      <p>
        «{title}». {t('desk.due', { n: Math.ceil((dueAt.getTime() - now.getTime()) / 1000) })}
      </p>
      <ActionForm action={undo} summaryTitle={t('form.toFix')} prefix={id}>
        <HiddenField name="locale" defaultValue={locale} />
        <HiddenField name="heldId" defaultValue={id} />
        <SubmitButton look="quiet" name="deed" value="undo">
          {t('desk.undo')}
        </SubmitButton>
      </ActionForm>
    </Note>
  ))
}
