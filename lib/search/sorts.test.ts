import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { afterSql, cursorOf, type IndexedSort } from '@/lib/search/sorts'

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
    const { id } = row
    const keys = sorts.map((sort) => afterSql(sort, cursorOf(sort, row)).values)
    expect(keys).toEqual([
      [now, id],
      [now, id],
      [1500, now, id],
      [now, id],
    ])
    expect(afterSql('soonest', cursorOf('soonest', row)).sql).toContain('>')
    expect(afterSql('newest', cursorOf('newest', row)).sql).toContain('<')
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
        const { values } = afterSql(sort, cursor)
        for (const value of values) {
          if (value instanceof Date) expect(value.getTime()).not.toBeNaN()
          if (typeof value === 'number') expect(value).toBeLessThanOrEqual(2_147_483_647)
        }
      }),
    )
  })
})
