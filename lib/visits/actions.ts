'use server'

import { answerForm, type FormState } from '@/lib/action'
import { KIND_PATHS } from '@/lib/listings/kinds'
import { visitorKey } from '@/lib/visitors/keys'
import { countVisit } from '@/lib/visitors/limits'
import { type SeenListing, tellTrue, tellWait } from '@/lib/visits/commands'
import { visitSchema, waitSchema } from '@/lib/visits/schema'

/** "It was true", from the page of a listing: one button, no account. */
export async function sayItWasTrue(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(form, visitSchema, async ({ listingId }, { locale }) => {
    const now = new Date()
    await countVisit('visit')
    const listing = await tellTrue(await visitorKey('visit', now), listingId, now)
    return `/${locale}${tellPath(listing)}?sent=true`
  })
}

/** How long one waited at a centre. */
export async function sayHowLong(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(form, waitSchema, async (input, { locale }) => {
    const now = new Date()
    await countVisit('visit')
    const listing = await tellWait(await visitorKey('visit', now), input, now)
    return `/${locale}${tellPath(listing)}?sent=wait`
  })
}

function tellPath({ city, kind, id }: SeenListing): string {
  return `/${city}/${KIND_PATHS[kind]}/${id}/tell`
}
