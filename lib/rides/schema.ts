import { z } from 'zod'
import {
  AHEAD_DAYS,
  BODY_LENGTH,
  choice,
  clock,
  day,
  price,
  privateText,
  publicText,
  spokenLanguages,
  tick,
  wholeNumber,
} from '@/lib/listings/schema'
import { addDays, cityDay, cityInstant } from '@/lib/places/city-time'
import { searchFields } from '@/lib/search/schema'

/** Kazakhstan has one time (UTC+5) since 2024-03-01, so a ride needs no zone of its own. */
export const RIDE_ZONE = 'Asia/Almaty'
export const SEATS = { min: 1, max: 50 }
export const MAX_SHARE_TENGE = 100_000
export const MAX_CHILD_SEATS = 8
export const LUGGAGE = ['none', 'backpack', 'suitcase', 'large'] as const

const placeId = z
  .string({ error: 'required' })
  .min(1, { error: 'required' })
  .regex(/^[a-z0-9-]{3,60}$/, { error: 'unknown_choice' })

/** The form of a ride. Refuses a departure in the past and one more than 60 days ahead. */
export function rideSchema(now: Date) {
  return z
    .object({
      from: placeId,
      to: placeId,
      day,
      time: clock,
      seats: wholeNumber(SEATS),
      price: price(MAX_SHARE_TENGE),
      luggage: choice(LUGGAGE),
      childSeats: z.preprocess(
        (value) => (value === undefined || value === '' ? '0' : String(value)),
        wholeNumber({ min: 0, max: MAX_CHILD_SEATS }),
      ),
      pets: tick,
      womenOnRequest: tick,
      languages: spokenLanguages,
      body: publicText(BODY_LENGTH),
      point: privateText({ min: 3, max: 300 }),
      car: privateText({ min: 2, max: 80 }),
      plate: privateText({ min: 2, max: 20 }),
    })
    .superRefine((ride, context) => {
      const add = (field: string, message: string, params?: Record<string, number>) =>
        context.addIssue({ code: 'custom', path: [field], message, params })
      if (ride.from === ride.to) add('to', 'same_place')
      if (cityInstant(ride.day, ride.time, RIDE_ZONE) <= now) add('time', 'in_the_past')
      if (ride.day > addDays(cityDay(now, RIDE_ZONE), AHEAD_DAYS.ride)) {
        add('day', 'too_far', { days: AHEAD_DAYS.ride })
      }
    })
}

export type RideInput = z.output<ReturnType<typeof rideSchema>>

/** What the address of a list of rides may ask; whatever is not understood is left out. */
export const rideFilterSchema = z.object({
  from: placeId.optional().catch(undefined),
  to: placeId.optional().catch(undefined),
  date: day.optional().catch(undefined),
  people: z.coerce.number().int().min(1).max(SEATS.max).optional().catch(undefined),
  ...searchFields,
})
