import { db } from '@/lib/db'
import { env } from '@/lib/env'
import type { Locale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translator'
import type { Jobs } from '@/lib/notifications/jobs'
import { sendMail } from '@/lib/notifications/mail'
import { ON_DUTY } from '@/lib/policy'
import { unseal } from '@/lib/seal'

/**
 * Tells an author what was decided and why, in their language. The reason is one of ours; a
 * moderator's own words wait behind sign-in, because mailboxes may be read by others.
 */
export async function mailDecision({ decisionId }: Jobs['decision-mail']): Promise<void> {
  const decision = await db.decision.findUnique({
    where: { id: decisionId },
    select: {
      action: true,
      reason: true,
      listingId: true,
      listing: { select: { owner: { select: { emailSealed: true, locale: true } } } },
    },
  })
  if (!decision) return
  const { owner } = decision.listing
  const t = translator(owner.locale)
  await sendMail({
    to: unseal(owner.emailSealed, 'account.email'),
    subject: t('mail.decision.subject'),
    text: t('mail.decision.text', {
      outcome: t(`mail.decision.outcome.${decision.action}`),
      reason:
        decision.action === 'approve' ? '' : t(`moderation.reason.${decision.reason as 'unclear'}`),
      link: link(owner.locale, `/my/listings/${decision.listingId}`),
    }).replace(/\n{3,}/g, '\n\n'),
  })
}

/** Tells a volunteer that their requests hold something new: no name, message or place in the mail. */
export async function mailRequest({ requestId }: Jobs['request-mail']): Promise<void> {
  const request = await db.request.findUnique({
    where: { id: requestId },
    select: {
      listing: {
        select: { owner: { select: { emailSealed: true, locale: true, suspendedAt: true } } },
      },
    },
  })
  const owner = request?.listing.owner
  if (!owner || owner.suspendedAt) return
  const t = translator(owner.locale)
  await sendMail({
    to: unseal(owner.emailSealed, 'account.email'),
    subject: t('mail.request.subject'),
    text: t('mail.request.text', { link: link(owner.locale, '/my/requests') }),
  })
}

/** Reminds the moderators on duty of what still waits as it was sent. */
export async function mailWaiting(waiting: Jobs['waiting-mail']): Promise<void> {
  if (!(await stillWaits(waiting))) return
  const onDuty = await db.account.findMany({
    where: ON_DUTY,
    select: { emailSealed: true, locale: true },
  })
  for (const { emailSealed, locale } of onDuty) {
    const t = translator(locale)
    await sendMail({
      to: unseal(emailSealed, 'account.email'),
      subject: t('mail.waiting.subject'),
      text: t('mail.waiting.text', { link: link(locale, `/staff/listings/${waiting.listingId}`) }),
    })
  }
}

async function stillWaits({ listingId, revisionId, version }: Jobs['waiting-mail']) {
  const found = revisionId
    ? await db.listingRevision.count({ where: { id: revisionId, status: 'pending' } })
    : await db.listing.count({ where: { id: listingId, version, status: 'pending' } })
  return found > 0
}

function link(locale: Locale, path: string): string {
  return `${env.publicUrl}/${locale}${path}`
}
