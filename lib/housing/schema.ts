import { z } from 'zod'
import { HousingKind } from '@/lib/generated/prisma/enums'
import {
  AHEAD_DAYS,
  BODY_LENGTH,
  choice,
  day,
  price,
  privateText,
  publicLine,
  publicText,
  spokenLanguages,
  TITLE_LENGTH,
  tick,
  wholeNumber,
} from '@/lib/listings/schema'
import { CITIES, CITY_SLUGS } from '@/lib/places/cities'
import { addDays, cityDay, daysBetween } from '@/lib/places/city-time'
import { cursorText, literal, queryText } from '@/lib/search/schema'

export const HOUSING_KINDS = Object.values(HousingKind)
/** Beds of one night; only a shared shelter has more than a house. */
export const BEDS = { min: 1, max: 500, maxAtHome: 60 }
/** Shortest and longest stay (constraint `housing_stay_in_order`). */
export const STAY_NIGHTS = { min: 1, max: 180 }
export const MAX_NIGHT_TENGE = 1_000_000
export const HOUSE_RULES_LENGTH = { max: 500 }
export const ADDRESS_LENGTH = { min: 5, max: 300 }

/** Whom a home suits. What leaves most people out comes first, because a card shows only two. */
export const SUITS = [
  'womenOnly',
  'menOnly',
  'children',
  'families',
  'stepFree',
  'pets',
  'smokers',
  'womenOnRequest',
] as const
export type Suit = (typeof SUITS)[number]

const suits = z
  .preprocess((value) => [value ?? []].flat(), z.array(choice(SUITS)))
  .transform((ticked) => SUITS.filter((suit) => ticked.includes(suit)))

const fields = z.object({
  city: choice(CITY_SLUGS),
  housingKind: z.enum(HousingKind, { error: 'unknown_choice' }),
  district: z.string().default(''),
  firstNight: day,
  lastNight: day,
  beds: wholeNumber(BEDS),
  minNights: wholeNumber(STAY_NIGHTS),
  maxNights: wholeNumber(STAY_NIGHTS),
  price: price(MAX_NIGHT_TENGE),
  suits,
  confirmsRegistration: tick,
  houseRules: publicText(HOUSE_RULES_LENGTH),
  languages: spokenLanguages,
  title: publicLine(TITLE_LENGTH),
  body: publicText(BODY_LENGTH),
  address: privateText(ADDRESS_LENGTH),
})

/**
 * The form of a housing offer. Nights are days of the city: the first is not in the past, the
 * last at most 180 days ahead. A district that is not of the city is none (null).
 */
export function housingSchema(now: Date) {
  return fields
    .superRefine((home, context) => {
      const add = (field: string, message: string, params?: Record<string, number>) =>
        context.addIssue({ code: 'custom', path: [field], message, params })
      const today = cityDay(now, CITIES[home.city].timeZone)
      const nights = daysBetween(home.firstNight, home.lastNight) + 1
      if (home.firstNight < today) add('firstNight', 'in_the_past')
      if (nights < 1) add('lastNight', 'end_before_start')
      if (home.lastNight > addDays(today, AHEAD_DAYS.housing)) {
        add('lastNight', 'too_far', { days: AHEAD_DAYS.housing })
      }
      const isAtHome = home.housingKind !== 'shelter'
      if (isAtHome && home.beds > BEDS.maxAtHome && home.beds <= BEDS.max) {
        add('beds', 'out_of_range', { min: BEDS.min, max: BEDS.maxAtHome })
      }
      if (home.maxNights < home.minNights) add('maxNights', 'longest_below_shortest')
      if (nights >= 1 && home.minNights > nights) add('minNights', 'more_than_offered', { nights })
      if (home.suits.includes('womenOnly') && home.suits.includes('menOnly')) {
        add('suits', 'women_or_men')
      } else if (home.suits.includes('womenOnRequest') && isForOneSex(home.suits)) {
        add('suits', 'women_anyway')
      }
    })
    .transform((home) => ({ ...home, district: knownDistrict(home) }))
}

export type HousingInput = z.output<ReturnType<typeof housingSchema>>

function isForOneSex(ticked: Suit[]): boolean {
  return ticked.includes('womenOnly') || ticked.includes('menOnly')
}

function knownDistrict({ city, district }: z.output<typeof fields>): string | null {
  return CITIES[city].districts.some(({ slug }) => slug === district) ? district : null
}

const asked = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined)

/** What the address of a list of homes may ask; whatever is not understood is left out. */
export const housingFilterSchema = z.object({
  free: asked(z.literal('1')),
  people: asked(z.coerce.number().int().min(1).max(BEDS.maxAtHome)),
  from: asked(day),
  to: asked(day),
  kind: asked(z.enum(HousingKind)),
  q: queryText,
  literal,
  sort: asked(z.enum(['soonest', 'newest', 'free'])),
  cursor: cursorText,
})

/** The nights that a detail page is asked for. */
export const stayQuerySchema = housingFilterSchema.pick({ from: true, to: true })
