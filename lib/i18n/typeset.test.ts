import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tenge, typeset } from '@/lib/i18n/typeset'

const NBSP = '\u00a0'
/** Shows no-break spaces, which a reader of this file could not tell from others. */
const shown = (text: string) => text.replaceAll(NBSP, '_')

describe('typeset', () => {
  it.each([
    ['в Уральске', 'в_Уральске'],
    ['Еду в Уральск и в Астану', 'Еду в_Уральск и_в_Астану'],
    ['О вас', 'О_вас'],
    ['«В дороге»', '«В_дороге»'],
    ['(с детьми)', '(с_детьми)'],
    ['ещё 40 мин', 'ещё 40_мин'],
    ['через 2 ч 20 мин', 'через 2_ч 20_мин'],
    ['{h} ч {m} мин', '{h}_ч {m}_мин'],
    ['{n, plural, one {# ч} other {# ч}}', '{n, plural, one {#_ч} other {#_ч}}'],
    ['5 km, 3 h, 20 min', '5_km, 3_h, 20_min'],
    ['2 сағ 20 мин', '2_сағ 20_мин'],
    ['9 ₸', '9_₸'],
    ['да — нет', 'да_— нет'],
    ['1 – 5', '1_– 5'],
    ['{in} сейчас', '{in} сейчас'],
    ['но не все', 'но не все'],
    ['3 члена', '3 члена'],
    ['мы с вами', 'мы с_вами'],
  ])('%j becomes %j', (text, expected) => {
    expect(shown(typeset(text))).toBe(expected)
  })

  const text = fc
    .array(fc.constantFrom('в', 'и', 'дом', '5', 'мин', 'ч', '—', '–', '{n}', '«', '(', 'a', '₸'))
    .map((words) => words.join(' '))

  it('changes nothing but spaces, and nothing the second time', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string()), (before) => {
        const after = typeset(before)
        expect(after.replaceAll(NBSP, ' ')).toBe(before.replaceAll(NBSP, ' '))
        expect(typeset(after)).toBe(after)
      }),
    )
  })

  it('leaves no one-letter word at the end of a line and no unit or dash at the beginning', () => {
    fc.assert(
      fc.property(text, (before) => {
        const lines = typeset(before).split(' ')
        for (const line of lines.slice(0, -1)) expect(line).not.toMatch(/(?<!\p{L})[ви]$/u)
        for (const line of lines.slice(1)) expect(line).not.toMatch(/^(?:—|–)/)
        expect(typeset(before)).not.toMatch(/[5}] (?:мин|ч|₸)/)
      }),
    )
  })
})

describe('tenge', () => {
  it.each([
    [0, '0_₸'],
    [500, '500_₸'],
    [9000, '9_000_₸'],
    [1234567, '1_234_567_₸'],
  ])('%i is %s', (amount, expected) => {
    expect(shown(tenge(amount))).toBe(expected)
  })

  it('never breaks and keeps its digits', () => {
    fc.assert(
      fc.property(fc.nat(), (amount) => {
        expect(tenge(amount)).not.toContain(' ')
        expect(tenge(amount).replace(/\D/g, '')).toBe(String(amount))
      }),
    )
  })
})
