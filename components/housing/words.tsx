import type { ReactNode } from 'react'
import type { Answer } from '@/components/listings/CardParts'
import { sentence } from '@/components/listings/words'
import type { HousingCardView } from '@/lib/housing/queries'
import { stayLimit } from '@/lib/housing/rules'
import type { Locale } from '@/lib/i18n/locales'
import { dateName, type Here } from '@/lib/i18n/moments'
import { queryString } from '@/lib/i18n/page'
import type { Translator } from '@/lib/i18n/translator'
import { tenge } from '@/lib/i18n/typeset'
import { type CitySlug, cityIn, cityName, cityOf } from '@/lib/places/cities'
import type { HousingFilter } from '@/lib/search/homes'

/** `Жильё в Уральске`, `Оралдағы баспана`; without a city, that of all four. */
export function housingTitle(t: Translator, locale: Locale, city: CitySlug | null): string {
  if (!city) return t('housing.titleAll')
  const where = locale === 'kk' ? cityOf(city, locale) : cityIn(city, locale)
  return t('housing.titleCity', { in: where })
}

/** `Комната, Медеуский район`; the city too where a list holds several. */
export function kindText(
  here: Here,
  home: Pick<HousingCardView, 'housingKind' | 'city' | 'district'>,
  withCity: boolean,
): string {
  return sentence([
    here.t(`housing.kind.${home.housingKind}`),
    withCity && cityName(home.city, here.locale),
    home.district,
  ])
}

/** `2 из 3 мест свободно`; `Мест нет` and until when; in the past tense when nobody confirmed it. */
export function bedsAnswer(here: Here, home: HousingCardView, isStale: boolean): Answer {
  const { t } = here
  const { free, total, freeFrom } = home.beds
  if (free === 0) {
    const words = freeFrom ? t('housing.freeFrom', { day: dayOf(here, freeFrom) }) : undefined
    return { figure: t('listing.full'), words, places: { free, total }, quiet: true }
  }
  if (isStale) return { figure: t('housing.were', { free, total }), quiet: true }
  return { figure: free, words: bedsWords(here, home), places: { free, total } }
}

/** `свободно 2 из 3`, `мест нет`. */
export function bedsText(here: Here, { free, total }: { free: number; total: number }): string {
  return free === 0 ? here.t('housing.noBeds') : here.t('housing.bedsOf', { free, total })
}

/** `бесплатно` or `9 000 ₸ с человека за ночь`. */
export function priceText(here: Here, { priceTenge }: Pick<HousingCardView, 'priceTenge'>): string {
  return priceTenge === 0
    ? here.t('housing.free')
    : here.t('housing.price', { price: tenge(priceTenge) })
}

/** `до 7 ночей`, `от 3 ночей`, `от 3 до 7 ночей`. */
export function stayText(
  here: Here,
  home: Pick<HousingCardView, 'minNights' | 'maxNights' | 'firstNight' | 'lastNight'>,
): string {
  const { minNights: min, maxNights: max, firstNight: first, lastNight: last } = home
  const limit = stayLimit({ first, last, minNights: min, maxNights: max })
  return here.t(`housing.stay.${limit}`, { min, max })
}

/** `24 ноября – 7 декабря`, one day as one. */
export function nightsText(here: Here, { first, last }: { first: string; last: string }): string {
  if (first === last) return dayOf(here, first)
  return here.t('housing.fromTo', { first: dayOf(here, first), last: dayOf(here, last) })
}

/** The path of a home with the nights that were asked for, so that its page answers the same. */
export function housingHref(
  { locale }: Here,
  { city, id }: { city: string; id: string },
  { from, to }: Pick<HousingFilter, 'from' | 'to'> = {},
): string {
  return `/${locale}/${city}/housing/${id}${queryString({ from, to })}`
}

// The nights stand apart, so that a narrow card breaks the line before them and not after the figure.
function bedsWords(here: Here, { beds: { of, total, from } }: HousingCardView): ReactNode {
  const words = here.t('housing.bedsFree', { total })
  if (of === 'tonight') return words
  const since = () => here.t('housing.since', { day: dayOf(here, from) })
  return (
    <>
      {words}, <span>{of === 'asked' ? here.t('housing.onYourNights') : since()}</span>
    </>
  )
}

function dayOf(here: Here, day: string): string {
  return dateName(here.locale, day)
}
