import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { CENTRE_SERVICES } from '@/lib/centres/schema'
import { db } from '@/lib/db'
import { CentreKind, City, HousingKind, ListingKind, Luggage } from '@/lib/generated/prisma/enums'
import { LOCALES } from '@/lib/i18n/locales'
import { dayColumn } from '@/lib/places/city-time'
import { seal } from '@/lib/seal'
import { indexListings } from '@/lib/search/commands'
import { day } from '@/lib/testing/homes'

const CORPUS = resolve(import.meta.dirname, '../search/corpus')
const HOUR_MS = 3_600_000

const shared = {
  key: z.string(),
  city: z.enum(City),
  otherCity: z.enum(City).nullable(),
  language: z.enum(LOCALES),
  title: z.string(),
  body: z.string(),
}

const listing = z.discriminatedUnion('kind', [
  z.object({
    ...shared,
    kind: z.literal('ride'),
    from: z.string(),
    to: z.string(),
    pets: z.boolean(),
    childSeats: z.number(),
    luggage: z.enum(Luggage),
    priceTenge: z.number(),
  }),
  z.object({
    ...shared,
    kind: z.literal('housing'),
    housingKind: z.enum(HousingKind),
    district: z.string().nullable(),
    womenOnly: z.boolean(),
    menOnly: z.boolean(),
    families: z.boolean(),
    children: z.boolean(),
    pets: z.boolean(),
    stepFree: z.boolean(),
    confirmsRegistration: z.boolean(),
    priceTenge: z.number(),
    houseRules: z.string(),
  }),
  z.object({
    ...shared,
    kind: z.literal('centre'),
    centreKind: z.enum(CentreKind),
    services: z.array(z.enum(CENTRE_SERVICES)),
    district: z.string().nullable(),
    documents: z.string(),
  }),
])

const searchCase = z.object({
  q: z.string(),
  locale: z.enum(LOCALES),
  /** The list that is searched; null is everything. */
  city: z.enum(City).nullable(),
  kind: z.enum(ListingKind).nullable(),
  finds: z.array(z.string()),
  misses: z.array(z.string()),
  first: z.union([z.string(), z.array(z.string())]).optional(),
  nothing: z.boolean().optional(),
  suggests: z.string().optional(),
  why: z.string(),
})

export type SearchCase = z.infer<typeof searchCase>

/** Searches with what they must find and must not, written by someone who had not seen the rules. */
export function readCases(half: 'development' | 'held-out'): SearchCase[] {
  return z.array(searchCase).parse(readJson(`cases-${half}.json`))
}

/** The listings that the cases are about. */
export function readListings(): z.infer<typeof listing>[] {
  return z.array(listing).parse(readJson('listings.json'))
}

/** Publishes the listings that the cases are about and answers their ids by key. */
export async function publishCorpus(ownerId: string): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const one of readListings()) {
    const { id } = await db.listing.create({
      data: {
        kind: one.kind,
        ownerId,
        city: one.city,
        otherCity: one.otherCity,
        language: one.language,
        title: one.title,
        body: one.body,
        status: 'published',
        // Which two need not agree on.
        sample: true,
        publishedAt: new Date(),
        expiresAt: one.kind === 'centre' ? null : new Date(Date.now() + 24 * HOUR_MS),
        priceTenge: one.kind === 'centre' ? null : one.priceTenge,
      },
      select: { id: true },
    })
    await writeKind(id, one)
    ids.set(one.key, id)
  }
  await db.$transaction((tx) => indexListings(tx, [...ids.values()]), { timeout: 60_000 })
  return ids
}

async function writeKind(listingId: string, one: z.infer<typeof listing>): Promise<void> {
  const {
    key: _,
    city: _city,
    otherCity: _other,
    language,
    title: _title,
    body: _body,
    ...own
  } = one
  const languages = [language]
  if (own.kind === 'ride') {
    const { from: fromPlaceId, to: toPlaceId, ...facts } = own
    const departsAt = new Date(Math.ceil(Date.now() / HOUR_MS) * HOUR_MS)
    const meetingSealed = seal('{}', 'ride.meeting')
    const ends = { fromPlaceId, toPlaceId }
    await db.ride.create({
      data: { listingId, ...facts, ...ends, departsAt, languages, meetingSealed },
    })
  }
  if (own.kind === 'housing') {
    const nights = { firstNight: dayColumn(day()), lastNight: dayColumn(day(7)), maxNights: 7 }
    const addressSealed = seal('Улица для примера', 'housing.address')
    await db.housing.create({ data: { listingId, ...own, ...nights, languages, addressSealed } })
  }
  if (own.kind === 'centre') {
    const source = { sourceUrl: 'https://example.org', checkedOn: dayColumn(day()) }
    await db.centre.create({
      data: {
        listingId,
        ...own,
        appointment: 'walk_in',
        languages,
        ...(own.centreKind === 'help_point' ? {} : source),
      },
    })
  }
}

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(join(CORPUS, name), 'utf8'))
}
