import type { Locale } from '@/lib/i18n/locales'
import { DISTRICTS, type District } from './districts'

export const CITY_SLUGS = ['uralsk', 'petropavlovsk', 'astana', 'almaty'] as const

export type CitySlug = (typeof CITY_SLUGS)[number]

/** A city's name and its cases as a sentence needs them; `of` is «Уральска», «Оралдағы», “of Uralsk”. */
export type CityForms = Record<'nominative' | 'in' | 'to' | 'from' | 'of', string>

export type City = {
  slug: CitySlug
  names: Record<Locale, CityForms>
  /** Other spellings, former names and the colloquial name. */
  otherNames: readonly string[]
  latitude: number
  longitude: number
  /** IANA name: western Kazakhstan has its own zone, which until 2024 was an hour behind. */
  timeZone: 'Asia/Oral' | 'Asia/Almaty'
  phoneAreaCode: string
  districts: readonly District[]
}

// Sources of coordinates, area codes and former names, read on 2026-11-22:
// Uralsk pwojczyn.com/wiki (Oral), de.zxc.wiki/wiki/Oral_(Stadt), tzdata zone.tab;
// Petropavlovsk encycloreader.org (Petropavl), it.qwertyu.wiki/wiki/Petropavl;
// Astana interfax.com/newsroom/top-stories/83178 (name of 2022), nl.wiki7.org/wiki/Астана;
// Almaty ro.wiki7.org/wiki/Алма-Ата, wikihandbk.com (Алма-Ата).
export const CITIES: Record<CitySlug, City> = {
  uralsk: {
    slug: 'uralsk',
    names: {
      ru: {
        nominative: 'Уральск',
        in: 'в\u00a0Уральске',
        to: 'в\u00a0Уральск',
        from: 'из Уральска',
        of: 'Уральска',
      },
      kk: {
        nominative: 'Орал',
        in: 'Оралда',
        to: 'Оралға',
        from: 'Оралдан',
        of: 'Оралдағы',
      },
      en: english('Uralsk'),
    },
    otherNames: ['Oral', "Ural'sk", 'Яицкий городок', 'Яицк', 'Yaitsk'],
    latitude: 51.2225,
    longitude: 51.3725,
    timeZone: 'Asia/Oral',
    phoneAreaCode: '7112',
    districts: [],
  },
  petropavlovsk: {
    slug: 'petropavlovsk',
    names: {
      ru: {
        nominative: 'Петропавловск',
        in: 'в\u00a0Петропавловске',
        to: 'в\u00a0Петропавловск',
        from: 'из Петропавловска',
        of: 'Петропавловска',
      },
      kk: {
        nominative: 'Петропавл',
        in: 'Петропавлда',
        to: 'Петропавлға',
        from: 'Петропавлдан',
        of: 'Петропавлдағы',
      },
      en: english('Petropavlovsk'),
    },
    otherNames: ['Petropavl', 'Қызылжар', 'Кызылжар', 'Qyzyljar', 'Kyzylzhar'],
    latitude: 54.883,
    longitude: 69.167,
    timeZone: 'Asia/Almaty',
    phoneAreaCode: '7152',
    districts: [],
  },
  astana: {
    slug: 'astana',
    names: {
      ru: {
        nominative: 'Астана',
        in: 'в\u00a0Астане',
        to: 'в\u00a0Астану',
        from: 'из Астаны',
        of: 'Астаны',
      },
      kk: {
        nominative: 'Астана',
        in: 'Астанада',
        to: 'Астанаға',
        from: 'Астанадан',
        of: 'Астанадағы',
      },
      en: english('Astana'),
    },
    otherNames: [
      'Акмолинск',
      'Akmolinsk',
      'Целиноград',
      'Tselinograd',
      'Акмола',
      'Ақмола',
      'Akmola',
      'Aqmola',
      'Нур-Султан',
      'Нұр-Сұлтан',
      'Nur-Sultan',
    ],
    latitude: 51.133,
    longitude: 71.433,
    timeZone: 'Asia/Almaty',
    phoneAreaCode: '7172',
    districts: DISTRICTS.astana,
  },
  almaty: {
    slug: 'almaty',
    names: {
      ru: {
        nominative: 'Алматы',
        in: 'в\u00a0Алматы',
        to: 'в\u00a0Алматы',
        from: 'из Алматы',
        of: 'Алматы',
      },
      kk: {
        nominative: 'Алматы',
        in: 'Алматыда',
        to: 'Алматыға',
        from: 'Алматыдан',
        of: 'Алматыдағы',
      },
      en: english('Almaty'),
    },
    otherNames: ['Алма-Ата', 'Alma-Ata', 'Верный', 'Verny', 'Vernyi', 'Заилийское'],
    latitude: 43.25,
    longitude: 76.9,
    timeZone: 'Asia/Almaty',
    phoneAreaCode: '727',
    districts: DISTRICTS.almaty,
  },
}

const SLUG_BY_FOLDED_NAME = new Map(
  Object.values(CITIES).flatMap(({ slug, names, otherNames }) =>
    [slug, names.ru.nominative, names.kk.nominative, ...otherNames].map(
      (name) => [folded(name), slug] as const,
    ),
  ),
)

export function isCitySlug(value: unknown): value is CitySlug {
  return CITY_SLUGS.some((slug) => slug === value)
}

/**
 * The city a whole spelling stands for, in any of the three languages, former names included.
 * Case, ё and е, spaces and hyphens do not matter. A part of a longer name is no match:
 * Петропавловск-Камчатский is another city in another country.
 */
export function findCityByAlias(text: string): CitySlug | undefined {
  return SLUG_BY_FOLDED_NAME.get(folded(text))
}

export function cityName(slug: CitySlug, locale: Locale): string {
  return CITIES[slug].names[locale].nominative
}

/** «в Уральске», «Оралда», “in Uralsk”. */
export function cityIn(slug: CitySlug, locale: Locale): string {
  return CITIES[slug].names[locale].in
}

/** «в Уральск», «Оралға», “to Uralsk”. */
export function cityTo(slug: CitySlug, locale: Locale): string {
  return CITIES[slug].names[locale].to
}

/** «Уральска», «Оралдағы» (before the noun), “of Uralsk”. */
export function cityOf(slug: CitySlug, locale: Locale): string {
  return CITIES[slug].names[locale].of
}

export function timeZoneOf(slug: CitySlug): City['timeZone'] {
  return CITIES[slug].timeZone
}

/** The display name of a district, undefined for a slug that is not of this city. */
export function districtName(city: CitySlug, slug: string, locale: Locale): string | undefined {
  const district = CITIES[city].districts.find((known) => known.slug === slug)
  return district?.names[locale]
}

function english(name: string): CityForms {
  return {
    nominative: name,
    in: `in ${name}`,
    to: `to ${name}`,
    from: `from ${name}`,
    of: `of ${name}`,
  }
}

function folded(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[\s'’‐-―-]/gu, '')
}
