import fc from 'fast-check'
import { expect, it } from 'vitest'
import { deskReturn, safeReturn } from '@/lib/auth/session'
import { openHouse } from '@/lib/testing/house'
import { readAddress } from './address'
import { canonicalPath } from './routes'

const ORIGIN = 'https://qadam.example'
const house = openHouse()

/** Parts of addresses that have led elsewhere somewhere. */
const parts = fc.constantFrom(
  ...[
    '/',
    '//',
    '\\',
    '%5c',
    '%2f',
    '%09',
    '%0d%0a',
    '.',
    '..',
    ':',
    '@',
    '?',
    '#',
    ';',
    ' ',
    '\t',
  ],
  ...[
    'evil.example',
    'https:',
    'javascript:',
    'ru',
    'kk',
    'oral',
    'Uralsk',
    'rides',
    'my',
    'staff',
  ],
  encodeURIComponent('Орал'),
)
const target = fc
  .array(fc.oneof(parts, fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 8 })
  .map((pieces) => `/${pieces.join('')}`)

const leadsHome = (location: string) =>
  /^\/(?![/\\])[^\0-\x20]*$/.test(location) && new URL(location, ORIGIN).origin === ORIGIN

it('another spelling of an address leads to a page of ours, whatever was asked for', () => {
  fc.assert(
    fc.property(target, (asked) => {
      const address = readAddress(asked)
      const path = address && canonicalPath(address.pathname)
      return !path || leadsHome(path)
    }),
    { numRuns: 1_000 },
  )
})

it('what a form asks to return to is a page of ours', () => {
  fc.assert(
    fc.property(target, fc.constantFrom('/ru/my', '/kk/staff', ''), (asked, before) => {
      const wishes = [before + asked, asked.slice(1)]
      const places = wishes.flatMap((next) => [safeReturn(next, 'ru'), deskReturn(next, 'ru')])
      return places.every(leadsHome)
    }),
    { numRuns: 1_000 },
  )
})

it.each([
  '/?next=https://evil.example',
  '/ru/oral?next=//evil.example',
  '/ru/oral/',
  '/ru/Oral//evil.example',
  '/ru/oral/%2f%2fevil.example',
  '/ru/oral/..%5cevil.example',
  '/%2f%2fevil.example',
  '/ru//evil.example/',
])('%s leads nowhere but home', async (path) => {
  const headers = { host: 'evil.example', 'x-forwarded-host': 'evil.example' }
  const { status, headers: answered } = await house.ask(path, { headers })
  if (status >= 300 && status < 400) expect(leadsHome(String(answered.location))).toBe(true)
  else expect(answered.location).toBeUndefined()
})
