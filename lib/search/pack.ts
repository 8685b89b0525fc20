import type { Viewer } from '@/lib/auth/viewer'
import { type CentreDetailView, listCentreDetails } from '@/lib/centres/queries'
import type { Kept } from '@/lib/guide/kept'
import { KEPT_ROWS, keptIn } from '@/lib/guide/queries'
import type { HousingCardView } from '@/lib/housing/queries'
import type { Locale } from '@/lib/i18n/locales'
import { PAGE_SIZE } from '@/lib/listings/queries'
import type { CitySlug } from '@/lib/places/cities'
import { cityDay } from '@/lib/places/city-time'
import type { RideCardView } from '@/lib/rides/queries'
import { homesFreeFirst } from '@/lib/search/homes'
import { cardsOf, readCards } from '@/lib/search/queries'
import { ridesOrdered } from '@/lib/search/rides'
import { chooseTogether } from '@/lib/search/together'

/** Cards of one kind, and whether the list holds more. */
interface Part<Card> {
  cards: Card[]
  more: boolean
}

export interface Pack {
  rides: Part<RideCardView>
  homes: Part<HousingCardView>
  centres: Part<CentreDetailView>
  /** What staff keep of the guide. */
  kept: Kept
}

/** Centres in a pack: with all that is known of each they take the most room. */
const MOST_CENTRES = 12

/** What there is in a city for one person, and what holds everywhere. Three statements. */
export async function readPack(
  viewer: Viewer,
  city: CitySlug,
  locale: Locale,
  now: Date,
): Promise<Pack> {
  const tonight = cityDay(now, 'Asia/Almaty')
  const asked = { city, people: 1 }
  const choices = {
    rides: ridesOrdered(viewer, asked, PAGE_SIZE + 1, now),
    homes: homesFreeFirst(viewer, asked, tonight, PAGE_SIZE + 1, now),
  }
  const against = { cities: [city], beside: KEPT_ROWS }
  const { ids, background, beside } = await chooseTogether(choices, against, now)
  const shown = [ids.rides, ids.homes].flatMap((all) => all.slice(0, PAGE_SIZE))
  const [cards, centres] = await Promise.all([
    readCards(viewer, shown, { locale, background }, now),
    listCentreDetails(
      viewer,
      { city, take: MOST_CENTRES + 1, holidays: background.holidays },
      locale,
      now,
    ),
  ])
  return {
    rides: { cards: cardsOf(cards, 'ride'), more: ids.rides.length > PAGE_SIZE },
    homes: { cards: cardsOf(cards, 'housing'), more: ids.homes.length > PAGE_SIZE },
    centres: { cards: centres.slice(0, MOST_CENTRES), more: centres.length > MOST_CENTRES },
    kept: keptIn(beside),
  }
}
