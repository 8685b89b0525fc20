'use server'

import { redirect } from 'next/navigation'
import { actorOf, answerForm, type FormState } from '@/lib/action'
import { KIND_PATHS } from '@/lib/listings/kinds'
import { cityDay } from '@/lib/places/city-time'
import {
  closeReport,
  reportAsAsker as fileAsAsker,
  reportAsHost as fileAsHost,
  reportListing as fileListing,
} from '@/lib/reports/commands'
import {
  listingReportSchema,
  outcomeSchema,
  type ReportInput,
  requestReportSchema,
  sentQuery,
} from '@/lib/reports/schema'
import { askerFromCookie } from '@/lib/requests/session'
import { visitorKey } from '@/lib/visitors/keys'
import { countVisit } from '@/lib/visitors/limits'

/** Reports a listing, from its page: one button, no account. */
export async function reportListing(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(form, listingReportSchema, async (input, { locale }) => {
    const now = new Date()
    await countVisit('report')
    const key = await visitorKey('visit', now)
    const { listing, copyUntil } = await fileListing(key, input, now)
    const { city, kind, id } = listing
    return `/${locale}/${city}/${KIND_PATHS[kind]}/${id}/tell${sent(input, copyUntil)}`
  })
}

/** Reports a request, from the private page of whoever asked. */
export async function reportAsAsker(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(form, requestReportSchema, async (input, { locale }) => {
    const asker = await askerFromCookie()
    if (!asker) redirect(`/${locale}/request`)
    const { copyUntil } = await fileAsAsker(asker, input)
    return `/${locale}/request/wrong/${input.requestId}${sent(input, copyUntil)}`
  })
}

/** Reports a request, from the page of the volunteer. */
export async function reportAsHost(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(form, requestReportSchema, async (input, context) => {
    const { copyUntil } = await fileAsHost(actorOf(context), input)
    return `/${context.locale}/my/requests/${input.requestId}/wrong${sent(input, copyUntil)}`
  })
}

/** Closes a report and goes on to the queue. */
export async function close(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(form, outcomeSchema, async ({ reportId, outcome }, context) => {
    await closeReport(actorOf(context), reportId, outcome)
    return `/${context.locale}/staff?done=${outcome}`
  })
}

function sent({ reason, note }: ReportInput, copyUntil: Date | null): string {
  const until = copyUntil && cityDay(copyUntil, 'Asia/Almaty')
  return sentQuery({ what: reason, until, hasNote: note !== '' })
}
