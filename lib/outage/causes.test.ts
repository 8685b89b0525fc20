import { describe, expect, it } from 'vitest'
import { isBrokenOff, isOutage } from '@/lib/outage/causes'

const coded = (code: string) => Object.assign(new Error('words'), { code })
const adapted = (cause: object) => Object.assign(new Error('DriverAdapterError'), { cause })

describe('an outage', () => {
  it.each([
    ['a server that is not there', coded('ECONNREFUSED'), true],
    ['a connection that broke', new Error('Connection terminated unexpectedly'), true],
    ['the same as the adapter words it', adapted({ kind: 'ConnectionClosed' }), true],
    ['a server that starts', adapted({ kind: 'postgres', code: '57P03' }), true],
    ['too many connections', adapted({ kind: 'TooManyConnections', originalCode: '53300' }), false],
    ['a full disk', adapted({ kind: 'postgres', code: '53100' }), false],
    ['a slow statement', adapted({ kind: 'postgres', code: '57014' }), false],
    ['no free connection', new Error('timeout exceeded when trying to connect'), false],
    ['no free connection for a transaction', coded('P2028'), false],
  ])('%s', (_case, error, brokenOff) => {
    expect(isOutage(error)).toBe(true)
    expect(isBrokenOff(error)).toBe(brokenOff)
  })

  it.each([
    ['a constraint', adapted({ kind: 'UniqueConstraintViolation', originalCode: '23505' })],
    ['a missing table', coded('P2021')],
    ['a bug', new TypeError('undefined is not a function')],
    ['nothing', undefined],
  ])('is not %s', (_case, error) => {
    expect(isOutage(error)).toBe(false)
  })
})
