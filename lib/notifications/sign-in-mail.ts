import type { SendVerificationRequestParams } from 'next-auth/providers/email'
import { DEFAULT_LOCALE, isLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translator'
import { sendMail } from '@/lib/notifications/mail'

/** The mail with a code and a link, in the language of the page that asked for it. */
export async function mailSignIn(
  request: Pick<SendVerificationRequestParams, 'identifier' | 'token' | 'url'>,
): Promise<void> {
  const segment = new URL(request.url).pathname.split('/')[1]
  const t = translator(isLocale(segment) ? segment : DEFAULT_LOCALE)
  await sendMail({
    to: request.identifier,
    subject: t('mail.signIn.subject'),
    text: t('mail.signIn.text', { code: request.token, link: request.url }),
  })
}
