import { guestName } from '@/components/requests/host-words'
import { momentText } from '@/components/requests/words'
import { ActionForm } from '@/components/ui/ActionForm'
import { Field, HiddenField } from '@/components/ui/Field'
import { Section } from '@/components/ui/Section'
import { write } from '@/lib/hosting/actions'
import type { HostRequest } from '@/lib/hosting/queries'
import type { Here } from '@/lib/i18n/moments'
import { canWrite } from '@/lib/requests/rules'

/** What both sides wrote, and the form to write back while it may still be read. */
export function HostMessages({ request, here }: { request: HostRequest; here: Here }) {
  const { t, locale } = here
  const { id, messages } = request
  const name = { asker: guestName(here, request.name), host: t('requests.page.you') }
  return (
    <Section title={t('requests.page.messages')} id="messages">
      {messages.length === 0 ? <p>{t('hosting.noMessages')}</p> : null}
      {messages.map(({ id: key, side, text, sentAt }) => (
        <div key={key}>
          <p className="small">
            <b>{name[side]}</b>, {momentText(here, sentAt)}
          </p>
          <p className="own-words">{text}</p>
        </div>
      ))}
      {canWrite(request, here.now) ? (
        <ActionForm
          action={write}
          summaryTitle={t('form.toFix')}
          prefix="message"
          submit={t('requests.write.send')}
        >
          <HiddenField name="locale" defaultValue={locale} />
          <HiddenField name="requestId" defaultValue={id} />
          <Field
            name="text"
            type="textarea"
            label={t('requests.write.text')}
            hint={t('hosting.writeHint')}
          />
        </ActionForm>
      ) : null}
    </Section>
  )
}
