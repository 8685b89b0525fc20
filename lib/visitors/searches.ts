import { NETWORK_LIMITS } from '@/lib/auth/limits'
import { countHit } from '@/lib/auth/rate-limit'
import { networkKey } from '@/lib/visitors/salts'

/**
 * Counts one search of a network, exactly. Answers in how many seconds it may search again, 0 when
 * it may now. Asked by the serving layer: the page itself never learns who searches.
 */
export async function countSearch(network: string, now = new Date()): Promise<number> {
  const key = await networkKey(network, 'search', now)
  const { allowed, retryMinutes } = await countHit(NETWORK_LIMITS.search, key)
  return allowed ? 0 : retryMinutes * 60
}
