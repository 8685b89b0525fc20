'use server'

import { answerForm, type FormState } from '@/lib/action'
import { giveReply } from '@/lib/truth/commands'
import { replySchema } from '@/lib/truth/schema'

/** The one button behind a link of a mail. A link that is used up leads to the page that says so. */
export async function reply(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(form, replySchema, async ({ token }, { locale }) => {
    const answer = await giveReply(token, new Date())
    return `/${locale}/true${answer ? `?answer=${answer}` : ''}`
  })
}
