import { comeBackIn } from '@/lib/arrival'
import type { Limit } from '@/lib/auth/limits'
import { db } from '@/lib/db'
import { keyedHash } from '@/lib/seal'

/**
 * Counts one hit and says whether it is within the limit, exactly, whatever the concurrency:
 * one statement on an UNLOGGED table. `subject` is kept only as a keyed hash. When it is not
 * within the limit, `retryMinutes` says how long to wait, and the answer says it as `Retry-After`.
 */
export async function countHit(
  limit: Limit,
  subject: string,
): Promise<{ allowed: boolean; retryMinutes: number }> {
  const key = rateKey(limit, subject)
  const [row] = await db.$queryRaw<{ hits: number; minutes: number }[]>`
    INSERT INTO rate_limit (key, hits, expires_at)
    VALUES (${key}, 1, now() + make_interval(secs => ${limit.seconds}))
    ON CONFLICT (key) DO UPDATE SET
      hits = CASE WHEN rate_limit.expires_at <= now() THEN 1
                  ELSE least(rate_limit.hits + 1, ${limit.hits + 1}) END,
      expires_at = CASE WHEN rate_limit.expires_at <= now() THEN excluded.expires_at
                        ELSE rate_limit.expires_at END
    RETURNING hits,
      greatest(1, ceil(floor(extract(epoch FROM expires_at - now())) / 60))::int AS minutes`
  const allowed = (row?.hits ?? 0) <= limit.hits
  const retryMinutes = row?.minutes ?? 0
  if (!allowed) comeBackIn(retryMinutes * 60)
  return { allowed, retryMinutes }
}

/** Takes one hit back that turned out not to count. */
export async function takeBackHit(limit: Limit, subject: string): Promise<void> {
  const key = rateKey(limit, subject)
  const more = { where: { key, hits: { gt: 1 } }, data: { hits: { decrement: 1 } } }
  const { count } = await db.rateLimit.updateMany(more)
  if (count === 0) await db.rateLimit.deleteMany({ where: { key, hits: 1 } })
}

/** Forgets the hits, once the right code has shown that it was its owner. */
export async function forgetHits(limit: Limit, subject: string): Promise<void> {
  await db.rateLimit.deleteMany({ where: { key: rateKey(limit, subject) } })
}

function rateKey(limit: Limit, subject: string): string {
  return keyedHash(`rate:${limit.name}`, subject)
}
