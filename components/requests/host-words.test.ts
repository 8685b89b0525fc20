import { describe, expect, it } from 'vitest'
import { guestName, hostNext, placesAnswer } from '@/components/requests/host-words'
import type { HostRequest } from '@/lib/hosting/queries'
import type { Here } from '@/lib/i18n/moments'
import { translator } from '@/lib/i18n/translator'

const NOW = new Date('2026-11-22T10:00:00Z')
const hours = (n: number) => new Date(NOW.getTime() + n * 3_600_000)
const here: Here = { locale: 'ru', t: translator('ru'), now: NOW, zone: 'Asia/Almaty' }

function request(change: Partial<HostRequest> = {}): HostRequest {
  return {
    id: '0b8f5a52-8a3e-4d0c-9a55-0f3f6f2f7c11',
    status: 'open',
    listing: {
      id: '1b8f5a52-8a3e-4d0c-9a55-0f3f6f2f7c11',
      kind: 'ride',
      city: 'uralsk',
      sample: false,
      language: 'ru',
      title: 'Таскала → Уральск',
      from: null,
      to: null,
      author: 'Марта',
      isPublic: true,
    },
    party: { adults: 2, children: 3, womenOnly: false },
    stay: null,
    startsAt: hours(8),
    endsAt: hours(12),
    askedAt: hours(-2),
    expiresAt: hours(7),
    offerEndsAt: null,
    acceptedAt: null,
    closedAt: null,
    arrivedAt: null,
    line: null,
    messages: [],
    name: null,
    fits: true,
    ...change,
  }
}

const plain = (text: unknown) => String(text).replaceAll('\u00a0', ' ')

describe('a request as its host reads it', () => {
  it('says how many, who and for how long they have been waiting', () => {
    const { figure, words, now } = placesAnswer(here, request())
    expect(figure).toBe(5)
    expect(plain(words)).toBe('мест: 2 взрослых, 3 ребёнка')
    expect(plain(now)).toBe('ждут 2 ч')
    expect(guestName(here, null)).toBe('Имя не назвали')
  })

  it.each<[string, Partial<HostRequest>]>([
    ['Срок ответа: 22:00. Потом запрос закончится сам.', {}],
    ['Свободных мест не хватает. Добавьте места в объявлении или откажите.', { fits: false }],
    [
      'Мест пока не хватает. Когда освободятся, мы сами отдадим их.',
      { status: 'waiting', fits: false, line: { mode: 'take', ahead: 0 } },
    ],
    [
      'Мы предложили освободившиеся места. Ждём ответа до: 16:00.',
      { status: 'offered', offerEndsAt: hours(1) },
    ],
    ['Теперь они видят точное время, место встречи и машину.', { status: 'accepted' }],
    ['Они на месте, всё хорошо.', { status: 'accepted', arrivedAt: NOW }],
    ['Время прошло.', { status: 'accepted', endsAt: NOW }],
    ['Они отменили запрос.', { status: 'cancelled' }],
  ])('%s', (sentence, change) => {
    expect(plain(hostNext(here, request(change)))).toBe(sentence)
  })
})
