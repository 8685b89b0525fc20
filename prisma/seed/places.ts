import { z } from 'zod'
import type { Connection } from '@/lib/db'
import { City, NoticeLevel, PlaceKind } from '@/lib/generated/prisma/enums'
import { dayColumn, isDay } from '@/lib/places/city-time'
import holidaysJson from './holidays.json'
import placesJson from './places.json'

const day = z.string().refine(isDay)

const placeSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(PlaceKind),
  nameRu: z.string(),
  nameKk: z.string().nullable(),
  nameEn: z.string().nullable(),
  otherSideRu: z.string().nullable(),
  otherSideEn: z.string().nullable(),
  serves: z.array(z.enum(City)),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  source: z.string(),
  checkedOn: day,
  notice: z
    .strictObject({
      level: z.enum(NoticeLevel),
      ru: z.string(),
      kk: z.string(),
      en: z.string(),
      source: z.string(),
      checkedOn: day,
    })
    .nullable(),
})

const holidaysSchema = z.strictObject({
  source: z.string(),
  checkedOn: day,
  days: z.array(day),
  /** Dates of the law for a year whose transfers are not decided yet; a new list comes each January. */
  fixedNextYear: z.array(day),
})

type SeedPlace = z.infer<typeof placeSchema>

/** The crossings, stations, airports, bus stations and cities, each with its source; null is unknown. */
export const PLACES = z.array(placeSchema).parse(placesJson)

/** The days off in the whole country, transfers included. A new list is needed each January. */
export const HOLIDAYS = holidaysSchema.parse(holidaysJson)

/**
 * Brings the facts up to this version's. Safe to repeat. What staff wrote later stays: a place
 * checked after this version, a notice that is as new as this version's or was removed since, and
 * a day off that they took out.
 */
export async function seedPlaces(connection: Connection, places = PLACES): Promise<void> {
  const known = await connection.place.findMany({
    select: { id: true, checkedOn: true, noticeCheckedOn: true },
  })
  const knownById = new Map(known.map((place) => [place.id, place]))
  for (const place of places) {
    const row = knownById.get(place.id)
    if (!row) {
      await connection.place.create({ data: { ...factsOf(place), ...noticeOf(place) } })
    } else if (row.checkedOn <= dayColumn(place.checkedOn)) {
      const noticeIsOlder = (row.noticeCheckedOn ?? row.checkedOn) < noticeDay(place)
      const data = { ...factsOf(place), ...(noticeIsOlder ? newNotice(place) : {}) }
      await connection.place.update({ where: { id: place.id }, data })
    }
  }
  await connection.publicHoliday.createMany({
    data: [...HOLIDAYS.days, ...HOLIDAYS.fixedNextYear].map((value) => ({
      day: dayColumn(value),
      source: HOLIDAYS.source,
    })),
    skipDuplicates: true,
  })
}

function factsOf({ notice: _, checkedOn, ...facts }: SeedPlace) {
  return { ...facts, checkedOn: dayColumn(checkedOn) }
}

function noticeOf({ notice }: SeedPlace) {
  return {
    noticeLevel: notice?.level ?? null,
    noticeRu: notice?.ru ?? null,
    noticeKk: notice?.kk ?? null,
    noticeEn: notice?.en ?? null,
    noticeSource: notice?.source ?? null,
    noticeCheckedOn: notice ? dayColumn(notice.checkedOn) : null,
  }
}

/** A form that staff opened before does not write over it. */
function newNotice(place: SeedPlace) {
  return { ...noticeOf(place), version: { increment: 1 } }
}

/** When this version last looked at the state of the place, whether or not there was something to say. */
function noticeDay({ notice, checkedOn }: SeedPlace): Date {
  return dayColumn(notice?.checkedOn ?? checkedOn)
}
