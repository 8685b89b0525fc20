'use server'

import { z } from 'zod'
import { actorOf, answerForm, type FormContext, type FormState } from '@/lib/action'
import type { ListingKind } from '@/lib/generated/prisma/enums'
import {
  changeListing,
  countOffer,
  offerListing,
  setPlaces,
  withdrawListing,
} from '@/lib/listings/commands'
import { KINDS } from '@/lib/listings/kinds'
import { listingId, wholeNumber } from '@/lib/listings/schema'

const kindField = z.enum(['centre', 'housing', 'ride']).catch('ride')
const target = z.object({ id: listingId })
const versioned = z.object({ id: listingId, version: z.coerce.number().int().positive() })

/** Sends a new listing of any kind for review. */
export async function offer(_state: FormState, form: FormData): Promise<FormState> {
  const kind = kindOf(form)
  return answerForm(form, KINDS[kind].schema, async (input, context) => {
    const actor = actorOf(context)
    await countOffer(actor)
    const id = await offerListing(actor, kind, context.locale, input)
    return ownPath(context, id)
  })
}

/** Sends a change of one's own listing. */
export async function change(_state: FormState, form: FormData): Promise<FormState> {
  const kind = kindOf(form)
  return answerForm(form, KINDS[kind].schema, async (input, context) => {
    const { id, version } = versioned.parse(Object.fromEntries(form))
    await changeListing(actorOf(context), id, version, context.locale, input)
    return ownPath(context, id)
  })
}

/** Takes one's own listing back, from its confirm page. */
export async function withdraw(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(form, target, async ({ id }, context) => {
    await withdrawListing(actorOf(context), id)
    return ownPath(context, id)
  })
}

/** Sets how many places there are. */
export async function changePlaces(_state: FormState, form: FormData): Promise<FormState> {
  const places = target.extend({ total: wholeNumber({ min: 1, max: 500 }) })
  return answerForm(form, places, async ({ id, total }, context) => {
    await setPlaces(actorOf(context), id, total)
    return ownPath(context, id)
  })
}

function kindOf(form: FormData): ListingKind {
  return kindField.parse(form.get('kind'))
}

function ownPath({ locale }: FormContext, id: string): string {
  return `/${locale}/my/listings/${id}`
}
