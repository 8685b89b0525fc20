'use server'

import { actorOf, answerForm, doneAt, type FormState } from '@/lib/action'
import { setNotice } from '@/lib/places/commands'
import { noticeSchema } from '@/lib/places/schema'

/** Says how a place stands and comes back to it. */
export async function sayNotice(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(form, noticeSchema, async (notice, context) => {
    await setNotice(actorOf(context), notice)
    return doneAt(`/${context.locale}/staff/facts/places/${notice.placeId}`)
  })
}
