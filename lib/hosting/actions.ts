'use server'

import { actorOf, answerForm, type FormContext, type FormState } from '@/lib/action'
import { choice } from '@/lib/listings/schema'
import { eraseHostSide, writeAsHost } from '@/lib/messages/commands'
import { acceptRequest, declineRequest } from '@/lib/requests/commands'
import { messageSchema, requestSchema } from '@/lib/requests/schema'

const answerSchema = requestSchema.extend({ answer: choice(['accept', 'decline']) })

/** Says yes or no to a request; no also after having said yes. */
export async function answer(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(form, answerSchema, async ({ requestId, answer: to }, context) => {
    const actor = actorOf(context)
    await (to === 'accept' ? acceptRequest(actor, requestId) : declineRequest(actor, requestId))
    return pathOf(context, requestId)
  })
}

/** Writes to whoever asks. */
export async function write(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(form, messageSchema, async ({ requestId, text }, context) => {
    await writeAsHost(actorOf(context), requestId, text)
    return pathOf(context, requestId)
  })
}

/** Erases what one wrote oneself, from its confirm page. */
export async function erase(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(form, requestSchema, async ({ requestId }, context) => {
    await eraseHostSide(actorOf(context), requestId)
    return pathOf(context, requestId)
  })
}

function pathOf({ locale }: FormContext, id: string): string {
  return `/${locale}/my/requests/${id}`
}
