import { z } from 'zod'
import { CENTRE_KINDS } from '@/lib/centres/schema'
import { choice, clock, day, listingId } from '@/lib/listings/schema'
import { CITY_SLUGS } from '@/lib/places/cities'
import { addDays, cityDay, clockMinutes } from '@/lib/places/city-time'

/** How far ahead a day may be set that differs from the week. */
export const DAYS_AHEAD = 366

/** The search of the registry; what makes no sense is left out. */
export const registrySearchSchema = z.object({
  city: choice(CITY_SLUGS).optional().catch(undefined),
  kind: choice(CENTRE_KINDS).optional().catch(undefined),
  after: z.string().max(60).optional().catch(undefined),
})
export type RegistrySearch = z.output<typeof registrySearchSchema>

const optionalClock = z.preprocess((value) => value || null, clock.nullable())

/** A day that differs from the week: both times, or none when it is closed. */
export function daySchema(now: Date) {
  const today = cityDay(now, 'Asia/Almaty')
  return z
    .object({
      id: listingId,
      day: day
        .refine((value) => value >= today, { error: 'in_the_past' })
        .superRefine((value, context) => {
          if (value <= addDays(today, DAYS_AHEAD)) return
          context.addIssue({ code: 'custom', message: 'too_far', params: { days: DAYS_AHEAD } })
        }),
      opens: optionalClock,
      closes: optionalClock,
    })
    .superRefine(({ opens, closes }, context) => {
      const refuse = (field: string, message: string) =>
        context.addIssue({ code: 'custom', path: [field], message })
      if (opens && !closes) refuse('closes', 'required')
      if (closes && !opens) refuse('opens', 'required')
      if (opens && closes && closing(closes) <= clockMinutes(opens)) {
        refuse('closes', 'closes_before_opens')
      }
    })
    .transform(({ id, day, opens, closes }) => ({
      id,
      day,
      hours: opens && closes ? { opens: clockMinutes(opens), closes: closing(closes) } : null,
    }))
}
export type DayInput = z.output<ReturnType<typeof daySchema>>

export const dropDaySchema = z.object({ id: listingId, day })

function closing(clockTime: string): number {
  return clockMinutes(clockTime) || 1440
}
