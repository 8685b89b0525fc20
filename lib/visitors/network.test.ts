import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { networkOf } from '@/lib/visitors/network'

describe('networkOf', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['::FFFF:cb00:7107', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::9', '2001:db8:1:2::/64'],
    ['2001:db8::', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ])('%s is of %s', (address, network) => {
    expect(networkOf(address)).toBe(network)
  })

  it.each(['', 'unknown', '_hidden', '203.0.113', '203.0.113.7:80', '[::1]', '1.2.3.4, 5.6.7.8'])(
    '%j is no address',
    (address) => {
      expect(networkOf(address)).toBeNull()
    },
  )

  it('knows of an IPv6 address only the first half', () => {
    const group = fc.integer({ min: 1, max: 0xfffe }).map((number) => number.toString(16))
    const half = fc.array(group, { minLength: 4, maxLength: 4 }).map((groups) => groups.join(':'))
    fc.assert(
      fc.property(half, half, (line, device) => {
        expect(networkOf(`${line}:${device}`)).toBe(`${line}::/64`)
      }),
    )
  })
})
