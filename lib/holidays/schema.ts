import { z } from 'zod'
import { day } from '@/lib/listings/schema'
import { addDays, cityDay } from '@/lib/places/city-time'

/** How far ahead the government says which days are off. */
const DAYS_AHEAD = 800

const source = z
  .string({ error: 'required' })
  .trim()
  .min(1, { error: 'required', abort: true })
  .max(500, { error: 'not_https' })
  .pipe(z.url({ protocol: /^https$/, error: 'not_https' }))

/** A day off in the whole country, and where that is written. */
export function holidaySchema(now: Date) {
  const today = cityDay(now, 'Asia/Almaty')
  return z.object({
    day: day
      .refine((value) => value >= today, { error: 'in_the_past' })
      .superRefine((value, context) => {
        if (value <= addDays(today, DAYS_AHEAD)) return
        context.addIssue({ code: 'custom', message: 'too_far', params: { days: DAYS_AHEAD } })
      }),
    source,
  })
}
export type HolidayInput = z.output<ReturnType<typeof holidaySchema>>
