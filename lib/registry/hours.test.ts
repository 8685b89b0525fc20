import { describe, expect, it } from 'vitest'
import { exceptionsText, hoursText, readExceptions, readHours } from '@/lib/registry/hours'

describe('a week as one line', () => {
  it('has several openings a day and comes back the same', () => {
    const line = 'Mo 09:00-13:00,14:00-18:00; Tu 09:00-18:00; Su 20:00-24:00'
    expect(hoursText(readHours(line) ?? [])).toBe(line)
    expect(readHours('')).toEqual([])
  })

  it('may name several days at once', () => {
    const week = readHours('Sa 10:00-14:00; Mo-We 09:00-18:00')
    expect(hoursText(week ?? [])).toBe(
      'Mo 09:00-18:00; Tu 09:00-18:00; We 09:00-18:00; Sa 10:00-14:00',
    )
  })

  it.each([
    'Mo',
    'Mo 9-18',
    'Mo 18:00-09:00',
    'Mo 09:00-25:00',
    'Mo 09:60-10:00',
    'Mo 09:00-13:00,12:00-18:00',
    'Mo 09:00-10:00; Mo 09:30-11:00',
    'We-Mo 09:00-18:00',
    'Пн 09:00-18:00',
    'Mo off',
  ])('is not %s', (line) => {
    expect(readHours(line)).toBeNull()
  })
})

describe('days that differ as one line', () => {
  it('come back the same, soonest first', () => {
    const line = '2026-12-31 09:00-13:00; 2027-01-05 closed'
    expect(exceptionsText(readExceptions(line) ?? [])).toBe(line)
    const turned = readExceptions('2027-01-05 closed; 2026-12-31 09:00-13:00')
    expect(exceptionsText(turned ?? [])).toBe(line)
  })

  it.each([
    '2026-12-31',
    '31.12.2026 closed',
    '2026-02-30 closed',
    '2026-12-31 open',
    '2026-12-31 closed; 2026-12-31 09:00-13:00',
    '2026-12-31 09:00-10:00,11:00-12:00',
    '2026-12-31 closed all day',
  ])('are not %s', (line) => {
    expect(readExceptions(line)).toBeNull()
  })
})
