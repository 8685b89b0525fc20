'use server'

import { actorOf, answerForm, type FormState } from '@/lib/action'
import { retryJob } from '@/lib/notifications/commands'
import { jobSchema } from '@/lib/notifications/schema'

/** Tries a failed job once more and returns to the list. */
export async function retry(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(form, jobSchema, async (job, context) => {
    await retryJob(actorOf(context), job)
    return `/${context.locale}/staff/jobs?done=again`
  })
}
