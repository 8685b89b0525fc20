'use server'

import { actorOf, answerForm, type FormState } from '@/lib/action'
import { lookedFine } from '@/lib/trusted/commands'
import { lookSchema } from '@/lib/trusted/schema'

/** Records that a post which was published at once may stay, and goes on to the queue. */
export async function keep(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(form, lookSchema, async ({ listingId }, context) => {
    await lookedFine(actorOf(context), listingId)
    return `/${context.locale}/staff?done=looked`
  })
}
