import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http'
import type { Locale } from '@/lib/i18n/locales'
import { addDays, cityDay, weekdayOf } from '@/lib/places/city-time'
import { stillCsp } from './csp'
import { NO_INDEX, NO_STORE } from './headers'
import { hashOf } from './stylesheets'

/** Everything that a browser may hold of us, the service worker included. */
const EVERYTHING = '"cache", "cookies", "storage"'
const ZONE = 'Asia/Almaty'
const WEEK = 7
const MONDAY = '2026-01-05'

// Our pages fade into each other; a page that did not take part would report an error.
const css = `html{color-scheme:light dark;font:1.25rem/1.5 system-ui,sans-serif}
body{max-width:36rem;margin:0 auto;padding:1rem .5rem}
h1{padding-left:.5rem;font-size:1.5rem}
table{width:100%;border-collapse:collapse;table-layout:fixed}
th,td{padding:.625rem 0;text-align:center;font-weight:400}
th{border-bottom:1px solid GrayText;color:GrayText}
[aria-current]{background:CanvasText;color:Canvas;font-weight:700}
@media (prefers-reduced-motion:no-preference){
@view-transition{navigation:auto}
::view-transition-group(*),::view-transition-old(*),::view-transition-new(*){animation:none}
}`

export const LEAVE_CSP = stillCsp([hashOf(css)])

/**
 * The headers of the page that people leave to. It empties the browser of all that is ours, but
 * only for somebody who came here from our own page: see `isOwnVisit`.
 */
export function leaveHeaders(request: IncomingMessage, trusted: Set<string>): OutgoingHttpHeaders {
  const headers = {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': NO_STORE,
    'X-Robots-Tag': NO_INDEX,
  }
  if (!isOwnVisit(request, trusted)) return headers
  const [publicOrigin = ''] = trusted
  const secure = publicOrigin.startsWith('https:') ? '; Secure' : ''
  return {
    ...headers,
    'Clear-Site-Data': EVERYTHING,
    // For browsers that do not know Clear-Site-Data.
    'Set-Cookie': cookieNames(request).map(
      (name) => `${name}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${secure}`,
    ),
  }
}

/**
 * Whether a person opens this address as a page, from a page of ours or by typing it. An image, a
 * frame, a form or a link of another site, and a browser that only fetches ahead, must not sign
 * anybody out. A browser that does not tell where a request comes from (`Sec-Fetch-*`) has to
 * name our page as referrer.
 */
export function isOwnVisit(
  { method, headers }: Pick<IncomingMessage, 'method' | 'headers'>,
  trusted: Set<string>,
): boolean {
  if (method !== 'GET' || headers['sec-purpose'] || headers.purpose) return false
  const { 'sec-fetch-site': site, 'sec-fetch-mode': mode, 'sec-fetch-dest': dest } = headers
  if (site === undefined) return trusted.has(originIn(headers.referer))
  return mode === 'navigate' && dest === 'document' && (site === 'same-origin' || site === 'none')
}

/** A calendar of this month: a page that anybody may have open. It does not know us. */
export function calendarPage(locale: Locale, now: Date): string {
  const today = cityDay(now, ZONE)
  const title = monthName(locale, now)
  const weekdays = Array.from({ length: WEEK }, (_, index) => weekdayName(locale, index))
  const weeks = weeksOf(today).map((week) => row(week.map((day) => dayCell(day, today))))
  // The empty icon keeps the browser from asking for ours.
  return `<!DOCTYPE html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><link rel="icon" href="data:,"><style>${css}</style></head><body><main><h1>${title}</h1><table><thead>${row(weekdays)}</thead><tbody>${weeks.join('')}</tbody></table></main></body></html>`
}

/** The days of a month in weeks from Monday to Sunday; null where a week belongs to another month. */
function weeksOf(today: string): (string | null)[][] {
  const month = today.slice(0, 7)
  const first = `${month}-01`
  const monday = addDays(first, 1 - weekdayOf(first))
  const weeks: (string | null)[][] = []
  for (let start = monday; start.slice(0, 7) <= month; start = addDays(start, WEEK)) {
    const days = Array.from({ length: WEEK }, (_, index) => addDays(start, index))
    weeks.push(days.map((day) => (day.startsWith(month) ? day : null)))
  }
  return weeks
}

function row(cells: string[]): string {
  return `<tr>${cells.join('')}</tr>`
}

function dayCell(day: string | null, today: string): string {
  const current = day === today ? ' aria-current="date"' : ''
  return `<td${current}>${day ? Number(day.slice(8)) : ''}</td>`
}

function weekdayName(locale: Locale, index: number): string {
  const format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', weekday: 'short' })
  return `<th scope="col">${format.format(new Date(`${addDays(MONDAY, index)}T12:00:00Z`))}</th>`
}

function monthName(locale: Locale, now: Date): string {
  const format = new Intl.DateTimeFormat(locale, {
    timeZone: ZONE,
    month: 'long',
    year: 'numeric',
  })
  const name = format.format(now).replace(/\sг\.$/, '')
  return name.charAt(0).toUpperCase() + name.slice(1)
}

function originIn(referer: string | undefined): string {
  return referer && URL.canParse(referer) ? new URL(referer).origin : ''
}

function cookieNames({ headers }: IncomingMessage): string[] {
  const names = (headers.cookie ?? '').split(';').map((pair) => pair.split('=')[0]?.trim() ?? '')
  return names.filter((name) => /^[\w.-]+$/.test(name))
}
