import { z } from 'zod'
import type { FieldIssue } from '@/lib/errors'
import { AHEAD_DAYS, choice, clock, day, wholeNumber } from '@/lib/listings/schema'
import { CITY_SLUGS, timeZoneOf } from '@/lib/places/cities'
import { addDays, cityClock, cityDay } from '@/lib/places/city-time'
import { RIDE_ZONE } from '@/lib/rides/schema'

const HOUR_MS = 3_600_000

/** A plan is for people who travel together; rides and homes of ours hold no more. */
export const PARTY = { min: 1, max: 50 }
export const PETS = { min: 0, max: 10 }
export const NIGHTS = { min: 1, max: 30 }

/** The fields of the form, in their order; the address of a plan holds them and nothing else. */
export const PLAN_FIELDS = [
  'from',
  'city',
  'date',
  'time',
  'adults',
  'children',
  'pets',
  'nights',
  'ride',
  'bed',
] as const

export type PlanField = (typeof PLAN_FIELDS)[number]

/** What an address asks, as it was typed; a field that is not there is left out. */
export type AskedPlan = Partial<Record<PlanField, string>>

const none = (value: unknown) => (value === undefined || value === '' ? '0' : value)
const ticked = z.preprocess((value) => value === '1', z.boolean())

/**
 * The form of a plan. Refuses a day in the past, one more than 60 days ahead (rides are not
 * offered earlier) and more people than one plan is for. `places` are the ids that exist.
 */
export function planSchema(now: Date, places: ReadonlySet<string>) {
  return z
    .object({
      from: z
        .string({ error: 'required' })
        .min(1, { error: 'required' })
        .refine((id) => id === '' || places.has(id), { error: 'unknown_choice' }),
      city: choice(CITY_SLUGS),
      date: day,
      time: clock,
      adults: wholeNumber({ min: 1, max: PARTY.max }),
      children: z.preprocess(none, wholeNumber({ min: 0, max: PARTY.max })),
      pets: z.preprocess(none, wholeNumber(PETS)),
      nights: z.preprocess((value) => value ?? '1', wholeNumber(NIGHTS)),
      ride: ticked,
      bed: ticked,
    })
    .superRefine((plan, context) => {
      const add = (field: PlanField, message: string, params: Record<string, number> = {}) =>
        context.addIssue({ code: 'custom', path: [field], message, params })
      const today = cityDay(now, timeZoneOf(plan.city))
      if (plan.date < today) add('date', 'in_the_past')
      if (plan.date > addDays(today, AHEAD_DAYS.ride)) {
        add('date', 'too_far', { days: AHEAD_DAYS.ride })
      }
      if (plan.children <= PARTY.max && plan.adults + plan.children > PARTY.max) {
        add('adults', 'too_many_for_a_plan', { max: PARTY.max })
      }
    })
}

export type PlanInput = z.output<ReturnType<typeof planSchema>>

const TYPED_LENGTH = 60

/** What an address asks: the fields of the form, each cut to a length that a field has room for. */
export function askedPlan(query: Record<string, string | string[] | undefined>): AskedPlan {
  const asked = PLAN_FIELDS.map((name) => [name, [query[name]].flat().at(-1)])
  return Object.fromEntries(
    asked.flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value.slice(0, TYPED_LENGTH)]],
    ),
  )
}

/** What a form holds before anybody typed: one grown-up within the hour, for a ride and a bed. */
export function usualPlan(now: Date): AskedPlan {
  const soon = new Date(now.getTime() + HOUR_MS)
  const time = `${cityClock(soon, RIDE_ZONE).slice(0, 2)}:00`
  return { date: cityDay(soon, RIDE_ZONE), time, adults: '1', nights: '1', ride: '1', bed: '1' }
}

/**
 * The plan of an address, or what is to be fixed in the order of the form. An address that names
 * no day asks for nothing yet: the form always sends one.
 */
export function readPlan(
  asked: AskedPlan,
  now: Date,
  places: readonly { id: string }[],
): { plan: PlanInput | null; issues: FieldIssue[] } {
  if (asked.date === undefined) return { plan: null, issues: [] }
  const parsed = planSchema(now, new Set(places.map(({ id }) => id))).safeParse(asked)
  if (parsed.success) return { plan: parsed.data, issues: [] }
  const issues = PLAN_FIELDS.flatMap((field): FieldIssue[] => {
    const issue = parsed.error.issues.find(({ path }) => path[0] === field)
    if (!issue) return []
    const values = issue.code === 'custom' ? (issue.params as FieldIssue['values']) : undefined
    return [{ field, code: issue.message, ...(values ? { values } : {}) }]
  })
  return { plan: null, issues }
}
