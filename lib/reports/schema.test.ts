import { describe, expect, it } from 'vitest'
import {
  HOST_REASONS,
  listingReportSchema,
  readSent,
  reasonsFor,
  sentQuery,
} from '@/lib/reports/schema'

const now = new Date('2026-11-23T10:00:00Z')
const listingId = '00000000-0000-4000-8000-000000000001'
const sent = (change: object) => listingReportSchema.safeParse({ listingId, ...change })

describe('a report as it is sent', () => {
  it('needs a reason and no words', () => {
    expect(sent({ reason: 'unsafe' }).data).toEqual({ listingId, reason: 'unsafe', note: '' })
    expect(sent({}).success).toBe(false)
    expect(sent({ reason: 'annoying' }).success).toBe(false)
  })

  it.each([
    ['ИИН 900101300123', 'has_iin'],
    ['Паспорт 4510 123456', 'has_iin'],
    ['Звонил с +7 701 123 45 67', 'no_contacts'],
    ['пишет из @scammer_kz', 'no_contacts'],
    ['дал ссылку https://example.org/pay', 'no_contacts'],
    ['<script>alert(1)</script>', 'has_markup'],
    ['а'.repeat(1001), 'too_long'],
  ])('refuses a note such as %s', (note, code) => {
    expect(sent({ reason: 'fraud', note }).error?.issues[0]?.message).toBe(code)
  })

  it('takes words as people write them', () => {
    const note = 'Попросил 5000 тенге до встречи.\r\nВторой раз за день.'
    expect(sent({ reason: 'fraud', note }).data?.note).toBe(note.replace('\r\n', '\n'))
  })
})

describe('the reasons', () => {
  it('always end with the grave ones and another one', () => {
    for (const kind of ['centre', 'housing', 'ride'] as const) {
      expect(reasonsFor(kind).slice(-3)).toEqual(HOST_REASONS)
    }
  })
})

describe('what the page says afterwards', () => {
  it('comes through its address', () => {
    const told = { what: 'unsafe', until: '2026-12-23', hasNote: true } as const
    const query = Object.fromEntries(new URLSearchParams(sentQuery(told)))
    expect(readSent(query, now)).toEqual(told)
    expect(readSent({ sent: 'wait' }, now)).toEqual({ what: 'wait', until: null, hasNote: false })
  })

  it.each([{}, { sent: 'annoying' }, { sent: ['unsafe', 'true'] }, { sent: '__proto__' }])(
    'is nothing for %o',
    (query) => {
      expect(readSent(query, now)).toBeNull()
    },
  )

  it.each(['2027-12-23', '9999-12-31', '2026-13-01', '<b>', ''])(
    'names no day that we do not keep anything until: %s',
    (until) => {
      expect(readSent({ sent: 'unsafe', until }, now)?.until).toBeNull()
    },
  )
})
