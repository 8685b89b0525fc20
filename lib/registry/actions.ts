'use server'

import { z } from 'zod'
import { actorOf, answerForm, doneAt, type FormState } from '@/lib/action'
import { centreSchema } from '@/lib/centres/schema'
import { LOCALES } from '@/lib/i18n/locales'
import { listingId } from '@/lib/listings/schema'
import { dropDay, editCentre, setDay } from '@/lib/registry/commands'
import { daySchema, dropDaySchema } from '@/lib/registry/schema'

const versioned = z.object({
  id: listingId,
  version: z.coerce.number().int().positive(),
  language: z.enum(LOCALES),
})
const door = z.enum(['my', 'staff']).catch('my')

/** Changes another's centre at once. */
export async function edit(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(form, centreSchema, async (input, context) => {
    const { id, version, language } = versioned.parse(Object.fromEntries(form))
    await editCentre(actorOf(context), id, version, language, input)
    return doneAt(`/${context.locale}/staff/centres/${id}`)
  })
}

/** Sets a day that differs from the week. */
export async function addDay(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(form, daySchema, async (day, context) => {
    await setDay(actorOf(context), day)
    return daysPath(form, context.locale, day.id)
  })
}

/** Makes a day one like any other again. */
export async function removeDay(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(form, dropDaySchema, async ({ id, day }, context) => {
    await dropDay(actorOf(context), id, day)
    return daysPath(form, context.locale, id)
  })
}

/** Back to where the days were seen: at one's own listing or in the registry. */
function daysPath(form: FormData, locale: string, id: string): string {
  const isStaff = door.parse(form.get('door')) === 'staff'
  return `/${locale}/${isStaff ? 'staff/centres' : 'my/listings'}/${id}${isStaff ? '' : '/days'}`
}
