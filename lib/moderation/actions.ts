'use server'

import {
  changeRole,
  endSessionsOf,
  liftSuspension,
  notePerson,
  suspendPerson,
  verifyPerson,
} from '@/lib/accounts/commands'
import { actorOf, answerForm, type FormState } from '@/lib/action'
import {
  noteSchema,
  personSchema,
  roleSchema,
  suspensionSchema,
  verificationSchema,
} from '@/lib/moderation/schema'

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
  return answerForm(form, suspensionSchema, async ({ accountId, reason, note }, context) => {
    await suspendPerson(actorOf(context), accountId, reason, note)
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

/** Ends all sessions of a person. */
export async function endAllSessions(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(form, personSchema, async ({ accountId }, context) => {
    await endSessionsOf(actorOf(context), accountId)
    return `/${context.locale}/staff/people/${accountId}?done=sessions`
  })
}

/** Adds a note for the other staff. */
export async function note(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(form, noteSchema, async ({ accountId, text }, context) => {
    await notePerson(actorOf(context), accountId, text)
    return `/${context.locale}/staff/people/${accountId}#notes`
  })
}
