import { createHash } from 'node:crypto'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import type { Locale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translator'
import { enqueue, type Jobs } from '@/lib/notifications/jobs'
import { sendMail } from '@/lib/notifications/mail'
import { ON_DUTY } from '@/lib/policy'
import { unseal } from '@/lib/seal'

/**
 * Tells an author what was decided and why, in their language; nobody who may not sign in. The reason is one of ours; a
 * moderator's own words wait behind sign-in, because mailboxes may be read by others.
 */
export async function mailDecision({ decisionId }: Jobs['decision-mail']): Promise<void> {
  const decision = await db.decision.findUnique({
    where: { id: decisionId },
    select: {
      action: true,
      reason: true,
      listingId: true,
      listing: {
        select: { owner: { select: { emailSealed: true, locale: true, suspendedAt: true } } },
      },
    },
  })
  if (!decision || decision.action === 'endorse' || decision.listing.owner.suspendedAt) return
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
export async function mailWaiting({ accountId, ...waiting }: Jobs['waiting-mail']): Promise<void> {
  if (!(await stillWaits(waiting))) return
  if (accountId) await mailOnDuty(accountId, 'waiting', `/staff/listings/${waiting.listingId}`)
  else await planForEach('waiting-mail', waiting)
}

/** Calls the moderators on duty to a grave report that still waits; never about their own listing. */
export async function mailReport({ reportId, accountId }: Jobs['report-mail']): Promise<void> {
  const report = await db.report.findFirst({
    where: { id: reportId, handledAt: null },
    select: { ownerId: true },
  })
  if (!report) return
  if (accountId) await mailOnDuty(accountId, 'report', `/staff/reports/${reportId}`)
  else await planForEach('report-mail', { reportId }, report.ownerId)
}

/**
 * Plans a mail to each moderator on duty, once: an address that no server takes keeps nobody else
 * waiting, and whoever has their mail does not get it again.
 */
async function planForEach<N extends 'waiting-mail' | 'report-mail'>(
  name: N,
  data: Jobs[N],
  except?: string,
): Promise<void> {
  const onDuty = await db.account.findMany({
    where: { ...ON_DUTY, ...(except ? { id: { not: except } } : {}) },
    select: { id: true },
  })
  await db.$transaction(async (tx) => {
    for (const { id: accountId } of onDuty) {
      const job = { ...data, accountId }
      await enqueue(tx, name, job, { id: uuidOf(JSON.stringify([name, job])) })
    }
  })
}

async function mailOnDuty(id: string, key: 'waiting' | 'report', path: string): Promise<void> {
  const person = await db.account.findFirst({
    where: { ...ON_DUTY, id },
    select: { emailSealed: true, locale: true },
  })
  if (!person) return
  const t = translator(person.locale)
  await sendMail({
    to: unseal(person.emailSealed, 'account.email'),
    subject: t(`mail.${key}.subject`),
    text: t(`mail.${key}.text`, { link: link(person.locale, path) }),
  })
}

/** The same id for the same words, so that a job is planned once. */
function uuidOf(words: string): string {
  const hex = createHash('sha256').update(words).digest('hex').slice(0, 32)
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
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
