import { describe, expect, it } from 'vitest'
import { isStillProven, newRecoveryCodes, stepOf } from '@/lib/second-factor/rules'
import { proveSchema } from '@/lib/second-factor/schema'

/** The secret of the test vectors of RFC 6238, appendix B, in base32. */
const RFC = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

describe('stepOf', () => {
  // Appendix B lists eight digits; six are their last six.
  it.each([
    [59, '287082', 1n],
    [1_111_111_109, '081804', 37_037_036n],
    [20_000_000_000, '353130', 666_666_666n],
  ])('at second %i of RFC 6238 knows %s', (seconds, code, step) => {
    expect(stepOf(RFC, code, new Date(seconds * 1000))).toBe(step)
  })

  it('allows one step early and late, and answers the step of the code', () => {
    const step = 37_037_036n
    const at = (seconds: number) => stepOf(RFC, '081804', new Date(seconds * 1000))
    expect(at(1_111_111_109 + 30)).toBe(step)
    expect(at(1_111_111_109 - 30)).toBe(step)
    expect(at(1_111_111_109 + 61)).toBeNull()
  })
})

describe('the code of the form', () => {
  it('is read however it is grouped', () => {
    expect(proveSchema.parse({ code: ' 123 456 ' }).code).toBe('123456')
    const [code = ''] = newRecoveryCodes()
    expect(proveSchema.parse({ code: code.toLowerCase() }).code).toBe(code.replace('-', ''))
  })

  it.each(['', '12345', '1234567', 'AAAAA-0O0O0', "' OR 1=1 --"])('is refused: %s', (code) => {
    expect(proveSchema.safeParse({ code }).success).toBe(false)
  })
})

describe('isStillProven', () => {
  it('holds for twelve hours', () => {
    const at = new Date('2026-11-22T10:00:00Z')
    expect(isStillProven(null, at)).toBe(false)
    expect(isStillProven(at, new Date('2026-11-22T21:59:59Z'))).toBe(true)
    expect(isStillProven(at, new Date('2026-11-22T22:00:00Z'))).toBe(false)
  })
})
