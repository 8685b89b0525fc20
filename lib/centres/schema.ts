import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { z } from 'zod'
import type { WeeklySpan } from '@/lib/centres/rules'
import {
  BODY_LENGTH,
  choice,
  choices,
  clock,
  day,
  privateText,
  publicLine,
  publicText,
  spokenLanguages,
  TITLE_LENGTH,
  tick,
} from '@/lib/listings/schema'
import { CITY_SLUGS, districtName, timeZoneOf } from '@/lib/places/cities'
import { cityDay, clockMinutes } from '@/lib/places/city-time'
import { searchFields } from '@/lib/search/schema'

export const CENTRE_KINDS = ['help_point', 'service_centre', 'migration_desk'] as const
export const APPOINTMENT_RULES = ['walk_in', 'appointment_only', 'both'] as const
export const CENTRE_SERVICES = [
  'iin',
  'address_registration',
  'digital_signature',
  'sim_check',
  'translation',
  'form_filling',
] as const
export const STEP_FREE = ['yes', 'no', 'unknown'] as const
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const
/** The database holds these limits too (constraints `centre_…_length`). */
export const DOCUMENTS_LENGTH = { max: 1000 }
export const FEES_LENGTH = { max: 300 }
export const ADDRESS_LENGTH = { max: 300 }
const MAX_URL_LENGTH = 500

type Weekday = (typeof WEEKDAYS)[number]
type HoursField = `opens${Weekday}` | `closes${Weekday}`

/** What was left empty is null. */
function optional<S extends z.ZodType>(schema: S) {
  return z.preprocess((value) => value || null, schema.nullable())
}

/** A field that only some forms have. */
function orEmpty<S extends z.ZodType>(schema: S) {
  return z.preprocess((value) => value ?? '', schema)
}

const optionalClock = optional(clock)
const districtSlug = z.string().regex(/^[a-z]{1,40}$/, { error: 'unknown_choice' })

const hoursShape = Object.fromEntries(
  WEEKDAYS.flatMap((weekday) => [
    [`opens${weekday}`, optionalClock],
    [`closes${weekday}`, optionalClock],
  ]),
) as Record<HoursField, typeof optionalClock>

// A number that everyone in the country can call; short numbers such as 1414 are not one's own.
const kazakhPhone = z
  .string()
  .transform((text) => parsePhoneNumberFromString(text, 'KZ'))
  .refine((phone) => phone?.isValid() && phone.country === 'KZ', { error: 'not_a_kazakh_phone' })
  .transform((phone) => phone?.number ?? null)

const httpsAddress = z
  .string()
  .trim()
  .max(MAX_URL_LENGTH, { error: 'not_https' })
  .pipe(z.url({ protocol: /^https$/, error: 'not_https' }))

/** Kazakhstan, as the database has it (constraint `centre_in_kazakhstan`). */
const BOUNDS = { latitude: { min: 40, max: 56 }, longitude: { min: 46, max: 88 } }

// As maps give it: `51.2333, 51.3667`.
const point = z
  .string()
  .trim()
  .regex(/^-?\d{1,2}(?:\.\d{1,10})?\s*,\s*-?\d{1,3}(?:\.\d{1,10})?$/, {
    error: 'not_a_point',
    abort: true,
  })
  .transform((text) => {
    const [latitude = 0, longitude = 0] = text.split(',').map(Number)
    return { latitude, longitude }
  })
  .refine(
    ({ latitude, longitude }) => within(latitude, 'latitude') && within(longitude, 'longitude'),
    {
      error: 'not_in_kazakhstan',
    },
  )

const form = z.object({
  centreKind: choice(CENTRE_KINDS),
  city: choice(CITY_SLUGS),
  district: optional(districtSlug),
  title: publicLine(TITLE_LENGTH),
  body: publicText(BODY_LENGTH),
  address: orEmpty(privateText(ADDRESS_LENGTH)),
  publicAddress: orEmpty(publicText(ADDRESS_LENGTH)),
  publicBuilding: tick,
  point: optional(point),
  appointment: choice(APPOINTMENT_RULES),
  services: choices(CENTRE_SERVICES),
  documents: publicText(DOCUMENTS_LENGTH),
  fees: publicText(FEES_LENGTH),
  languages: spokenLanguages,
  stepFree: choice(STEP_FREE).transform((answer) =>
    answer === 'unknown' ? null : answer === 'yes',
  ),
  closedHolidays: tick,
  sourceUrl: optional(httpsAddress),
  checkedOn: optional(day),
  publicPhone: optional(kazakhPhone),
  ...hoursShape,
})

/**
 * The form of an IIN help centre. Hours come as two clock times for each weekday, both empty when
 * it is closed that day, all empty when the hours are not known; `00:00` closes at midnight. An
 * official centre needs a source and the day it was checked. Who may offer one is for the policy.
 */
export function centreSchema(now: Date) {
  return form
    .superRefine((centre, context) => {
      for (const [field, message] of problems(centre, now)) {
        context.addIssue({ code: 'custom', path: [field], message })
      }
    })
    .transform(toInput)
}

export type CentreInput = z.output<ReturnType<typeof centreSchema>>

/** Whether it shows an address or a phone to everyone, as only offices and public buildings may. */
export function speaksOfficially(centre: CentreInput): boolean {
  const { publicBuilding, publicAddress, point, publicPhone } = centre
  const isShown = publicBuilding || publicAddress !== '' || Boolean(point)
  return isOfficial(centre) || isShown || publicPhone !== null
}

type Form = z.output<typeof form>

function within(degrees: number, axis: keyof typeof BOUNDS): boolean {
  return degrees >= BOUNDS[axis].min && degrees <= BOUNDS[axis].max
}

function isOfficial({ centreKind }: Pick<Form, 'centreKind'>): boolean {
  return centreKind !== 'help_point'
}

function* problems(centre: Form, now: Date): Generator<[string, string]> {
  const { city, district, publicAddress, publicBuilding, point, sourceUrl, checkedOn } = centre
  if (district && !districtName(city, district, 'ru')) yield ['district', 'not_in_this_city']
  if (publicBuilding && !publicAddress) yield ['publicAddress', 'required']
  if ((publicAddress || point) && !publicBuilding && !isOfficial(centre)) {
    yield ['publicBuilding', 'tick_public_building']
  }
  if (isOfficial(centre) && !sourceUrl) yield ['sourceUrl', 'required']
  if (isOfficial(centre) && !checkedOn) yield ['checkedOn', 'required']
  if (checkedOn && checkedOn > cityDay(now, timeZoneOf(city))) yield ['checkedOn', 'in_the_future']
  if (!isOfficial(centre) && centre.publicPhone) yield ['publicPhone', 'only_official_phone']
  for (const weekday of WEEKDAYS) {
    const opens = centre[`opens${weekday}`]
    const closes = centre[`closes${weekday}`]
    if (opens && !closes) yield [`closes${weekday}`, 'required']
    if (closes && !opens) yield [`opens${weekday}`, 'required']
    if (opens && closes && closing(closes) <= clockMinutes(opens)) {
      yield [`closes${weekday}`, 'closes_before_opens']
    }
  }
}

function toInput(centre: Form) {
  const hoursFields: readonly string[] = Object.keys(hoursShape)
  const rest = Object.fromEntries(
    Object.entries(centre).filter(([name]) => !hoursFields.includes(name)),
  ) as Omit<Form, HoursField>
  return { ...rest, hours: WEEKDAYS.flatMap((weekday) => weeklySpan(centre, weekday)) }
}

function weeklySpan(centre: Form, weekday: Weekday): WeeklySpan[] {
  const opens = centre[`opens${weekday}`]
  const closes = centre[`closes${weekday}`]
  return opens && closes ? [{ weekday, opens: clockMinutes(opens), closes: closing(closes) }] : []
}

function closing(clockTime: string): number {
  return clockMinutes(clockTime) || 1440
}

/** What the address of a list of centres may ask; whatever is not understood is left out. */
export const centreFilterSchema = z.object({
  open: z.literal('now').optional().catch(undefined),
  service: choice(CENTRE_SERVICES).optional().catch(undefined),
  ...searchFields,
})
