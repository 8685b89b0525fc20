import { describe, expect, it } from 'vitest'
import { changeText, whyText } from '@/components/staff-log/words'
import * as enums from '@/lib/generated/prisma/enums'
import type { Locale } from '@/lib/i18n/locales'
import type { Here } from '@/lib/i18n/moments'
import { translator } from '@/lib/i18n/translator'
import type { Subject } from '@/lib/staff-log/schema'

const hereIn = (locale: Locale): Here => ({
  locale,
  t: translator(locale),
  now: new Date('2026-11-30T10:00:00Z'),
  zone: 'Asia/Almaty',
})
const plain = (text: string) => text.replaceAll('\u00a0', ' ')
const said = (subject: Subject, field: string, to: string | null, from: string | null = null) =>
  plain(changeText(hereIn('ru'), subject, { field, from, to }))

describe('the log of the staff', () => {
  it.each([
    ['account', 'role', enums.Role],
    ['account', 'verified_how', enums.VerificationMethod],
    ['decision', 'action', enums.DecisionAction],
    ['listing', 'status', enums.ListingStatus],
    ['listing', 'city', enums.City],
    ['report', 'outcome', enums.ReportOutcome],
    ['announcement', 'language', enums.Locale],
    ['centre_import', 'status', enums.CentreImportStatus],
    ['centre', 'centre_kind', enums.CentreKind],
    ['centre', 'appointment', enums.AppointmentRule],
    ['centre', 'services', enums.CentreService],
    ['place', 'notice_level', enums.NoticeLevel],
  ] as const)('of %s says every %s in words', (subject, field, codes) => {
    // In English a word may be its code: “translation”.
    for (const locale of ['ru', 'kk'] as const)
      for (const code of Object.values(codes)) {
        const text = changeText(hereIn(locale), subject, { field, from: null, to: code })
        const [, value] = text.split(' — ')
        expect(value).toBeTruthy()
        expect(value, `${locale} ${code}`).not.toBe(code)
      }
  })

  it('says from what to what', () => {
    expect(said('account', 'role', 'moderator', 'volunteer')).toBe('роль: Волонтёр → Модератор')
    expect(said('account', 'suspended_at', null, '2026-11-29T18:05:00.123+00:00')).toBe(
      'закрыт с: 29 ноября в 23:05 → –',
    )
  })

  it('says the year of a moment of another year', () => {
    const ends = '2027-01-04T19:00:00+00:00'
    expect(said('announcement', 'ends_at', ends)).toBe('до — 5 января 2027 в 00:00')
  })

  it('says lists, clocks, days, a yes and a district as people do', () => {
    expect(said('centre', 'services', 'iin,translation')).toBe('в чём помогают — ИИН, перевод')
    expect(said('opening_exception', 'opens', '540')).toBe('открывается — 09:00')
    expect(said('centre', 'checked_on', '2026-11-22')).toBe('проверено — 22 ноября 2026')
    expect(said('centre', 'public_building', 'true')).toBe('общественное здание — да')
    expect(said('centre', 'district', 'medeu')).toBe('район — Медеуский район')
  })

  it('leaves what staff wrote themselves as it is', () => {
    expect(said('place', 'notice_ru', 'closed', '2026')).toBe('по-русски: 2026 → closed')
  })

  it('says why, whether of a decision or of a suspension', () => {
    expect(plain(whyText(hereIn('ru'), 'looks_like_fraud'))).toBe('Похоже на обман')
    expect(plain(whyText(hereIn('ru'), 'asked_for_money'))).toContain('заплатить')
  })
})
