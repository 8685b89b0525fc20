import { createTransport, type Transporter } from 'nodemailer'
import { env } from '@/lib/env'

const shared = globalThis as { qadamMail?: Transporter }

/**
 * Sends one plain text mail through SMTP_URL. Mails carry no name, message, place or plate:
 * mailboxes may be read by others. Throws when the server does not take it; a silent server is
 * given up after ten seconds.
 */
export async function sendMail(mail: { to: string; subject: string; text: string }): Promise<void> {
  shared.qadamMail ??= createTransport(env.smtpUrl, {
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 10_000,
  } as never)
  await shared.qadamMail.sendMail({ from: env.mailFrom, ...mail })
}
