import type { ReactNode } from 'react'
import { ActionForm } from '@/components/ui/ActionForm'
import { HiddenField } from '@/components/ui/Field'
import type { FormAction } from '@/lib/action'
import type { Here } from '@/lib/i18n/moments'

/** The form of any kind in two parts: what everyone will see, and what is sealed until acceptance. */
export function ListingForm({
  here,
  action,
  hidden,
  open,
  closed,
  submit,
}: {
  here: Here
  action: FormAction
  hidden: Record<string, string>
  open: ReactNode
  closed?: ReactNode
  /** Words of the button, where nothing is sent for review. */
  submit?: string
}) {
  const { t, locale } = here
  return (
    <ActionForm
      action={action}
      summaryTitle={t('form.toFix')}
      submit={submit ?? t('form.sendForReview')}
    >
      {Object.entries({ ...hidden, locale }).map(([name, value]) => (
        <HiddenField key={name} name={name} defaultValue={value} />
      ))}
      <h2>{t('form.open')}</h2>
      {open}
      {closed ? (
        <>
          <h2>{t('form.closed')}</h2>
          <p className="hint">{t('form.closedHint')}</p>
          {closed}
        </>
      ) : null}
    </ActionForm>
  )
}
