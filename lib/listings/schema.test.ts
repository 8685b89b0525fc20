import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import {
  choices,
  clock,
  day,
  email,
  listingId,
  price,
  privateText,
  publicLine,
  publicText,
  tick,
  wholeNumber,
} from '@/lib/listings/schema'

/** The code of the first problem, or null. */
function problem(schema: z.ZodType, value: unknown): string | null {
  return schema.safeParse(value).error?.issues[0]?.message ?? null
}

describe('publicText', () => {
  const text = publicText({ min: 3, max: 10 })

  it('trims, composes letters and has one kind of line end', () => {
    expect(text.parse('  а\r\nб\rв\n ')).toBe('а\nб\nв')
    expect(text.parse('чаи\u0306ка')).toBe('чайка')
  })

  it.each([
    ['', 'required'],
    ['   ', 'required'],
    ['аб', 'too_short'],
    ['абвгдежзийк', 'too_long'],
    ['<b>да', 'has_markup'],
    ['да\u0007да', 'has_control'],
    ['a@b.kz', 'has_email'],
    [undefined, 'required'],
    [['два', 'три'], 'required'],
  ])('%j: %s', (value, code) => {
    expect(problem(text, value)).toBe(code)
  })

  it('says how long it was and may be, never what was written', () => {
    const [issue] = text.safeParse('секрет, длинный').error?.issues ?? []
    expect(issue).toMatchObject({ params: { min: 3, max: 10, length: 15 } })
    expect(JSON.stringify(issue)).not.toContain('секрет')
  })

  it('is read again as it was saved', () => {
    const any = publicText({ max: 200 })
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (value) => {
        const { success, data } = any.safeParse(value)
        if (success) expect(any.parse(data)).toBe(data)
      }),
    )
  })
})

describe('publicLine', () => {
  it('is one line', () => {
    expect(publicLine({ max: 20 }).parse(' два\n\tслова  тут ')).toBe('два слова тут')
  })
})

describe('privateText', () => {
  it('may hold a phone, never a document number', () => {
    const text = privateText({ max: 100 })
    expect(problem(text, '+7 701 123 45 67, @oral_driver')).toBeNull()
    expect(problem(text, 'ИИН 900101300123')).toBe('has_iin')
    expect(problem(text, 'паспорт N12345678')).toBe('has_iin')
    expect(problem(text, '<i>')).toBe('has_markup')
  })
})

describe('wholeNumber', () => {
  const number = wholeNumber({ min: 1, max: 50_000 })

  it('reads what it was given, however people group the digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50_000 }), (value) => {
        expect(number.parse(String(value))).toBe(value)
        expect(number.parse(` ${value.toLocaleString('ru')} `)).toBe(value)
      }),
    )
  })

  it.each(['0', '50001', '-1', '+60000'])('%s is out of range', (text) => {
    expect(problem(number, text)).toBe('out_of_range')
  })

  it.each(['1,5', '1.0', '0x1', 'пять', '1e3', 'Infinity', '--1', '1'.repeat(13)])(
    '%s is not a number',
    (text) => {
      expect(problem(number, text)).toBe('not_a_number')
    },
  )
})

describe('price', () => {
  it('is free of charge when nothing was written', () => {
    expect(price(100).parse('')).toBe(0)
    expect(price(100).parse(undefined)).toBe(0)
    expect(problem(price(100), '101')).toBe('out_of_range')
  })
})

describe('day and clock', () => {
  it.each(['2026-02-29', '2026-1-01', '2026-01-01T00:00', '0', '10000-01-01'])(
    '%s is not a day',
    (text) => {
      expect(problem(day, text)).toBe('not_a_day')
    },
  )

  it.each(['24:00', '12:60', '1:00', '12:00:00', 'полдень'])('%s is not a time', (text) => {
    expect(problem(clock, text)).toBe('not_a_time')
  })

  it('are the only problem of a form in which days and times are compared', () => {
    expect(day.parse(' 2028-02-29 ')).toBe('2028-02-29')
    expect(clock.parse(' 00:00 ')).toBe('00:00')
  })
})

describe('ticks and choices', () => {
  it('a tick is set or it is not', () => {
    expect(['on', true, 'off', '', undefined, 'true'].map((value) => tick.parse(value))).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ])
  })

  it('one choice may come as a plain string, none comes as nothing', () => {
    const list = choices(['a', 'b'])
    expect(list.parse('a')).toEqual(['a'])
    expect(list.parse(['b', 'a', 'b'])).toEqual(['b', 'a'])
    expect(problem(list, undefined)).toBe('choose_one')
    expect(problem(list, ['a', 'c'])).toBe('unknown_choice')
  })
})

describe('email and id', () => {
  it.each(['marta', 'marta@', '@example.org', 'a b@example.org', `${'a'.repeat(250)}@b.kz`])(
    '%s is not an address',
    (text) => {
      expect(problem(email, text)).toBe('not_an_email')
    },
  )

  it('an id is a UUID and nothing else', () => {
    expect(problem(listingId, '1')).toBe('unknown_choice')
    expect(problem(listingId, "' or true --")).toBe('unknown_choice')
    expect(problem(listingId, '0198c0de-0000-7000-8000-000000000000')).toBeNull()
  })
})
