import type { Locale } from '@/lib/i18n/locales'

/** A city district. The slug is what a listing stores and a URL shows. */
export type District = {
  slug: string
  names: Record<Locale, string>
}

// Astana: the six in Kazakh from dzen.ru/b/Zs18EjlXzTYLjmny (Сарайшық named in August 2024) and
// nl.wiki7.org/wiki/Астана. Almaty: the eight in Russian from unsorted.wikisort.ru
// (Административно-территориальное деление Алма-Аты). Read on 2026-11-22; the other languages'
// forms are the usual ones. For Uralsk and Petropavlovsk none is known.
export const DISTRICTS = {
  astana: [
    district('almaty', 'район Алматы', 'Алматы ауданы', 'Almaty district'),
    district('baikonur', 'район Байконур', 'Байқоңыр ауданы', 'Baikonur district'),
    district('yesil', 'район Есиль', 'Есіл ауданы', 'Yesil district'),
    district('saryarka', 'район Сарыарка', 'Сарыарқа ауданы', 'Saryarka district'),
    district('nura', 'район Нура', 'Нұра ауданы', 'Nura district'),
    district('saraishyk', 'район Сарайшык', 'Сарайшық ауданы', 'Saraishyk district'),
  ],
  almaty: [
    district('alatau', 'Алатауский район', 'Алатау ауданы', 'Alatau district'),
    district('almaly', 'Алмалинский район', 'Алмалы ауданы', 'Almaly district'),
    district('auezov', 'Ауэзовский район', 'Әуезов ауданы', 'Auezov district'),
    district('bostandyk', 'Бостандыкский район', 'Бостандық ауданы', 'Bostandyk district'),
    district('zhetysu', 'Жетысуский район', 'Жетісу ауданы', 'Zhetysu district'),
    district('medeu', 'Медеуский район', 'Медеу ауданы', 'Medeu district'),
    district('nauryzbay', 'Наурызбайский район', 'Наурызбай ауданы', 'Nauryzbay district'),
    district('turksib', 'Турксибский район', 'Түрксіб ауданы', 'Turksib district'),
  ],
} as const satisfies Record<string, readonly District[]>

function district(slug: string, ru: string, kk: string, en: string): District {
  return { slug, names: { ru, kk, en } }
}
