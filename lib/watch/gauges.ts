import { poolState } from '@/lib/db'
import { countJobStates } from '@/lib/notifications/states'
import { ask } from '@/lib/watch/connection'
import type { Gauge } from '@/lib/watch/metrics'

/** What can be read at this moment; without a database what needs none. */
export async function readGauges(): Promise<Gauge[]> {
  const asked = await askDatabase().catch(() => null)
  return [
    {
      name: 'qadam_database_up',
      help: 'Whether the database answers within two seconds.',
      values: [{ value: asked ? 1 : 0 }],
    },
    pool(),
    {
      name: 'process_resident_memory_bytes',
      help: 'Memory of this process.',
      values: [{ value: process.memoryUsage.rss() }],
    },
    {
      name: 'process_uptime_seconds',
      help: 'For how long this process has been running.',
      values: [{ value: Math.round(process.uptime()) }],
    },
    ...(asked ?? []),
  ]
}

function pool(): Gauge {
  const { busy, idle, waiting, max } = poolState()
  return {
    name: 'qadam_pool_connections',
    help: 'Connections to the database by state; waiting are queries that have none.',
    values: Object.entries({ busy, idle, waiting, max }).map(([state, value]) => ({
      labels: { state },
      value,
    })),
  }
}

async function askDatabase(): Promise<Gauge[]> {
  const [jobs, queue] = [await countJobStates(ask), await ask<Waiting>(WAITING)]
  return [
    {
      name: 'qadam_jobs',
      help: 'Background jobs by kind and state.',
      values: jobs.map(({ name, state, count }) => ({ labels: { name, state }, value: count })),
    },
    {
      name: 'qadam_moderation_waiting',
      help: 'What waits for a moderator.',
      values: queue.map(({ subject, count }) => ({ labels: { subject }, value: count })),
    },
    {
      name: 'qadam_moderation_oldest_seconds',
      help: 'For how long the oldest of it has been waiting.',
      values: queue.map(({ subject, seconds }) => ({ labels: { subject }, value: seconds })),
    },
  ]
}

type Waiting = { subject: string; count: number; seconds: number }

const AGE = 'coalesce(round(extract(epoch FROM now() - min'
const WAITING = `
  SELECT 'listing' AS subject, count(*)::int AS count,
    ${AGE}(submitted_at)))::int, 0) AS seconds
  FROM listing WHERE status = 'pending' AND NOT sample
    AND (expires_at IS NULL OR expires_at > now())
  UNION ALL SELECT 'revision', count(*)::int, ${AGE}(created_at)))::int, 0)
  FROM listing_revision WHERE status = 'pending'
  UNION ALL SELECT 'report', count(*)::int, ${AGE}(created_at)))::int, 0)
  FROM report WHERE handled_at IS NULL`
