import { expect, it } from 'vitest'
import { acceptedEncoding } from './encode'

it.each([
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip;q=1.0, br;q=0', 'gzip'],
  ['BR', 'br'],
  ['gzip', 'gzip'],
  ['identity', undefined],
  ['br;q=0.0', undefined],
  [undefined, undefined],
])('%s is answered with %s', (header, encoding) => {
  expect(acceptedEncoding(header)).toBe(encoding)
})
