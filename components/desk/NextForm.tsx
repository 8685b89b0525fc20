import { ActionForm } from '@/components/ui/ActionForm'
import { HiddenField } from '@/components/ui/Field'
import { SubmitButton } from '@/components/ui/SubmitButton'
import { takeNext } from '@/lib/desk/actions'
import type { Here } from '@/lib/i18n/moments'

/** The button that puts the next case into one's hands, and lets go of this one. */
export function NextForm({ here: { t, locale }, after }: { here: Here; after?: string }) {
  return (
    <ActionForm action={takeNext} summaryTitle={t('form.toFix')} prefix="next">
      <HiddenField name="locale" defaultValue={locale} />
      <HiddenField name="after" defaultValue={after ?? ''} />
      <SubmitButton look="quiet" name="deed" value="next">
        {after ? t('desk.skip') : t('desk.begin')}
      </SubmitButton>
    </ActionForm>
  )
}
