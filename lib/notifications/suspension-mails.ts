import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { translator } from '@/lib/i18n/translator'
import type { SuspensionReason } from '@/lib/moderation/schema'
import type { Jobs } from '@/lib/notifications/jobs'
import { sendMail } from '@/lib/notifications/mail'
import { unseal } from '@/lib/seal'

/**
 * Tells somebody that they were suspended, for one of our reasons, and whom to answer: they cannot
 * sign in. Nothing when it was lifted meanwhile.
 */
export async function mailSuspension({ accountId }: Jobs['suspension-mail']): Promise<void> {
  const account = await findAccount(accountId)
  if (!account?.suspensionReason) return
  const t = translator(account.locale)
  const reason = account.suspensionReason as SuspensionReason
  await sendMail({
    to: unseal(account.emailSealed, 'account.email'),
    subject: t('mail.suspension.subject'),
    text: t('mail.suspension.text', { reason: t(`people.reason.${reason}`), ...env.operator }),
  })
}

/** Tells somebody that they may sign in again. Nothing when they were suspended anew meanwhile. */
export async function mailLifted({ accountId }: Jobs['lifted-mail']): Promise<void> {
  const account = await findAccount(accountId)
  if (!account || account.suspensionReason) return
  const t = translator(account.locale)
  await sendMail({
    to: unseal(account.emailSealed, 'account.email'),
    subject: t('mail.lifted.subject'),
    text: t('mail.lifted.text', { link: `${env.publicUrl}/${account.locale}/sign-in` }),
  })
}

function findAccount(id: string) {
  return db.account.findUnique({
    where: { id },
    select: { emailSealed: true, locale: true, suspensionReason: true },
  })
}
