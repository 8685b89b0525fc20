'use server'

import { actorOf, answerForm, doneAt, type FormContext, type FormState } from '@/lib/action'
import { dropStatement, rereadStatement, writeStatement } from '@/lib/guide/commands'
import { entrySchema, statementSchema } from '@/lib/guide/schema'

/** Writes a statement anew and comes back to it. */
export async function write(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(form, statementSchema, async (statement, context) => {
    await writeStatement(actorOf(context), statement)
    return pathOf(context, statement)
  })
}

/** Says that what is shown was read again today. */
export async function reread(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(form, entrySchema, async (entry, context) => {
    await rereadStatement(actorOf(context), entry, new Date())
    return pathOf(context, entry)
  })
}

/** Goes back to what the version says. */
export async function drop(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(form, entrySchema, async (entry, context) => {
    await dropStatement(actorOf(context), entry)
    return pathOf(context, entry)
  })
}

function pathOf({ locale }: FormContext, { topic, name }: { topic: string; name: string }): string {
  return doneAt(`/${locale}/staff/guide/${topic}/${name}`)
}
