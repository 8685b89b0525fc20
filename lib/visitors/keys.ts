import { headers } from 'next/headers'
import { NETWORK_HEADER } from '@/lib/visitors/network'
import { networkKey } from '@/lib/visitors/salts'

/**
 * Who sends this form, as a key that counts within one day (UTC) and for one purpose and leads to
 * nobody. Under plain `next start` nobody says where a form comes from, and all senders are one.
 */
export async function visitorKey(purpose: string, now = new Date()): Promise<string> {
  return networkKey((await headers()).get(NETWORK_HEADER) ?? 'unknown', purpose, now)
}
