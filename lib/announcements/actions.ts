'use server'

import { actorOf, answerForm, type FormState } from '@/lib/action'
import { announce as announceNow, endAnnouncement } from '@/lib/announcements/commands'
import { announcementSchema, endSchema } from '@/lib/announcements/schema'

/** Announces something and comes back to the list. */
export async function announce(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(form, announcementSchema, async (announcement, context) => {
    await announceNow(actorOf(context), announcement)
    return `/${context.locale}/staff/announcements`
  })
}

/** Ends an announcement before its day. */
export async function end(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(form, endSchema, async ({ announcementId }, context) => {
    await endAnnouncement(actorOf(context), announcementId, new Date())
    return `/${context.locale}/staff/announcements`
  })
}
