import type { IncomingMessage } from 'node:http'
import { describe, expect, it, vi } from 'vitest'
import { openHouse } from '@/lib/testing/house'
import { NETWORK_HEADER } from '@/lib/visitors/network'
import { senderOf, trustedProxies } from './sender'

const none = trustedProxies([])
const proxy = trustedProxies(['127.0.0.1', '10.0.0.0/8', 'fd00::/8'])
const request = (remoteAddress: string | undefined, forwarded?: string) =>
  ({
    socket: { remoteAddress },
    headers: { 'x-forwarded-for': forwarded },
  }) as unknown as IncomingMessage

describe('senderOf', () => {
  it('believes the socket alone when no proxy is trusted', () => {
    expect(senderOf(request('203.0.113.7', '198.51.100.9'), none)).toBe('203.0.113.7')
    expect(senderOf(request('127.0.0.1', '198.51.100.9'), none)).toBe('127.0.0.1')
  })

  it('believes a trusted proxy and nobody who pretends to be one', () => {
    expect(senderOf(request('127.0.0.1', '198.51.100.9'), proxy)).toBe('198.51.100.9')
    expect(senderOf(request('203.0.113.7', '198.51.100.9'), proxy)).toBe('203.0.113.7')
  })

  it('ignores what the sender wrote before the proxy added them', () => {
    const spoofed = '192.0.2.1, 10.0.0.1, 198.51.100.9'
    expect(senderOf(request('127.0.0.1', spoofed), proxy)).toBe('198.51.100.9')
  })

  it('looks through several trusted proxies', () => {
    const hops = '192.0.2.1, 198.51.100.9, fd00::2, 10.1.2.3'
    expect(senderOf(request('127.0.0.1', hops), proxy)).toBe('198.51.100.9')
  })

  it('knows a proxy that is spelled as IPv4 within IPv6', () => {
    expect(senderOf(request('::ffff:127.0.0.1', '198.51.100.9'), proxy)).toBe('198.51.100.9')
    expect(senderOf(request('::ffff:203.0.113.7', '198.51.100.9'), none)).toBe('203.0.113.7')
    expect(senderOf(request('127.0.0.1', '::ffff:198.51.100.9'), proxy)).toBe('198.51.100.9')
  })

  it.each(['', ' ', 'unknown', '198.51.100.9:4711', '[2001:db8::1]', '_secret', '198.51.100.9,'])(
    'stays with the proxy when what it says is no address: %j',
    (forwarded) => {
      expect(senderOf(request('127.0.0.1', forwarded), proxy)).toBe('127.0.0.1')
    },
  )

  it('stays with the furthest trusted proxy when all are trusted', () => {
    expect(senderOf(request('127.0.0.1', '10.0.0.2, 10.0.0.1'), proxy)).toBe('10.0.0.2')
  })

  it('is one network for all of one line', () => {
    const [one, other] = ['2001:db8:1:2::a', '2001:db8:1:2:ffff::b']
    expect(senderOf(request(one), none)).toBe('2001:db8:1:2::/64')
    expect(senderOf(request('127.0.0.1', other), proxy)).toBe('2001:db8:1:2::/64')
  })

  it('is nobody when the socket is gone', () => {
    expect(senderOf(request(undefined, '198.51.100.9'), proxy)).toBeNull()
  })
})

describe('what Next learns of the sender', () => {
  const house = openHouse({ proxies: ['127.0.0.1'] })
  const headers = { 'x-forwarded-for': '198.51.100.9', [NETWORK_HEADER]: '192.0.2.1' }
  const learned = () => house.asked.map((incoming) => incoming.headers[NETWORK_HEADER])

  it('is the network of a form, whatever the form claims', async () => {
    for (const path of ['/ru/request', '/ru/sign-in', '/ru/staff']) {
      await house.ask(path, { method: 'POST', body: 'a=b', headers })
    }
    expect(learned()).toEqual(['198.51.100.9', '198.51.100.9', '198.51.100.9'])
    expect(house.asked[0]?.headers).not.toHaveProperty('x-forwarded-for')
  })

  it('is nothing when a page is read, whatever the reader claims', async () => {
    for (const path of ['/ru', '/ru/request', '/ru/my']) await house.ask(path, { headers })
    expect(learned()).toEqual([undefined, undefined, undefined])
  })

  it('never stands in the log', async () => {
    await house.ask('/ru/request', { method: 'POST', body: 'a=b', headers })
    await vi.waitFor(() => expect(console.log).toHaveBeenCalled())
    expect(JSON.stringify(vi.mocked(console.log).mock.calls)).not.toMatch(/198\.51|192\.0/)
  })
})
