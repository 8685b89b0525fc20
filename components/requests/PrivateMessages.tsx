import { momentText } from '@/components/requests/words'
import type { Here } from '@/lib/i18n/moments'
import type { AskerRequest } from '@/lib/requests/queries'

/** What both sides wrote, the oldest first. */
export function PrivateMessages({ request, here }: { request: AskerRequest; here: Here }) {
  const { t } = here
  const { messages, listing } = request
  if (messages.length === 0) return null
  return (
    <>
      <h3>{t('requests.page.messages')}</h3>
      <ol className="stack">
        {messages.map(({ id, side, text, sentAt }) => (
          <li key={id}>
            <p className="small">
              {side === 'asker' ? t('requests.page.you') : listing.author},{' '}
              {momentText(here, sentAt)}
            </p>
            <p className="own-words">{text}</p>
          </li>
        ))}
      </ol>
    </>
  )
}
