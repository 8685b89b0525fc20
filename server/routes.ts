import { isLocale, type Locale } from '@/lib/i18n/locales'
import { findCityByAlias, isCitySlug } from '@/lib/places/cities'

/**
 * Who a path is for. `public` pages are the same for everyone: no cookie reaches them, no
 * framework script leaves with them. `private` pages are as bare, but take forms and learn which
 * private link is open, and nobody keeps them. `volunteer` and `staff` pages hydrate and are never
 * cached.
 */
export type Area = 'public' | 'private' | 'volunteer' | 'staff' | 'api' | 'asset'

export type Route = {
  pattern: string
  area: Area
  methods: readonly string[]
  /** May a search engine keep it. */
  index: boolean
}

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
  open('/{locale}/centres', true),
  open('/{locale}/housing', false),
  open('/{locale}/rides', false),
  open('/{locale}/{city}', true),
  open('/{locale}/{city}/centres', true),
  open('/{locale}/{city}/centres/{id}', true),
  open('/{locale}/{city}/housing', false),
  open('/{locale}/{city}/housing/{id}', false),
  open('/{locale}/{city}/rides', false),
  open('/{locale}/{city}/rides/{id}', false),
  hidden('/{locale}/{city}/housing/{id}/ask'),
  hidden('/{locale}/{city}/rides/{id}/ask'),
  hidden('/{locale}/request'),
  hidden('/{locale}/request/code'),
  hidden('/{locale}/request/erase'),
  hidden('/{locale}/request/write/{id}'),
  hidden('/{locale}/request/cancel/{id}'),
  hidden('/{locale}/request/{token}'),
  hidden('/{locale}/true'),
  hidden('/{locale}/true/{token}'),
  hydrated('/{locale}/sign-in', 'volunteer'),
  hydrated('/{locale}/sign-in/code', 'volunteer'),
  hydrated('/{locale}/sign-in/link', 'volunteer'),
  hydrated('/{locale}/mailbox', 'volunteer'),
  hydrated('/{locale}/my/**', 'volunteer'),
  hydrated('/{locale}/staff/**', 'staff'),
  { pattern: '/api/health', area: 'api', methods: READ, index: false },
  asset('/_next/static/**'),
  asset('/enhance.js'),
  asset('/favicon.ico'),
  asset('/icon.svg'),
  asset('/apple-icon.png'),
  asset('/manifest.webmanifest'),
  asset('/robots.txt'),
]

/** Whether pages of this area leave without the framework, and its router never asks for them. */
export function isBare(area: Area): boolean {
  return area === 'public' || area === 'private'
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
