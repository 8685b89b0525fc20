import { describe, expect, it } from 'vitest'
import { causeOf } from '@/lib/errors'
import { errorClass } from '@/lib/notifications/rules'

const refused = Object.assign(new Error('421 nothing for aigul@example.org'), { code: 'EENVELOPE' })

describe('the class of an error', () => {
  it.each([
    [{ message: causeOf(refused) }, 'Error EENVELOPE'],
    [{ message: causeOf(new TypeError('aigul@example.org')) }, 'TypeError'],
    [{ message: causeOf('aigul@example.org') }, 'string'],
    [{ value: { message: 'job failed by timeout in active state' } }, 'Timeout'],
    [{ message: 'aigul@example.org said no' }, ''],
    [{ message: 'Error | 421 aigul@example.org' }, 'Error'],
    [{ message: 7 }, ''],
    [{}, ''],
    [null, ''],
  ])('of %j is %j', (output, expected) => {
    expect(errorClass(output)).toBe(expected)
  })
})
