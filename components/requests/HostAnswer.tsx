import { ActionForm } from '@/components/ui/ActionForm'
import { HiddenField } from '@/components/ui/Field'
import { SubmitButton } from '@/components/ui/SubmitButton'
import { answer } from '@/lib/hosting/actions'
import type { HostRequest } from '@/lib/hosting/queries'
import type { Here } from '@/lib/i18n/moments'
import { isPending } from '@/lib/requests/rules'

/** Yes and no. Only no while they think about an offer, or where no places are left to say yes to. */
export function HostAnswer({ request, here }: { request: HostRequest; here: Here }) {
  const { t, locale } = here
  const { id, status, fits } = request
  if (!isPending(status)) return null
  const answers =
    fits && status !== 'offered' ? (['accept', 'decline'] as const) : (['decline'] as const)
  return (
    <div className="deeds">
      <ActionForm action={answer} summaryTitle={t('form.toFix')} prefix={id}>
        <HiddenField name="locale" defaultValue={locale} />
        <HiddenField name="requestId" defaultValue={id} />
        <div className="deeds">
          {answers.map((to) => (
            <SubmitButton
              key={to}
              name="answer"
              value={to}
              look={to === 'accept' ? 'primary' : 'quiet'}
            >
              {t(`hosting.answer.${to}`)}
            </SubmitButton>
          ))}
        </div>
      </ActionForm>
    </div>
  )
}
