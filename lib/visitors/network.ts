import { isIPv4, isIPv6 } from 'node:net'

/**
 * How the serving layer tells Next from which network a form comes. No client can set it
 * (server/doorman.ts), and pages that are read never have it.
 */
export const NETWORK_HEADER = 'x-qadam-network'

/**
 * The network of an address, in one spelling: an IPv4 address as it is, an IPv6 address as the
 * first 64 bits, which is what one line gets. Null for what is no address.
 */
export function networkOf(address: string): string | null {
  const plain = address.replace(/%.*$/, '')
  if (isIPv4(plain)) return plain
  if (!isIPv6(plain)) return null
  const groups = groupsOf(plain)
  return ipv4Within(groups) ?? `${groups.slice(0, 4).join(':')}::/64`
}

/** The eight groups of an IPv6 address, in hex without leading zeros. */
function groupsOf(address: string): string[] {
  const canonical = new URL(`http://[${address}]`).hostname.slice(1, -1)
  const [head = [], tail = []] = canonical
    .split('::')
    .map((part) => part.split(':').filter(Boolean))
  return [...head, ...Array<string>(8 - head.length - tail.length).fill('0'), ...tail]
}

/** `::ffff:a.b.c.d` is how a socket that takes both spells an IPv4 address. */
function ipv4Within(groups: string[]): string | null {
  if (groups.slice(0, 6).join(':') !== '0:0:0:0:0:ffff') return null
  return groups
    .slice(6)
    .map((group) => Number.parseInt(group, 16))
    .flatMap((number) => [number >> 8, number & 255])
    .join('.')
}
