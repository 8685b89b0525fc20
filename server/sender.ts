import type { IncomingMessage } from 'node:http'
import { BlockList, isIP } from 'node:net'
import { networkOf } from '@/lib/visitors/network'

/** Who may say for whom they ask: the proxies of `TRUSTED_PROXY`, addresses and networks. */
export function trustedProxies(entries: string[]): BlockList {
  const proxies = new BlockList()
  for (const entry of entries) {
    const [address = '', bits] = entry.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    if (bits) proxies.addSubnet(address, Number(bits), family)
    else proxies.addAddress(address, family)
  }
  return proxies
}

/**
 * The network a request comes from. Each trusted proxy adds behind `X-Forwarded-For` whom it was
 * asked by, so the list is read from its end for as long as a trusted one speaks; what stands
 * before that, anybody can write.
 */
export function senderOf(request: IncomingMessage, proxies: BlockList): string | null {
  const forwarded = String(request.headers['x-forwarded-for'] ?? '').split(',')
  let sender = request.socket.remoteAddress ?? ''
  while (isTrusted(sender, proxies)) {
    const before = forwarded.pop()?.trim() ?? ''
    if (isIP(before) === 0) break
    sender = before
  }
  return networkOf(sender)
}

function isTrusted(address: string, proxies: BlockList): boolean {
  const family = isIP(address)
  return family !== 0 && proxies.check(address, family === 6 ? 'ipv6' : 'ipv4')
}
