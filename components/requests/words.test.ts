import { describe, expect, it } from 'vitest'
import {
  byUrgency,
  mayArrive,
  mayCancel,
  momentText,
  nextText,
  partyText,
  statusAnswer,
  whenText,
} from '@/components/requests/words'
import type { RequestStatus } from '@/lib/generated/prisma/enums'
import { LOCALES } from '@/lib/i18n/locales'
import type { Here } from '@/lib/i18n/moments'
import { translator } from '@/lib/i18n/translator'
import type { AskerRequest } from '@/lib/requests/queries'

const now = new Date('2026-11-24T12:20:00Z')
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000)
const here: Here = { locale: 'ru', t: translator('ru'), now, zone: 'Asia/Oral' }

function request(change: Partial<AskerRequest> = {}): AskerRequest {
  return {
    id: '0b8f5a52-8a3e-4d0c-9a55-0f3f6f2f7c11',
    status: 'open',
    listing: {
      id: '1b8f5a52-8a3e-4d0c-9a55-0f3f6f2f7c11',
      kind: 'ride',
      city: 'uralsk',
      sample: false,
      language: 'ru',
      title: '',
      from: null,
      to: null,
      author: 'Данияр',
      isPublic: true,
    },
    party: { adults: 2, children: 3, womenOnly: false },
    stay: null,
    startsAt: hours(3),
    endsAt: hours(7),
    askedAt: hours(-1),
    expiresAt: hours(2),
    offerEndsAt: null,
    acceptedAt: null,
    closedAt: null,
    arrivedAt: null,
    line: null,
    messages: [],
    releasedBecause: null,
    released: null,
    ...change,
  }
}

const plain = (text: string) => text.replaceAll('\u00a0', ' ')

describe('where a request stands', () => {
  it('is said in a few large words', () => {
    expect(statusAnswer(here, request()).figure).toBe('Ждёт ответа')
    expect(statusAnswer(here, request({ status: 'accepted' })).figure).toBe('Места за вами')
    const alone = { adults: 1, children: 0, womenOnly: false }
    expect(statusAnswer(here, request({ status: 'accepted', party: alone })).figure).toBe(
      'Место за вами',
    )
  })

  it('in line says how many come before', () => {
    const waiting = (ahead: number) =>
      statusAnswer(here, request({ status: 'waiting', line: { mode: 'offer', ahead } }))
    expect(waiting(0)).toMatchObject({ figure: 'В\u00a0очереди', words: 'вы первые' })
    expect(waiting(2).words).toBe('перед вами 2 запроса')
  })

  it('offered says until when, in amber how long that is', () => {
    const answer = statusAnswer(here, request({ status: 'offered', offerEndsAt: hours(1) }))
    expect(answer).toMatchObject({ words: 'до 18:20', now: 'ещё 1\u00a0ч' })
  })

  it('ended is quiet', () => {
    for (const status of ['declined', 'cancelled', 'expired', 'released'] as const) {
      expect(statusAnswer(here, request({ status, closedAt: now })).quiet, status).toBe(true)
    }
    const over = request({ status: 'accepted', endsAt: hours(-1) })
    expect(statusAnswer(here, over)).toMatchObject({ figure: 'Время прошло', quiet: true })
  })

  it('has words for every state in every language', () => {
    const states: Partial<AskerRequest>[] = [
      ...(['open', 'declined', 'cancelled', 'expired'] as const).map((status) => ({ status })),
      ...(['take', 'offer'] as const).map((mode) => ({
        status: 'waiting' as const,
        line: { mode, ahead: 1 },
      })),
      { status: 'offered', offerEndsAt: hours(1) },
      { status: 'accepted' },
      { status: 'accepted', arrivedAt: now },
      { status: 'accepted', endsAt: now },
      ...(['accepted_elsewhere', 'listing_withdrawn', 'listing_taken_down'] as const).map(
        (releasedBecause) => ({ status: 'released' as const, releasedBecause }),
      ),
    ]
    for (const locale of LOCALES) {
      const there = { ...here, locale, t: translator(locale) }
      for (const state of states) {
        expect(String(statusAnswer(there, request(state)).figure)).not.toBe('')
        expect(nextText(there, request(state))).not.toBe('')
      }
    }
  })
})

describe('times', () => {
  it('name the day only when it is not today', () => {
    expect(momentText(here, hours(2))).toBe('19:20')
    expect(momentText(here, hours(20))).toBe('завтра, 13:20')
  })

  it('of a ride are its day and hour, never the minute; of a stay its days', () => {
    const startsAt = new Date('2026-11-25T09:00:00Z')
    expect(whenText(here, { stay: null, startsAt })).toBe('завтра, 14:00–15:00')
    const stay = { from: '2026-11-25', to: '2026-11-27' }
    expect(plain(whenText(here, { stay, startsAt }))).toBe('завтра – 27 ноября')
  })

  it('of an unanswered request say when it ends', () => {
    expect(nextText(here, request())).toContain('Срок ответа: 19:20')
  })
})

it('a party is counted in words', () => {
  const party = { adults: 2, children: 3, womenOnly: false }
  expect(partyText(here, party)).toBe('2 взрослых, 3 ребёнка')
  expect(partyText(here, { ...party, adults: 1, children: 0 })).toBe('1 взрослый')
  expect(partyText(here, { ...party, children: 0, womenOnly: true })).toBe(
    '2 взрослых, просьба: только женщины',
  )
})

it('what asks for a deed comes first', () => {
  const statuses: RequestStatus[] = ['declined', 'open', 'accepted', 'waiting', 'offered']
  const ordered = byUrgency(
    statuses.map((status) => request({ status })),
    now,
  )
  expect(ordered.map(({ status }) => status)).toEqual([
    'offered',
    'accepted',
    'open',
    'waiting',
    'declined',
  ])
})

it('one arrives from the day on, once, and only with a place', () => {
  expect(mayArrive(here, request({ status: 'accepted' }))).toBe(true)
  expect(mayArrive(here, request({ status: 'accepted', arrivedAt: now }))).toBe(false)
  expect(mayArrive(here, request({ status: 'accepted', startsAt: hours(24) }))).toBe(false)
  expect(mayArrive(here, request())).toBe(false)
  // The night of a stay begins at midnight, people come in the evening before.
  const stay = { from: '2026-11-24', to: '2026-11-26' }
  const listing = { ...request().listing, kind: 'housing' as const }
  const night = { stay, startsAt: new Date('2026-11-24T19:00:00Z'), endsAt: hours(43) }
  const tonight = request({ status: 'accepted', listing, ...night })
  expect(mayArrive(here, tonight)).toBe(true)
})

it('a request is taken back until it took place', () => {
  for (const status of ['open', 'waiting', 'offered', 'accepted'] as const) {
    expect(mayCancel(request({ status }), now), status).toBe(true)
  }
  expect(mayCancel(request({ status: 'accepted', endsAt: now }), now)).toBe(false)
  expect(mayCancel(request({ status: 'declined' }), now)).toBe(false)
})
