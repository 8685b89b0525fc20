import type { Readiness } from '@/lib/watch/readiness'

export type Watched = {
  /** Whether this process can do its work at the moment. */
  readiness(): Promise<Readiness>
  /** True once the server has been told to stop; until it has, it answers on. */
  closing(): boolean
}

/**
 * What a watchdog is told. Alive: this process answers, so restarting it would mend nothing.
 * Ready: it can do its work, so a balancer may send readers here.
 */
export async function healthOf(
  pattern: string,
  { readiness, closing }: Watched,
): Promise<{ status: 200 | 503; body: string }> {
  const found = await look()
  return { status: found === 'ok' ? 200 : 503, body: JSON.stringify({ status: found }) }

  async function look(): Promise<Readiness> {
    if (pattern === '/api/health/live') return 'ok'
    return closing() ? 'stopping' : readiness()
  }
}
