import { ActionForm } from '@/components/ui/ActionForm'
import { ChoiceField } from '@/components/ui/ChoiceField'
import { HiddenField } from '@/components/ui/Field'
import type { Here } from '@/lib/i18n/moments'
import { verify } from '@/lib/moderation/actions'
import { VERIFICATION_METHODS } from '@/lib/moderation/schema'

/** How this person was verified; who did it is recorded with it. */
export function VerifyForm({
  here,
  accountId,
  listingId,
}: {
  here: Here
  accountId: string
  /** The case to return to. */
  listingId?: string
}) {
  const { t, locale } = here
  return (
    <ActionForm
      action={verify}
      summaryTitle={t('form.toFix')}
      submit={t('moderation.verify')}
      prefix="v"
    >
      <HiddenField name="locale" defaultValue={locale} />
      <HiddenField name="accountId" defaultValue={accountId} />
      {listingId ? <HiddenField name="listingId" defaultValue={listingId} /> : null}
      <ChoiceField
        name="how"
        kind="radio"
        label={t('moderation.howVerified')}
        hint={t('moderation.howVerifiedHint')}
        choices={VERIFICATION_METHODS.map((how) => ({
          value: how,
          label: t(`moderation.how.${how}`),
        }))}
      />
    </ActionForm>
  )
}
