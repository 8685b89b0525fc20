import { z } from 'zod'
import { LOCALES } from '@/lib/i18n/locales'
import { choice, day, publicText } from '@/lib/listings/schema'
import { CITY_SLUGS } from '@/lib/places/cities'
import { addDays, cityDay } from '@/lib/places/city-time'

/** Limits that the database holds as well (constraints `announcement_…`). */
export const TEXT_LENGTH = { min: 3, max: 300 }
export const MAX_DAYS = 30

const city = z.preprocess((value) => value || null, choice(CITY_SLUGS).nullable())

/** An announcement: a city or all, one language, its text, and the last day it is shown. */
export function announcementSchema(now: Date) {
  const today = cityDay(now, 'Asia/Almaty')
  return z.object({
    city,
    language: choice(LOCALES),
    text: publicText(TEXT_LENGTH),
    lastDay: day
      .refine((value) => value >= today, { error: 'in_the_past' })
      .superRefine((value, context) => {
        if (value <= addDays(today, MAX_DAYS - 1)) return
        context.addIssue({ code: 'custom', message: 'too_far', params: { days: MAX_DAYS } })
      }),
  })
}

export type AnnouncementInput = z.output<ReturnType<typeof announcementSchema>>

export const endSchema = z.object({ announcementId: z.uuid({ error: 'unknown_choice' }) })
