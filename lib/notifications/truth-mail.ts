import { env } from '@/lib/env'
import { span } from '@/lib/i18n/moments'
import { type Translator, translator } from '@/lib/i18n/translator'
import { freshness } from '@/lib/listings/rules'
import type { Jobs } from '@/lib/notifications/jobs'
import { sendMail } from '@/lib/notifications/mail'
import { unseal } from '@/lib/seal'
import { recordWarning } from '@/lib/truth/commands'
import { type AskedView, findAsked } from '@/lib/truth/queries'
import { answersTo, askTimes, standsSince } from '@/lib/truth/rules'
import { replyToken } from '@/lib/truth/schema'

/**
 * Asks one author whether a listing is still true: a link for each answer, and no name, place or
 * title. The warning counts once the mail server took it; without two of them nothing is ever
 * hidden. No mail when it was confirmed, taken back or warned of meanwhile.
 */
export async function mailTruth(warning: Jobs['truth-mail']): Promise<void> {
  const now = new Date()
  const listing = await findAsked(warning, now)
  if (!listing) return
  const { id: listingId, owner } = listing
  const since = standsSince(listing)
  const t = translator(owner.locale)
  const link = (path: string) => `${env.publicUrl}/${owner.locale}${path}`
  const answers = answersTo(listing, now).map((answer) => {
    const token = replyToken({ listingId, answer, since })
    return `${t(`truth.reply.${answer}`)}:\n${link(`/true/${token}`)}`
  })
  await sendMail({
    to: unseal(owner.emailSealed, 'account.email'),
    subject: t('mail.truth.subject'),
    text: t('mail.truth.text', {
      why: whyAsked(t, listing, warning.warning, now),
      answers: answers.join('\n\n'),
      link: link('/my'),
    }),
  })
  await recordWarning(warning, new Date())
}

/** Visitors said otherwise while it was fresh, or nobody confirmed it for long and what then happens. */
function whyAsked(t: Translator, listing: AskedView, warning: number, now: Date): string {
  if (listing.confirmedAt > askTimes(listing.kind, now).fading) return t('mail.truth.doubted')
  return `${t('mail.truth.old')} ${otherwise(t, listing, warning, now)}`
}

/** What happens without an answer. */
function otherwise(t: Translator, listing: AskedView, warning: number, now: Date): string {
  const { hiddenAt } = freshness(listing, now)
  if (warning === 1 || !hiddenAt) return t('mail.truth.fades')
  const left = hiddenAt.getTime() - now.getTime()
  return left > 0 ? t('mail.truth.goesIn', { span: span(t, left) }) : t('mail.truth.goes')
}
