import { mayArrive, mayCancel } from '@/components/requests/words'
import { ActionForm } from '@/components/ui/ActionForm'
import { ButtonRow, LinkButton } from '@/components/ui/Button'
import { HiddenField } from '@/components/ui/Field'
import { SubmitButton } from '@/components/ui/SubmitButton'
import type { Here } from '@/lib/i18n/moments'
import { answerOffer, sayArrived } from '@/lib/requests/actions'
import type { AskerRequest } from '@/lib/requests/queries'
import { canWrite } from '@/lib/requests/rules'

/** What one can do about a request now. Two forms, because an offer is answered by one of two. */
export function PrivateDeeds({ request, here }: { request: AskerRequest; here: Here }) {
  const { locale, now, t } = here
  const { id, status } = request
  const named = (
    <>
      <HiddenField name="locale" defaultValue={locale} />
      <HiddenField name="requestId" defaultValue={id} />
    </>
  )
  return (
    <>
      {status === 'offered' ? (
        <ActionForm action={answerOffer} summaryTitle={t('form.toFix')} prefix={`offer-${id}`}>
          {named}
          <ButtonRow>
            <SubmitButton name="answer" value="take" icon="check">
              {t('requests.page.take')}
            </SubmitButton>
            <SubmitButton name="answer" value="refuse" look="quiet">
              {t('requests.page.refuse')}
            </SubmitButton>
          </ButtonRow>
        </ActionForm>
      ) : null}
      {mayArrive(here, request) ? (
        <ActionForm
          action={sayArrived}
          summaryTitle={t('form.toFix')}
          submit={t('requests.page.arrived')}
          prefix={`arrived-${id}`}
        >
          {named}
        </ActionForm>
      ) : null}
      <ButtonRow>
        {canWrite(request, now) ? (
          <LinkButton look="quiet" icon="mail" href={`/${locale}/request/write/${id}`}>
            {t('requests.page.write')}
          </LinkButton>
        ) : null}
        {mayCancel(request, now) ? (
          <LinkButton look="quiet" icon="close" href={`/${locale}/request/cancel/${id}`}>
            {t('requests.page.cancel')}
          </LinkButton>
        ) : null}
      </ButtonRow>
    </>
  )
}
