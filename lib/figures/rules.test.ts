import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csv, publicCount, publicParts, SMALLEST_GROUP } from '@/lib/figures/rules'

describe('what is published', () => {
  it('leaves out groups under 20 and keeps none at all', () => {
    expect([0, 1, 19, 20, 500].map(publicCount)).toEqual([0, null, null, 20, 500])
  })

  it('never lets a small group be worked out of the others', () => {
    const counts = fc.record({
      uralsk: fc.nat(60),
      petropavlovsk: fc.nat(60),
      astana: fc.nat(60),
      almaty: fc.nat(60),
    })
    fc.assert(
      fc.property(counts, (parts) => {
        const { parts: shown, total } = publicParts(parts)
        const hidden = Object.values(shown).filter((count) => count === null).length
        for (const [city, count] of Object.entries(parts)) {
          if (count > 0 && count < SMALLEST_GROUP) expect(shown[city as 'astana']).toBeNull()
        }
        if (total !== null) expect(hidden).not.toBe(1)
      }),
    )
  })
})

describe('csv', () => {
  it('quotes what needs it and lets no cell be a formula', () => {
    expect(csv([['a,b', 'say "x"', null, 3, -4]])).toBe('"a,b","say ""x""",,3,-4\r\n')
    expect(csv([['=1+1', '@SUM(A1)', '-2+3', '+7']])).toBe("'=1+1,'@SUM(A1),'-2+3,'+7\r\n")
  })
})
