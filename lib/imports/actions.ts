'use server'

import { z } from 'zod'
import { actorOf, answerForm, type FormState } from '@/lib/action'
import { centreSchema } from '@/lib/centres/schema'
import { InvalidInput } from '@/lib/errors'
import {
  countImport,
  discardImport,
  prepareCentre,
  prepareFile,
  publishImport,
} from '@/lib/imports/commands'
import { importSchema, publishSchema } from '@/lib/imports/schema'

/** Takes a file of centres and shows how checking it goes. */
export async function upload(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(form, z.object({}), async (_input, context) => {
    const actor = actorOf(context)
    const file = form.get('file')
    if (!(file instanceof File) || file.size === 0) {
      throw new InvalidInput([{ field: 'file', code: 'required' }])
    }
    await countImport(actor)
    const id = await prepareFile(actor, new Uint8Array(await file.arrayBuffer()))
    return `/${context.locale}/staff/centres/imports/${id}?working=1`
  })
}

/** Prepares one new centre for another to publish. */
export async function prepare(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(form, centreSchema, async (input, context) => {
    const id = await prepareCentre(actorOf(context), context.locale, input)
    return `/${context.locale}/staff/centres/imports/${id}`
  })
}

/** Has a batch published. */
export async function publish(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(form, publishSchema, async ({ importId, note }, context) => {
    await publishImport(actorOf(context), importId, note)
    return `/${context.locale}/staff/centres/imports/${importId}?working=1`
  })
}

/** Throws a batch away. */
export async function discard(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(form, importSchema, async ({ importId }, context) => {
    await discardImport(actorOf(context), importId)
    return `/${context.locale}/staff/centres`
  })
}
