'use server'

import { actorOf, answerForm, type FormState } from '@/lib/action'
import { dropSession } from '@/lib/auth/session'
import { eraseOwnAccount } from '@/lib/data-rights/commands'
import { eraseSchema } from '@/lib/data-rights/schema'

/** Erases the account of whoever sends this, from its confirm page. */
export async function eraseMine(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(form, eraseSchema, async (_input, context) => {
    await eraseOwnAccount(actorOf(context))
    await dropSession()
    return `/${context.locale}/sign-in?erased=1`
  })
}
