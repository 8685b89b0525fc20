import { NETWORK_LIMITS } from '@/lib/auth/limits'
import { countHit, takeBackHit } from '@/lib/auth/rate-limit'
import { Conflict } from '@/lib/errors'

export type Visit = keyof typeof NETWORK_LIMITS

/** Counts one act under a visitor's key, exactly. Conflict `too_many_from_here` beyond the limit. */
export async function countByKey(visit: Visit, key: string): Promise<void> {
  const { allowed, retryMinutes } = await countHit(NETWORK_LIMITS[visit], key)
  if (!allowed) throw new Conflict('too_many_from_here', { minutes: retryMinutes })
}

/** Takes one act back. */
export async function takeBackByKey(visit: Visit, key: string): Promise<void> {
  await takeBackHit(NETWORK_LIMITS[visit], key)
}
