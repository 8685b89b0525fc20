import { centreFilterSchema } from '@/lib/centres/schema'
import { isTopic } from '@/lib/guide/topics'
import { housingFilterSchema, stayQuerySchema } from '@/lib/housing/schema'
import { isLocale, LOCALES, type Locale } from '@/lib/i18n/locales'
import { findCityByAlias, isCitySlug } from '@/lib/places/cities'
import { rideFilterSchema } from '@/lib/rides/schema'
import { searchQuerySchema } from '@/lib/search/schema'
import type { QuerySchema } from './address'

/**
 * Who a path is for. `public` pages are the same for everyone: no cookie reaches them, no
 * framework script leaves with them. `private` pages are as bare, but take forms and learn which
 * private link is open, and nobody keeps them. A `pack` is public and one
 * file in itself: no script, nothing to fetch. `leave` is the harmless page that «Leave quickly»
 * leads to, and `health` is what watchdogs ask, both answered without Next. `volunteer` and `staff` pages hydrate and are never cached.
 * `worker` is the script that shows kept pages without a line.
 */
export type Area =
  | 'public'
  | 'private'
  | 'pack'
  | 'leave'
  | 'health'
  | 'volunteer'
  | 'staff'
  | 'api'
  | 'asset'
  | 'worker'

export type Route = {
  pattern: string
  area: Area
  methods: readonly string[]
  /** May a search engine keep it. */
  index: boolean
  /** Whether the page may ask where the reader is. */
  locates?: true
  /** How many bytes a form may have, where it is more than usual (doorman.ts). */
  bodyLimit?: number
  /** Whether `q` in its address is searched for, which a network may do only so often. */
  searches?: true
  /**
   * What a public page reads of its query; without it nothing. `own` is a query that is about one
   * reader: it reaches the page as it is, and nobody keeps the answer.
   */
  asks?: QuerySchema | 'own'
}

/** A file of 10 000 centres; next.config.js tells Next the same. */
const FILE_LIMIT_BYTES = 16 * 1024 * 1024

export type Match = { route: Route; params: Record<string, string> }

const READ = ['GET', 'HEAD']
const READ_AND_SEND = [...READ, 'POST']

const open = (pattern: string, index: boolean): Route => ({
  pattern,
  area: 'public',
  methods: READ,
  index,
})
const hidden = (pattern: string): Route => ({
  pattern,
  area: 'private',
  methods: READ_AND_SEND,
  index: false,
})
const health = (pattern: string): Route => ({
  pattern,
  area: 'health',
  methods: READ,
  index: false,
})
const asset = (pattern: string): Route => ({ pattern, area: 'asset', methods: READ, index: true })
const hydrated = (pattern: string, area: 'volunteer' | 'staff'): Route => ({
  pattern,
  area,
  methods: READ_AND_SEND,
  index: false,
})

/**
 * Every path that exists. What is not here is a 404 before Next is asked. Search engines outlive
 * erasure, so housing, rides and everything private stay out of them.
 */
export const ROUTES: readonly Route[] = [
  open('/', true),
  open('/{locale}', true),
  open('/{locale}/about', true),
  open('/{locale}/privacy', true),
  open('/{locale}/transparency', true),
  { pattern: '/{locale}/calendar', area: 'leave', methods: READ, index: false },
  open('/{locale}/guide', true),
  open('/{locale}/guide/{topic}', true),
  open('/{locale}/crossings', true),
  { ...open('/{locale}/plan', false), asks: 'own' },
  { ...open('/{locale}/centres', true), locates: true, searches: true, asks: centreFilterSchema },
  open('/{locale}/keep', true),
  { ...open('/{locale}/search', false), searches: true, asks: searchQuerySchema },
  { ...open('/{locale}/housing', false), searches: true, asks: housingFilterSchema },
  { ...open('/{locale}/rides', false), locates: true, searches: true, asks: rideFilterSchema },
  open('/{locale}/{city}', true),
  {
    ...open('/{locale}/{city}/centres', true),
    locates: true,
    searches: true,
    asks: centreFilterSchema,
  },
  open('/{locale}/{city}/centres/{id}', true),
  { ...open('/{locale}/{city}/housing', false), searches: true, asks: housingFilterSchema },
  { ...open('/{locale}/{city}/housing/{id}', false), asks: stayQuerySchema },
  {
    ...open('/{locale}/{city}/rides', false),
    locates: true,
    searches: true,
    asks: rideFilterSchema,
  },
  open('/{locale}/{city}/rides/{id}', false),
  { ...open('/{locale}/{city}/pack', false), area: 'pack' },
  { ...open('/{locale}/{city}/pack/file', false), area: 'pack' },
  hidden('/{locale}/{city}/housing/{id}/ask'),
  hidden('/{locale}/{city}/rides/{id}/ask'),
  hidden('/{locale}/{city}/centres/{id}/tell'),
  hidden('/{locale}/{city}/housing/{id}/tell'),
  hidden('/{locale}/{city}/rides/{id}/tell'),
  hidden('/{locale}/request'),
  hidden('/{locale}/request/code'),
  hidden('/{locale}/request/erase'),
  hidden('/{locale}/request/write/{id}'),
  hidden('/{locale}/request/cancel/{id}'),
  hidden('/{locale}/request/wrong/{id}'),
  hidden('/{locale}/request/{token}'),
  hidden('/{locale}/true'),
  hidden('/{locale}/true/{token}'),
  hydrated('/{locale}/sign-in', 'volunteer'),
  hydrated('/{locale}/sign-in/code', 'volunteer'),
  hydrated('/{locale}/sign-in/link', 'volunteer'),
  hydrated('/{locale}/mailbox', 'volunteer'),
  // A file (docs/decisions/0039): no form is sent there.
  { ...hydrated('/{locale}/my/profile/data', 'volunteer'), methods: READ },
  hydrated('/{locale}/my/**', 'volunteer'),
  { ...hydrated('/{locale}/staff/centres/import', 'staff'), bodyLimit: FILE_LIMIT_BYTES },
  hydrated('/{locale}/staff/**', 'staff'),
  { pattern: '/figures.csv', area: 'api', methods: READ, index: false },
  health('/api/health'),
  health('/api/health/live'),
  health('/api/health/ready'),
  asset('/_next/static/**'),
  asset('/enhance.js'),
  asset('/desk.js'),
  { pattern: '/sw.js', area: 'worker', methods: READ, index: false },
  asset('/favicon.ico'),
  asset('/icon.svg'),
  asset('/icon-192.png'),
  asset('/icon-512.png'),
  ...LOCALES.map((locale) => asset(`/${locale}.webmanifest`)),
  asset('/robots.txt'),
]

/** Whether pages of this area leave without the framework, and its router never asks for them. */
export function isBare(area: Area): boolean {
  return area === 'public' || area === 'private' || area === 'pack'
}

/** Whether pages of this area are the same for everyone, and may be given out again. */
export function isShared(area: Area): boolean {
  return area === 'public' || area === 'pack'
}

/** The route of a path that `readAddress` has accepted, or null when there is no such page. */
export function matchRoute(pathname: string): Match | null {
  for (const { route, expression } of COMPILED) {
    const found = expression.exec(pathname)
    if (!found) continue
    const params = { ...found.groups }
    if (Object.entries(params).every(([name, value]) => ACCEPTS[name]?.(value))) {
      return { route, params }
    }
  }
  return null
}

/** Where a path that does not match should have led: another spelling of a city, a `/` at the end. */
export function canonicalPath(pathname: string): string | null {
  const [, locale = '', name = '', ...rest] = pathname.replace(/\/$/, '').split('/')
  const city = name && findCityByAlias(decodeURIComponent(name))
  const path = `/${[locale, city || name, ...rest].filter(Boolean).join('/')}`
  return path !== pathname && matchRoute(path) ? path : null
}

/** The language a path is in, if it names one. */
export function localeInPath(pathname: string): Locale | undefined {
  const first = pathname.split('/')[1]
  return isLocale(first) ? first : undefined
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const ACCEPTS: Record<string, (value: string) => boolean> = {
  locale: isLocale,
  city: isCitySlug,
  topic: isTopic,
  id: (value) => UUID.test(value),
  // Whatever it is: a link cut short answers like one that never was.
  token: () => true,
}

const COMPILED = ROUTES.map((route) => ({ route, expression: compile(route.pattern) }))

/** `{name}` is one segment, a closing `/**` anything or nothing below. */
function compile(pattern: string): RegExp {
  const source = pattern
    .replace(/[.]/g, '\\.')
    .replace('/**', '(?:/.+)?')
    .replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')
  return new RegExp(`^${source}$`)
}
