'use server'

import { changeRole, liftSuspension, suspendPerson, verifyPerson } from '@/lib/accounts/commands'
import { actorOf, answerForm, type FormState } from '@/lib/action'
import { decide as decideOn } from '@/lib/moderation/commands'
import {
  decisionSchema,
  personSchema,
  roleSchema,
  suspensionSchema,
  verificationSchema,
} from '@/lib/moderation/schema'

/** Decides on a listing or a change of it and goes on to the queue. */
export async function decide(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(form, decisionSchema, async (decision, context) => {
    await decideOn(actorOf(context), decision)
    return `/${context.locale}/staff?done=${decision.action}`
  })
}

/** Records how a person was verified and returns to where that was needed. */
export async function verify(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(form, verificationSchema, async ({ accountId, how, listingId }, context) => {
    await verifyPerson(actorOf(context), accountId, how)
    return listingId
      ? `/${context.locale}/staff/listings/${listingId}`
      : `/${context.locale}/staff/people/${accountId}`
  })
}

/** Suspends a person, from the confirm page. */
export async function suspend(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(form, suspensionSchema, async ({ accountId, reason }, context) => {
    await suspendPerson(actorOf(context), accountId, reason)
    return `/${context.locale}/staff/people/${accountId}`
  })
}

/** Lifts a suspension. */
export async function lift(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(form, personSchema, async ({ accountId }, context) => {
    await liftSuspension(actorOf(context), accountId)
    return `/${context.locale}/staff/people/${accountId}`
  })
}

/** Gives a person another role. */
export async function assignRole(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(form, roleSchema, async ({ accountId, role }, context) => {
    await changeRole(actorOf(context), accountId, role)
    return `/${context.locale}/staff/people/${accountId}`
  })
}
