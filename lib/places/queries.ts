import { db } from '@/lib/db'
import type { Prisma } from '@/lib/generated/prisma/client'
import type { NoticeLevel, PlaceKind } from '@/lib/generated/prisma/enums'
import type { Locale } from '@/lib/i18n/locales'
import type { CitySlug } from '@/lib/places/cities'

/** A place as a reader sees it; `lang` is set where the name exists only in Russian. */
export interface PlaceName {
  id: string
  kind: PlaceKind
  text: string
  lang?: 'ru'
}

export interface PlaceNotice {
  level: NoticeLevel
  text: string
  source: string
  checkedOn: Date
}

export const placeNameSelect = {
  id: true,
  kind: true,
  nameRu: true,
  nameKk: true,
  nameEn: true,
} as const

interface NamedPlace {
  id: string
  kind: PlaceKind
  nameRu: string
  nameKk: string | null
  nameEn: string | null
}

/** The name in the reader's language, else the Russian one marked as Russian. */
export function placeName(place: NamedPlace, locale: Locale): PlaceName {
  const own = { ru: place.nameRu, kk: place.nameKk, en: place.nameEn }[locale]
  return {
    id: place.id,
    kind: place.kind,
    text: own ?? place.nameRu,
    ...(own ? {} : { lang: 'ru' }),
  }
}

export interface PlaceChoice extends PlaceName {
  /** The Russian post of a crossing: how people know it who come from there. */
  otherSide: string | null
}

/** Every place where a ride can start or end, crossings first, in the order of the alphabet. */
export async function listPlaces(locale: Locale): Promise<PlaceChoice[]> {
  const places = await db.place.findMany({
    select: { ...placeNameSelect, ...otherSideSelect },
  })
  const order: PlaceKind[] = ['city', 'crossing', 'station', 'bus_station', 'airport']
  return places
    .map((place) => ({
      ...placeName(place, locale),
      otherSide: otherSide(place, locale),
    }))
    .sort(
      (a, b) =>
        order.indexOf(a.kind) - order.indexOf(b.kind) || a.text.localeCompare(b.text, locale),
    )
}

export const otherSideSelect = { otherSideRu: true, otherSideEn: true } as const

/** The Russian post opposite a crossing, in Latin letters for readers of English. */
export function otherSide(
  place: { otherSideRu: string | null; otherSideEn: string | null },
  locale: Locale,
): string | null {
  return (locale === 'en' ? place.otherSideEn : null) ?? place.otherSideRu
}

export const noticeSelect = {
  noticeLevel: true,
  noticeRu: true,
  noticeKk: true,
  noticeEn: true,
  noticeSource: true,
  noticeCheckedOn: true,
} as const satisfies Prisma.PlaceSelect

/** What is known of a place today, or null. */
export function noticeOf(
  place: Prisma.PlaceGetPayload<{ select: typeof noticeSelect }>,
  locale: Locale,
): PlaceNotice | null {
  const text = { ru: place.noticeRu, kk: place.noticeKk, en: place.noticeEn }[locale]
  if (!place.noticeLevel || !text || !place.noticeSource || !place.noticeCheckedOn) return null
  return {
    level: place.noticeLevel,
    text,
    source: place.noticeSource,
    checkedOn: place.noticeCheckedOn,
  }
}

export interface PlaceFacts extends PlaceChoice {
  /** Our cities that the road from here leads to. */
  serves: CitySlug[]
  notice: PlaceNotice | null
  /** Null when nobody told us. */
  latitude: number | null
  longitude: number | null
  /** Where it is listed, and when that was read. */
  source: string
  checkedOn: Date
}

/** Places with what is known of them, in the order of the alphabet; of one kind when one is named. */
export async function listPlaceFacts(locale: Locale, kind?: PlaceKind): Promise<PlaceFacts[]> {
  const places = await db.place.findMany({
    where: kind ? { kind } : {},
    select: {
      ...placeNameSelect,
      ...otherSideSelect,
      ...noticeSelect,
      serves: true,
      latitude: true,
      longitude: true,
      source: true,
      checkedOn: true,
    },
  })
  return places
    .map((place) => ({
      ...placeName(place, locale),
      otherSide: otherSide(place, locale),
      serves: place.serves,
      notice: noticeOf(place, locale),
      latitude: place.latitude,
      longitude: place.longitude,
      // Some have several addresses in one line; the first lists the place.
      source: place.source.split(' ')[0] ?? place.source,
      checkedOn: place.checkedOn,
    }))
    .sort((a, b) => a.text.localeCompare(b.text, locale))
}

/** Notices for everyone who comes to a city, the closed crossings first; hints stay with the rides. */
export async function listNotices(
  city: CitySlug,
  locale: Locale,
): Promise<{ place: PlaceName; notice: PlaceNotice }[]> {
  const places = await db.place.findMany({
    where: {
      serves: { has: city },
      noticeLevel: { not: null },
      NOT: { kind: 'crossing', noticeLevel: 'info' },
    },
    orderBy: [{ noticeLevel: 'asc' }, { nameRu: 'asc' }],
    select: { ...placeNameSelect, ...noticeSelect },
  })
  return places.flatMap((place) => {
    const notice = noticeOf(place, locale)
    return notice ? [{ place: placeName(place, locale), notice }] : []
  })
}
