import type { Actor } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import type { NoticeLevel } from '@/lib/generated/prisma/enums'
import type { Locale } from '@/lib/i18n/locales'
import { columnDay } from '@/lib/places/city-time'
import {
  noticeOf,
  noticeSelect,
  otherSide,
  otherSideSelect,
  type PlaceChoice,
  placeName,
  placeNameSelect,
} from '@/lib/places/queries'
import { authorize } from '@/lib/policy'

export interface PlaceLine extends PlaceChoice {
  level: NoticeLevel | null
  /** What everyone reads of it, in the language of the page. */
  notice: string | null
  /** Null: nobody ever looked. */
  checkedOn: string | null
}

/** All crossings and other places with a notice: those that nobody looked at for longest first. */
export async function listKeptPlaces(actor: Actor, locale: Locale): Promise<PlaceLine[]> {
  authorize(actor, 'facts.keep', null)
  const places = await db.place.findMany({
    where: { OR: [{ kind: 'crossing' }, { noticeCheckedOn: { not: null } }] },
    orderBy: [{ noticeCheckedOn: { sort: 'asc', nulls: 'first' } }, { nameRu: 'asc' }],
    select: { ...placeNameSelect, ...otherSideSelect, ...noticeSelect },
  })
  return places.map((place) => ({
    ...placeName(place, locale),
    otherSide: otherSide(place, locale),
    level: place.noticeLevel,
    notice: noticeOf(place, locale)?.text ?? null,
    checkedOn: place.noticeCheckedOn && columnDay(place.noticeCheckedOn),
  }))
}

export interface KeptPlace extends PlaceChoice {
  level: NoticeLevel | null
  texts: Record<Locale, string>
  source: string | null
  checkedOn: string | null
  version: number
}

/** A place as it stands, for those who may say how it stands. NotFound when there is none. */
export async function getKeptPlace(actor: Actor, id: string, locale: Locale): Promise<KeptPlace> {
  authorize(actor, 'facts.keep', null)
  const place = await db.place.findUnique({
    where: { id },
    select: { ...placeNameSelect, ...otherSideSelect, ...noticeSelect, version: true },
  })
  if (!place) throw new NotFound('place')
  return {
    ...placeName(place, locale),
    otherSide: otherSide(place, locale),
    level: place.noticeLevel,
    texts: { ru: place.noticeRu ?? '', kk: place.noticeKk ?? '', en: place.noticeEn ?? '' },
    source: place.noticeSource,
    checkedOn: place.noticeCheckedOn && columnDay(place.noticeCheckedOn),
    version: place.version,
  }
}
