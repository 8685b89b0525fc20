'use server'

import { actorOf, answerForm, type FormState } from '@/lib/action'
import { addHoliday, removeHoliday } from '@/lib/holidays/commands'
import { holidaySchema } from '@/lib/holidays/schema'

/** Adds a day off and comes back to the list. */
export async function add(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(form, holidaySchema, async (holiday, context) => {
    await addHoliday(actorOf(context), holiday)
    return `/${context.locale}/staff/centres/holidays`
  })
}

/** Takes a day off out of the list, with the source that says so. */
export async function remove(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(form, holidaySchema, async (holiday, context) => {
    await removeHoliday(actorOf(context), holiday)
    return `/${context.locale}/staff/centres/holidays`
  })
}
