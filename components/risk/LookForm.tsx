import { ActionForm } from '@/components/ui/ActionForm'
import { HiddenField } from '@/components/ui/Field'
import { Note } from '@/components/ui/Note'
import type { Here } from '@/lib/i18n/moments'
import { keep } from '@/lib/trusted/actions'

/** A post that was published at once and drawn: it may stay, or is taken down like others. */
export function LookForm({ here, listingId }: { here: Here; listingId: string }) {
  const { t, locale } = here
  return (
    <>
      <Note title={t('risk.lookTitle')}>{t('risk.lookHint')}</Note>
      <ActionForm
        action={keep}
        summaryTitle={t('form.toFix')}
        submit={t('risk.keep')}
        prefix="look"
      >
        <HiddenField name="locale" defaultValue={locale} />
        <HiddenField name="listingId" defaultValue={listingId} />
      </ActionForm>
    </>
  )
}
