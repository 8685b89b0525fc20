import { env } from '@/lib/env'
import { span } from '@/lib/i18n/moments'
import { type Translator, translator } from '@/lib/i18n/translator'
import { freshness } from '@/lib/listings/rules'
import type { Jobs } from '@/lib/notifications/jobs'
import { sendMail } from '@/lib/notifications/mail'
import { unseal } from '@/lib/seal'
import { recordWarning } from '@/lib/truth/commands'
import { type AskedView, findAsked } from '@/lib/truth/queries'
import { answersTo } from '@/lib/truth/rules'
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
  const { id: listingId, confirmedAt, owner } = listing
  const t = translator(owner.locale)
  const link = (path: string) => `${env.publicUrl}/${owner.locale}${path}`
  const answers = answersTo(listing).map((answer) => {
    const token = replyToken({ listingId, answer, confirmedAt })
    return `${t(`truth.reply.${answer}`)}:\n${link(`/true/${token}`)}`
  })
  await sendMail({
    to: unseal(owner.emailSealed, 'account.email'),
    subject: t('mail.truth.subject'),
    text: t('mail.truth.text', {
      otherwise: otherwise(t, listing, warning.warning, now),
      answers: answers.join('\n\n'),
      link: link('/my'),
    }),
  })
  await recordWarning(warning, new Date())
}

/** What happens without an answer. */
function otherwise(t: Translator, listing: AskedView, warning: number, now: Date): string {
  const { hiddenAt } = freshness(listing, now)
  if (warning === 1 || !hiddenAt) return t('mail.truth.fades')
  const left = hiddenAt.getTime() - now.getTime()
  return left > 0 ? t('mail.truth.goesIn', { span: span(t, left) }) : t('mail.truth.goes')
}
