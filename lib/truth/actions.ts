'use server'

import { actorOf, answerForm, type FormState } from '@/lib/action'
import { giveReply, pauseListing, sayTruth } from '@/lib/truth/commands'
import { morningOf } from '@/lib/truth/rules'
import { answerSchema, pauseSchema, replySchema } from '@/lib/truth/schema'

/** The one button behind a link of a mail. A link that is used up leads to the page that says so. */
export async function reply(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(form, replySchema, async ({ token }, { locale }) => {
    const answer = await giveReply(token, new Date())
    return `/${locale}/true${answer ? `?answer=${answer}` : ''}`
  })
}

/** «Still true», «full», «open again», «pause until …» of one's own listing: one tap each. */
export async function answerTruth(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(form, answerSchema, async ({ id, answer }, context) => {
    await sayTruth(actorOf(context), id, answer)
    return `/${context.locale}/my`
  })
}

/** Pauses one's own listing until the morning of a day. */
export async function pause(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(form, pauseSchema, async ({ id, until }, context) => {
    await pauseListing(actorOf(context), id, morningOf(until))
    return `/${context.locale}/my/listings/${id}`
  })
}
