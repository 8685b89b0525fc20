import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { afterCursor, cursorOf, type IndexedSort } from '@/lib/search/sorts'

const now = new Date('2026-11-24T12:00:00Z')
const row = {
  id: '0198c0de-0000-7000-8000-00000000000a',
  sortAt: now,
  publishedAt: now,
  confirmedAt: now,
  priceTenge: 1500,
}
const sorts: IndexedSort[] = ['soonest', 'newest', 'free', 'confirmed']

describe('cursors', () => {
  it('are understood by the order that gave them out', () => {
    expect(afterCursor('soonest', cursorOf('soonest', row))).toEqual({
      OR: [{ sortAt: { gt: now } }, { sortAt: now, id: { gt: row.id } }],
    })
    expect(afterCursor('newest', cursorOf('newest', row))).toEqual({
      OR: [{ publishedAt: { lt: now } }, { publishedAt: now, id: { lt: row.id } }],
    })
    expect(afterCursor('free', cursorOf('free', row))).toEqual({
      OR: [
        { priceTenge: { gt: 1500 } },
        { priceTenge: 1500, sortAt: { gt: now } },
        { priceTenge: 1500, sortAt: now, id: { gt: row.id } },
      ],
    })
  })

  it('that nobody gave out are the beginning, or at least a valid key', () => {
    const digits = fc.stringMatching(/^\d{1,17}$/)
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.tuple(digits, digits).map(([a, b]) => `${a}.${b}.${row.id}`),
      digits.map((time) => `${time}.${row.id}`),
    )
    fc.assert(
      fc.property(fc.constantFrom(...sorts), hostile, (sort, cursor) => {
        const where = JSON.stringify(afterCursor(sort, cursor))
        expect(where).not.toContain('null')
        const prices = [...where.matchAll(/"priceTenge":(\d+)/g)].map(([, price]) => Number(price))
        expect(prices.every((price) => price <= 2_147_483_647)).toBe(true)
      }),
    )
  })
})
