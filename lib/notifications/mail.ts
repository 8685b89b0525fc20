import { createTransport, type Transporter } from 'nodemailer'
import { env } from '@/lib/env'
import { count } from '@/lib/watch/metrics'

const shared = globalThis as { qadamMail?: Transporter }

/**
 * Sends one plain text mail through SMTP_URL. Mails carry no name, message, place or plate:
 * mailboxes may be read by others. Throws when the server does not take it; a silent server is
 * given up after ten seconds.
 */
export async function sendMail(mail: { to: string; subject: string; text: string }): Promise<void> {
  // Who asked to be forgotten has no address any more.
  if (mail.to === '') return
  shared.qadamMail ??= createTransport(env.smtpUrl, {
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 10_000,
  } as never)
  try {
    await shared.qadamMail.sendMail({ from: env.mailFrom, ...mail })
    count('qadam_mails_total', { result: 'sent' })
  } catch (error) {
    count('qadam_mails_total', { result: 'failed' })
    throw error
  }
}
