import { describe, expect, it } from 'vitest'
import { codeSchema, dutiesSchema, profileSchema, signInSchema } from '@/lib/accounts/schema'

const problem = (schema: typeof codeSchema | typeof profileSchema, value: object) =>
  schema.safeParse(value).error?.issues[0]?.message

describe('the code', () => {
  it.each(['012345', ' 012 345 ', '012\u00a0345', '012\n345'])('%j is six digits', (code) => {
    expect(codeSchema.parse({ code }).code).toBe('012345')
  })

  it.each(['12345', '1234567', '12345a', '١٢٣٤٥٦', '123.45'])('%j is not', (code) => {
    expect(problem(codeSchema, { code })).toBe('not_six_digits')
  })

  it('is needed', () => {
    expect(problem(codeSchema, { code: ' ' })).toBe('required')
    expect(problem(codeSchema, {})).toBe('required')
  })
})

describe('the public name', () => {
  const named = (publicName: string) => problem(profileSchema, { publicName, language: 'ru' })

  it('is what one chooses, without contacts', () => {
    expect(named('Марта')).toBeUndefined()
    expect(named('М')).toBe('too_short')
    expect(named('М'.repeat(41))).toBe('too_long')
    expect(named('Марта +7 701 123 45 67')).toBe('has_phone')
    expect(named('@marta_oral')).toBe('has_handle')
    expect(named('<b>Марта')).toBe('has_markup')
  })
})

describe('signing in and duties', () => {
  it('take an address and a set tick', () => {
    expect(signInSchema.safeParse({ email: 'marta' }).success).toBe(false)
    expect(signInSchema.parse({ email: ' marta@example.org ' }).email).toBe('marta@example.org')
    expect(dutiesSchema.safeParse({ kind: 'ride' }).success).toBe(false)
    expect(dutiesSchema.safeParse({ kind: 'centre', read: 'on' }).success).toBe(false)
    expect(dutiesSchema.safeParse({ kind: 'housing', read: 'on' }).success).toBe(true)
  })
})
