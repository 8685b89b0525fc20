import { listAnnouncements } from '@/lib/announcements/queries'
import { GUEST } from '@/lib/auth/viewer'
import { getCentre, listCentres, readBesideCentres } from '@/lib/centres/queries'
import { getPublicFigures } from '@/lib/figures/queries'
import { readKept } from '@/lib/guide/queries'
import { countFreeBeds, getHousing, listHousing } from '@/lib/housing/queries'
import type { CitySlug } from '@/lib/places/cities'
import { listNotices, listPlaceFacts, listPlaces } from '@/lib/places/queries'
import { getPlan } from '@/lib/plans/queries'
import { getRide, listRides, nextRide } from '@/lib/rides/queries'
import { offersInstead } from '@/lib/search/offers'
import { readPack } from '@/lib/search/pack'
import { countAll, overview, search } from '@/lib/search/queries'
import { readQuery } from '@/lib/search/spoken'
import { day } from '@/lib/testing/homes'

/** What one page asks of the database, by the address of the page. */
export type PublicPages = Record<string, () => Promise<unknown>>

const now = new Date()
const NEAR = '51.2,51.4'

/**
 * What every public page asks, in the words of its address; pages that only differ in the language
 * ask the same. `words` are three that listings of the filled database say. The listings shown are
 * looked up once, before.
 */
export async function publicPages(words: [string, string, string]): Promise<PublicPages> {
  const [first, second, third] = words
  const [ride, home, centre] = await Promise.all([
    firstOf(listRides(GUEST, { city: null }, 'ru', now)),
    firstOf(listHousing(GUEST, { city: null }, 'ru', now)),
    firstOf(listCentres(GUEST, { city: null }, 'ru', now)),
  ])
  return {
    home: () =>
      Promise.all([
        listAnnouncements(null, 'ru', now),
        countAll(GUEST, now),
        nextRide(GUEST, { city: null, people: 1, fromBorder: true }, 'ru', now),
      ]),
    uralsk: () =>
      Promise.all([
        listAnnouncements('uralsk', 'ru', now),
        overview(GUEST, 'uralsk', 'ru', now),
        listNotices('uralsk', 'ru'),
      ]),
    ...eachSort(['soonest', 'newest', 'free', 'nearest'], 'rides', 'uralsk', rides),
    'rides?from=&date=&people=': () =>
      rides({ city: null, from: 'crossing-taskala', date: day(3), people: 2 }),
    'rides?q=': async () =>
      rides({ city: 'uralsk', words: await readQuery({ q: `${first} бесплатно` }) }),
    'rides/{id}': () => getRide(GUEST, ride, 'ru', now),
    ...eachSort(['soonest', 'newest', 'free'], 'housing', 'astana', homes),
    'housing?from=&to=&people=&free=': () =>
      homes({ city: 'almaty', from: day(1), to: day(3), people: 2, free: '1' }),
    'housing?q=': async () =>
      homes({ city: null, words: await readQuery({ q: `квартира ${second}` }) }),
    'housing/{id}': () =>
      Promise.all([getHousing(GUEST, home, 'ru', now, { from: day(1) }), readKept()]),
    centres: () => centres({ city: null, service: 'iin' }),
    'uralsk/centres': () => centres({ city: 'uralsk' }),
    'uralsk/centres?sort=nearest': () => centres({ city: 'uralsk', sort: 'nearest', near: NEAR }),
    'centres/{id}': () => Promise.all([getCentre(GUEST, centre, 'ru', now), readKept()]),
    'guide/{topic}': readKept,
    'search?q=квартира': () => find('квартира'),
    'search?q= two words': () => find(`${third} собака`),
    'search?q=уральск': () => find('уральск'),
    'search?q= a slip': () => find('словно16'),
    'search?q=kvartira': () => find('kvartira v almaty'),
    'search?q= nothing': () => find(`${first} комната пианино шымкент`),
    'uralsk/pack': () => pack('uralsk'),
    plan: () => listPlaceFacts('ru'),
    'plan?from=': plan,
    crossings: () => listPlaceFacts('ru', 'crossing'),
    transparency: () => getPublicFigures(now),
  }
}

async function firstOf(list: Promise<{ cards: { id: string }[] }>): Promise<string> {
  const [card] = (await list).cards
  if (!card) throw new Error('The database is empty.')
  return card.id
}

type Filter = { city: CitySlug | null; sort: never; near: string }

function eachSort(
  sorts: string[],
  path: string,
  city: CitySlug,
  list: (filter: Filter) => Promise<unknown>,
): PublicPages {
  return Object.fromEntries(
    sorts.flatMap((sort) => {
      const asked = { sort: sort as never, near: NEAR }
      return [
        [`${path}?sort=${sort}`, () => list({ city: null, ...asked })],
        [`${city}/${path}?sort=${sort}`, () => list({ city, ...asked })],
      ]
    }),
  )
}

function rides(filter: Parameters<typeof listRides>[1]) {
  return Promise.all([listRides(GUEST, filter, 'ru', now), listPlaces('ru')])
}

async function homes(filter: Parameters<typeof listHousing>[1]) {
  const isWhole = !filter.words && !filter.from
  return Promise.all([
    listHousing(GUEST, filter, 'ru', now),
    isWhole ? countFreeBeds(GUEST, filter.city, now) : 0,
  ])
}

async function centres(filter: Parameters<typeof listCentres>[1]) {
  const { holidays } = await readBesideCentres(now)
  return listCentres(GUEST, filter, 'ru', now, holidays)
}

async function find(text: string) {
  const words = await readQuery({ q: text })
  if (!words) throw new Error(`${text} says nothing`)
  const groups = await search(GUEST, { words, city: null, kind: null }, 5, 'ru', now)
  return groups.length > 0 ? groups : offersInstead(GUEST, words, now)
}

function pack(city: CitySlug) {
  return readPack(GUEST, city, 'ru', now)
}

async function plan() {
  const places = await listPlaceFacts('ru')
  const whole = { adults: 2, children: 1, pets: 0, nights: 2, ride: true, bed: true }
  const asked = { from: 'crossing-taskala', city: 'uralsk', date: day(1), time: '12:00' } as const
  return Promise.all([getPlan(GUEST, { ...whole, ...asked }, places, 'ru', now), readKept()])
}
