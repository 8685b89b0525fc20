'use server'

import { actorOf, answerForm, type FormState } from '@/lib/action'
import type { Actor } from '@/lib/auth/viewer'
import { claim, holdDecision, letGo, undoDecision } from '@/lib/desk/commands'
import { listNext } from '@/lib/desk/queries'
import { nextSchema, undoSchema } from '@/lib/desk/schema'
import type { Locale } from '@/lib/i18n/locales'
import { decisionSchema } from '@/lib/moderation/schema'

/** Decides and goes on: to the next case for whoever works through the queue, else to the queue. */
export async function decide(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(form, decisionSchema, async ({ onward, ...decision }, context) => {
    const actor = actorOf(context)
    const now = new Date()
    // Before the decision takes it out of the queue: what comes behind it comes next.
    const behind = onward ? await listNext(actor, decision.listingId, now) : []
    const { done, held } = await holdDecision(actor, decision, now)
    const told = held ? '' : `done=${done}`
    if (onward) return pathOfFree(actor, context.locale, behind, told)
    return `/${context.locale}/staff${told && `?${told}`}`
  })
}

/** Takes the next case of the queue into one's hands, and lets go of the one before. */
export async function takeNext(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(form, nextSchema, async ({ after }, context) => {
    const actor = actorOf(context)
    if (after) await letGo(actor, after)
    return pathOfFree(actor, context.locale, await listNext(actor, after, new Date()))
  })
}

/** Takes back a decision and comes back to its case. */
export async function undo(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(form, undoSchema, async ({ heldId }, context) => {
    await undoDecision(actorOf(context), heldId, new Date())
    return `/${context.locale}/staff?done=undone`
  })
}

/** The first of these cases that nobody has taken meanwhile. */
async function pathOfFree(actor: Actor, locale: Locale, ids: string[], told = ''): Promise<string> {
  for (const id of ids) {
    if (await claim(actor, id, new Date())) {
      return `/${locale}/staff/listings/${id}?onward=1${told && `&${told}`}`
    }
  }
  return `/${locale}/staff?${told || 'done=nothing'}`
}
